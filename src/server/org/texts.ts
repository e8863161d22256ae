import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about people, units, lines and rates. `field` is the name of a column of people.csv, units.csv or rates.csv. */
export const orgTexts = {
  'people.id-column-missing': {
    zh: { say: '看不出文件里哪一列是工号。', cure: '在对应关系里为工号选一列。文件里的列：{known}。' },
    en: { say: 'No column of the file could be told to hold staff numbers.', cure: 'Choose one for it. The file has: {known}.' },
  },
  'units.id-column-missing': {
    zh: { say: '看不出文件里哪一列是部门编号。', cure: '在对应关系里为编号选一列。文件里的列：{known}。' },
    en: { say: 'No column of the file could be told to hold the ids of units.', cure: 'Choose one for it. The file has: {known}.' },
  },
  'units.refused': {
    zh: { say: '文件里有 {count} 处要改正，一个部门也没有导入。', cure: '照下面的提示改好文件，或换一列，再导入一次。' },
    en: { say: 'There are {count} things to mend in the file; no unit was imported.', cure: 'Mend the file as said below, or choose other columns, and import it again.' },
  },
  'people.column-missing': {
    zh: { say: '文件里没有列 “{column}”，最接近的：{near}。', cure: '在对应关系里另选一列，或者不导入这一项。' },
    en: { say: 'The file has no column “{column}”. Closest: {near}.', cure: 'Choose another one, or none.' },
  },
  'people.refused': {
    zh: { say: '文件里有 {count} 处要改正，一个人也没有导入。', cure: '照下面的提示改好文件，或换一列，再导入一次。' },
    en: { say: 'There are {count} things to mend in the file; nobody was imported.', cure: 'Mend the file as said below, or choose other columns, and import it again.' },
  },
  'org.id-missing': {
    zh: { say: '这一行没有 id。', cure: '给每个人（或部门）填上唯一的 id，例如工号。' },
    en: { say: 'This row has no id.', cure: 'Give every person (or unit) an id of their own, such as the staff number.' },
  },
  'org.text-control': {
    zh: { say: '“{field}” 列的 “{value}” 含有控制字符或看不见的字符。', cure: '在原文件里删掉这些字符，重新输入这个值。' },
    en: { say: '“{value}” in column {field} holds control characters or invisible ones.', cure: 'Delete them in the file and type the value again.' },
  },
  'org.text-long': {
    zh: { say: '“{field}” 列的值超过 {limit} 个字：“{value}”。', cure: '缩短它；如果整行看起来都错位了，检查文件里的引号和分隔符。' },
    en: {
      say: 'The value in column {field} is longer than {limit} characters: “{value}”.',
      cure: 'Shorten it; if the whole row looks shifted, check the quotes and separators of the file.',
    },
  },
  'org.date-invalid': {
    zh: { say: '“{field}” 列的 “{value}” 不是一个存在的日期。', cure: '写成 2026-03-31 的样子；不限日期就留空。' },
    en: { say: '“{value}” in column {field} is not a date that exists.', cure: 'Write it like 2026-03-31; leave it empty for no limit.' },
  },
  'org.date-order': {
    zh: { say: '起始日 {from} 不早于截止日 {until}，这一行一天也不成立。', cure: '截止日（until）是不再成立的第一天，要晚于起始日（from）。' },
    en: { say: 'from {from} is not before until {until}: the row holds on no day.', cure: 'until is the first day on which the row no longer holds; it must come after from.' },
  },
  'org.name-differs': {
    zh: { say: 'id “{id}” 在这里叫 “{name}”，在 {other} 叫 “{otherName}”。', cure: '如果是两个人（或部门），给其中一个换 id；如果是同一个，统一名称，另一种写法可填在 alias 列。' },
    en: {
      say: 'Id “{id}” is named “{name}” here and “{otherName}” in {other}.',
      cure: 'If these are two, give one of them another id; if it is one, write one name and put the other spelling into alias.',
    },
  },
  'org.id-alike': {
    zh: { say: 'id “{id}” 与 “{otherId}” 只差大小写、全半角或空格。', cure: '如果是同一个人，统一写法；如果确实是两个，可以不管。' },
    en: { say: 'Ids “{id}” and “{otherId}” differ only by case, width or spaces.', cure: 'If this is one person, write the id one way; if they are two, nothing needs doing.' },
  },
  'org.alias-taken': {
    zh: { say: '别名 “{alias}” 同时指 “{id}” 和 “{otherId}”（{other}）。', cure: '一个写法只能指一个人：从其中一人的 alias 列删掉它，或改得更具体。' },
    en: { say: 'Alias “{alias}” means both “{id}” and “{otherId}” ({other}).', cure: 'One spelling can mean one person only: take it from one of them, or make it more specific.' },
  },
  'org.alias-taken-stored': {
    zh: { say: '别名 “{alias}” 同时指 “{id}” 和系统里已有的 “{otherId}”。', cure: '一个写法只能指一个人：换一个别名，或先改掉 “{otherId}” 的名字或别名。' },
    en: {
      say: 'Alias “{alias}” means both “{id}” and “{otherId}”, who is already recorded.',
      cure: 'One spelling can mean one person only: choose another alias, or change that of “{otherId}” first.',
    },
  },
  'org.person-unknown': {
    zh: { say: '“{field}” 列写的 “{value}” 查无此人。', cure: '先在人员文件里给他加一行，或改成已有的 id、姓名或别名。' },
    en: { say: 'Nobody is known as “{value}” (column {field}).', cure: 'Add a row for this person, or write an id, name or alias that exists.' },
  },
  'org.person-unknown-near': {
    zh: { say: '“{field}” 列写的 “{value}” 查无此人。最接近的是：{near}。', cure: '如果是笔误就改正；如果确有其人，在人员文件里给他加一行。' },
    en: { say: 'Nobody is known as “{value}” (column {field}). Closest: {near}.', cure: 'Correct the spelling, or add a row for this person.' },
  },
  'org.person-ambiguous': {
    zh: { say: '“{field}” 列写的 “{value}” 可能指好几个人，他们的 id 是：{ids}。', cure: '改写成其中一人的 id。' },
    en: { say: '“{value}” (column {field}) could be any of these ids: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'org.own-superior': {
    zh: { say: '“{id}” 的 “{field}” 列写的是他自己。', cure: '改成真正的上级；没有上级就留空。' },
    en: { say: '“{id}” is named as their own {field}.', cure: 'Name the real one, or leave the cell empty if there is none.' },
  },
  'org.manager-overlap': {
    zh: {
      say: '“{id}” 同时有两个上级：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '同一天只能有一个上级：给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: '“{id}” has two managers at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Only one at a time: fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.sponsor-overlap': {
    zh: {
      say: '“{id}” 同时有两个推荐人：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '同一天只能有一个推荐人：给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: '“{id}” has two sponsors at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Only one at a time: fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.unit-overlap': {
    zh: {
      say: '“{id}” 同时在两个部门：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: '“{id}” is in two units at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.position-overlap': {
    zh: {
      say: '“{id}” 同时有两个岗位：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: '“{id}” has two positions at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.role-overlap': {
    zh: {
      say: '“{id}” 同时有两个角色：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: '“{id}” has two roles at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.parent-overlap': {
    zh: {
      say: '部门 “{id}” 同时有两个上级部门：这里是 “{value}”（{stretch}），{other} 是 “{otherValue}”（{otherStretch}）。',
      cure: '给较早的一行填 until（不再成立的第一天），或删掉错的一行。',
    },
    en: {
      say: 'Unit “{id}” has two parents at once: “{value}” here ({stretch}) and “{otherValue}” in {other} ({otherStretch}).',
      cure: 'Fill in until (the first day it no longer holds) of the earlier row, or delete the wrong one.',
    },
  },
  'org.cycle': {
    zh: {
      say: '“{field}” 绕成了圈：{chain}（{stretch}）。圈上的另一行是 {other}（“{otherId}” 的上级写成了 “{otherValue}”）。',
      cure: '至少有一行把上下级写反了：改正它，或让两行的日期不重叠。',
    },
    en: {
      say: 'Column {field} goes round in a circle: {chain} ({stretch}). Another row of it is {other} (“{otherId}” under “{otherValue}”).',
      cure: 'At least one row has it the wrong way round: correct it, or let the dates of the two not overlap.',
    },
  },
  'org.cycle-stored': {
    zh: {
      say: '“{field}” 绕成了圈：{chain}（{stretch}）。其中 “{otherId}” 的上级是 “{otherValue}”，系统里已经这样记录（{otherStretch}）。',
      cure: '改正这一处，或先改掉 “{otherId}” 的上级。',
    },
    en: {
      say: 'Column {field} goes round in a circle: {chain} ({stretch}). “{otherId}” is already recorded under “{otherValue}” ({otherStretch}).',
      cure: 'Correct this one, or change who is above “{otherId}” first.',
    },
  },
  'org.line-too-deep': {
    zh: { say: '“{id}” 上面的层级超过 {limit} 层。', cure: '检查这条线上是不是把同级的人一个接一个写成了上下级。' },
    en: { say: 'There are more than {limit} levels above “{id}”.', cure: 'Check whether people of the same level were written one below the other.' },
  },
  'org.unit-unknown': {
    zh: { say: '部门文件里没有 “{value}”。', cure: '在部门文件里加上它，或改成已有部门的 id 或名称。' },
    en: { say: 'No unit is known as “{value}”.', cure: 'Add it to the file of units, or write the id or name of one that exists.' },
  },
  'org.unit-unknown-near': {
    zh: { say: '部门文件里没有 “{value}”。最接近的是：{near}。', cure: '如果是笔误就改正；否则在部门文件里加上它。' },
    en: { say: 'No unit is known as “{value}”. Closest: {near}.', cure: 'Correct the spelling, or add the unit to the file of units.' },
  },
  'org.unit-ambiguous': {
    zh: { say: '“{value}” 可能指好几个部门，它们的 id 是：{ids}。', cure: '改写成其中一个部门的 id。' },
    en: { say: '“{value}” could be any of the units with these ids: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'org.own-parent': {
    zh: { say: '部门 “{id}” 的上级部门写的是它自己。', cure: '改成真正的上级部门；没有就留空。' },
    en: { say: 'Unit “{id}” is named as its own parent.', cure: 'Name the real parent, or leave the cell empty if there is none.' },
  },
  'org.id-taken': {
    zh: { say: '编号 “{id}” 已经是 {name} 的。', cure: '换一个编号；如果是同一个人再次入职，请打开他的页面办理。' },
    en: { say: 'Id “{id}” belongs to {name} already.', cure: 'Choose another id; if the same person comes back, open their page and transfer them.' },
  },
  'org.no-unit': {
    zh: { say: '没有编号为 “{unit}” 的部门。', cure: '回到人员页，从部门树里重新打开。' },
    en: { say: 'There is no unit with id “{unit}”.', cure: 'Go back to the people and open it from the tree of units.' },
  },
  'org.unit-id-taken': {
    zh: { say: '编号 “{id}” 已经是部门 {name} 的。', cure: '换一个编号；要改这个部门，请打开它的页面。' },
    en: { say: 'Id “{id}” is that of the unit {name} already.', cure: 'Choose another id; to change that unit, open its page.' },
  },
  'org.unit-top': {
    zh: { say: '“{unit}” 从来没有上级部门，不能关闭。', cure: '先把它移到另一个部门下面，再关闭。' },
    en: { say: '“{unit}” never stood below another unit, so it cannot be closed.', cure: 'Move it below another unit first, then close it.' },
  },
  'org.unit-closed': {
    zh: { say: '“{unit}” 在 {from} 没有上级部门，不知道人和下级部门该归到哪里。', cure: '选择一个接收的部门，或换一个日期。' },
    en: { say: '“{unit}” stands below no unit on {from}, so nothing says where its people and units go.', cure: 'Choose the unit that takes over, or another day.' },
  },
  'org.unit-into-itself': {
    zh: { say: '“{unit}” 关闭以后，人和下级部门不能归到它自己或它的下级。', cure: '选择不在它下面的部门。' },
    en: { say: 'When “{unit}” is closed, its people cannot go to itself or to a unit below it.', cure: 'Choose a unit that is not below it.' },
  },
  'org.changed-meanwhile': {
    zh: { say: '{name} 的资料刚刚被别人改过。', cure: '重新打开本页，看过新的情况再改。您填写的内容没有保存。' },
    en: { say: 'Somebody else has just changed {name}.', cure: 'Open the page again and look at the new state first. What you entered was not saved.' },
  },
  'org.nothing-changes': {
    zh: { say: '这样填写没有任何变化。', cure: '至少改动一项，或换一个生效日期。' },
    en: { say: 'Nothing would change.', cure: 'Change at least one thing, or choose another day.' },
  },
  'org.not-here-yet': {
    zh: { say: '{from} 这一天还没有入职，已经登记从 {begins} 起任职。', cure: '把生效日期改到 {begins} 或之后。' },
    en: { say: 'They do not work here yet on {from}; they are recorded from {begins} on.', cure: 'Choose {begins} or a later day.' },
  },
  'org.not-here': {
    zh: { say: '{day} 这一天不在职，不能作为最后工作日。', cure: '选择在职期间的一天。' },
    en: { say: 'They do not work here on {day}, so it cannot be their last day.', cure: 'Choose a day on which they work here.' },
  },
  'org.handover-circle': {
    zh: { say: '这样交接，汇报线会绕成圈：{chain}。', cure: '把下属交给不在他们下面的人。' },
    en: { say: 'Handed over like this, the reporting line would go round in a circle: {chain}.', cure: 'Choose somebody who is not below them.' },
  },
  'org.currency-invalid': {
    zh: { say: '“{value}” 不是货币代码。', cure: '用三个大写字母的 ISO 代码，例如 USD、EUR、CNY。' },
    en: { say: '“{value}” is not a currency code.', cure: 'Use the ISO code of three capital letters, such as USD, EUR, CNY.' },
  },
  'org.rate-date-missing': {
    zh: { say: '{currency} 的这个汇率没有日期。', cure: '在 date 列填上从哪一天起用这个汇率。' },
    en: { say: 'This rate of {currency} has no date.', cure: 'Write the day from which it holds into column date.' },
  },
  'org.rate-invalid': {
    zh: { say: '汇率 “{value}” 不是一个数。', cure: '写成普通小数，例如 7.1235，不带单位、千分号和百分号。' },
    en: { say: 'Rate “{value}” is not a number.', cure: 'Write a plain decimal such as 7.1235, without unit, thousands separator or percent sign.' },
  },
  'org.rate-not-positive': {
    zh: { say: '汇率 {value} 不大于零。', cure: '汇率是一单位外币合多少本位币，一定大于零。' },
    en: { say: 'Rate {value} is not above zero.', cure: 'A rate is what one unit of the currency is worth in the company’s currency: always above zero.' },
  },
  'org.rate-changed-meanwhile': {
    zh: { say: '{currency} 从 {day} 起的汇率现在是 {rate}，和您看到的不同；这次没有保存。', cure: '刷新后看现在的汇率，再决定要不要改。' },
    en: { say: 'The rate of {currency} from {day} is {rate} now, not what you saw; nothing was saved.', cure: 'Load the page again, look at the rate, then decide.' },
  },
  'org.rate-twice': {
    zh: { say: '{currency} 在 {day} 有两个汇率：这里是 {value}，{other} 是 {otherValue}。', cure: '删掉错的一行。' },
    en: { say: '{currency} has two rates on {day}: {value} here and {otherValue} in {other}.', cure: 'Delete the wrong row.' },
  },
} satisfies TextCatalogue
