import type { Rewording } from '../../base/diagnostic.ts'

/** Rate tables, and the bands and curves of schemes, with the words that stand on the fields of the editors. */
export const tablePageTexts = {
  'table.own-duplicate': {
    zh: { say: '“{name}”和一张共用的费率表重名。', cure: '删除这里的表，直接用共用的那张；内容不同，就另建一张费率表。' },
    en: { say: '{name} is also the id of a shared rate table.', cure: 'Remove the table here and use the shared one; where they differ, make another rate table.' },
  },
  'table.amount-due': {
    zh: { cure: '去掉百分号写成数；要按百分比写，把“档位的单位”或“值的单位”改成“百分比”。' },
    en: { cure: 'Write it without the percent sign; where percent is meant, choose percent at “Unit of the bounds” or “Unit of the values”.' },
  },
  'table.scale-unit': {
    zh: { cure: '去掉第三项；要按目标的比例，把“档位的单位”改成“百分比”，档位写成 80% 这样。' },
    en: { cure: 'Remove the third part; for shares of a target choose percent at “Unit of the bounds” and write bounds such as 80%.' },
  },
  'table.pays': {
    zh: { say: '“{text}”算出来是{actual}，但表“{table}”的“值的单位”是{expected}。', cure: '检查问的是不是金额；按目标的百分比分档时，把目标写成第三项；或改“值的单位”。' },
    en: {
      say: '“{text}” comes to {actual}, but “Unit of the values” of the table {table} is {expected}.',
      cure: 'Ask about an amount; with tiers in percent of a target give the target as the third part; or correct the unit of the values.',
    },
  },
  'tiers.both': {
    zh: { say: '第 {tier} 档既有比例又有金额。', cure: '在“每档写”里选“比例”或“金额”，只留一种。' },
    en: { say: 'Tier {tier} has both a rate and an amount.', cure: 'Choose “Rate” or “Amount” at “Each tier gives”; only one is kept.' },
  },
  'tiers.neither': {
    zh: { cure: '填上“比例”（例如 3%）或“金额”；这一档什么也不付，就填 0。' },
    en: { cure: 'Fill in “Rate”, such as 3%, or “Amount”; 0 where it pays nothing.' },
  },
  'tiers.mixed': {
    zh: { say: '第 {tier} 档和前面的档写法不同：一种写比例，一种写金额。', cure: '在“每档写”里选一种；两种都要，就分成两张表相加。' },
    en: {
      say: 'Tier {tier} and those before it differ: rates on one side, amounts on the other.',
      cure: 'Choose one at “Each tier gives”; for both, make two tables and add them.',
    },
  },
  'tiers.overlap': {
    zh: { cure: '让后一档从 {end} 开始（“从”空着就接着前一档），刚好在界上的数归哪一档由上面的选项决定。' },
    en: { cure: 'Let the second begin at {end} (an empty “From” goes on where the one before ends); which of them owns a number exactly there is chosen above.' },
  },
  'tiers.gap': {
    zh: { cure: '让后一档从 {end} 开始（“从”空着就接着前一档）；中间什么也没有，就加一档填 0。' },
    en: { cure: 'Let the second begin at {end} (an empty “From” goes on where the one before ends), or add a tier between them that gives 0.' },
  },
  'tiers.empty': {
    zh: { cure: '让“到”大于“从”，或删除这一档。' },
    en: { cure: 'Let “To” be above “From”, or remove the tier.' },
  },
  'tiers.open': {
    zh: { cure: '填上“到”；只有最后一档可以空着。' },
    en: { cure: 'Fill in “To”; only that of the last tier may be empty.' },
  },
  'tiers.any': {
    zh: { say: '“负数也算”只能用在第一档，这是第 {tier} 档。', cure: '在“从”里填这一档从多少开始，或空着。' },
    en: { say: '“below 0 too” belongs to the first tier, and this is tier {tier}.', cure: 'Fill in at “From” where the tier begins, or leave it empty.' },
  },
  'tiers.interpolated-rates': {
    zh: { say: '“档内插值”按填满的比例付每一档的金额，不能写比例。', cure: '“每档写”选“金额”；要按比例累进，“怎样落档”选“逐档累进”。' },
    en: {
      say: '“interpolated” pays an amount in proportion to the part of a tier that is filled, so rates mean nothing.',
      cure: 'Choose “Amount” at “Each tier gives”; for rates on each part choose “marginal” at “How tiers pay”.',
    },
  },
  'tiers.interpolated-open': {
    zh: { say: '按“档内插值”付，第 {tier} 档没有头或没有尾，算不出填满了多少。', cure: '填上“从”和“到”，不要勾选“第一档连负数也算”。' },
    en: {
      say: 'With “interpolated”, tier {tier} has no beginning or no end, so no part of it can be worked out.',
      cure: 'Fill in “From” and “To”, without a tick at “The first tier reaches below 0”.',
    },
  },
  'tiers.no-boundary': {
    zh: { cure: '在“正好在界上的数”里选：归从那里开始的一档，还是归到那里结束的一档。' },
    en: { cure: 'Choose at “A number exactly on a bound”: the tier that begins there, or the one that ends there.' },
  },
  'tiers.no-pays': {
    zh: { say: '没有说明金额的单位。', cure: '在“值的单位”里选，例如“金额”或“百分比”。' },
    en: { say: 'The unit of the amounts is not said.', cure: 'Choose it at “Unit of the values”, such as money or percent.' },
  },
  'tiers.rate-high': {
    zh: { say: '比例写 {value}，意思是付 {value} 倍。' },
    en: { say: 'A rate of {value} pays {value} times the amount.' },
  },
  'tiers.rate-mixed': {
    zh: { say: '同一张表里有带百分号的比例（{other}），这里的 {value} 没有带，读作 {hundredfold}%。' },
    en: { say: 'Other rates of the table are in percent ({other}); {value} has no sign and is read as {hundredfold}%.' },
  },
  'curve.order': {
    zh: { cure: '按“位置”从低到高排列，同一个位置只写一次。' },
    en: { cure: 'Put them in the order of “At”, each place once.' },
  },
  'curve.falls': {
    zh: { cure: '改正这个值；确实要下降，费率表里勾选“值可以下降”，考核项里取消勾选“分数随之上升”。' },
    en: { cure: 'Correct the value; where it is meant to fall, tick “Values may fall” in a rate table, or clear “Points rise with it” in a scheme.' },
  },
  'lookup.key-twice': {
    zh: { say: '“{key}”在“按什么查”里写了两次。', cure: '删除一个。' },
    en: { say: '{key} stands twice under “Looked up by”.', cure: 'Remove one.' },
  },
  'lookup.unknown-key': {
    zh: { say: '“按什么查”里没有“{key}”。' },
    en: { say: '{key} is not one of those under “Looked up by”.' },
  },
  'lookup.text-due': {
    zh: { cure: '写文字，几个之间用 / 隔开；如果它是数，在“按什么查”里给它选“写范围”。' },
    en: { cure: 'Write texts, several with / between them; if it is a number, choose “ranges” for it under “Looked up by”.' },
  },
  'lookup.range-due': {
    zh: { cure: '填上从多少到多少；如果它是文字，在“按什么查”里给它选“写文字”。' },
    en: { cure: 'Fill in where it begins and ends; if it is a text, choose “texts” for it under “Looked up by”.' },
  },
  'lookup.empty-range': {
    zh: { cure: '让“到”大于“从”。' },
    en: { cure: 'Let the end be above the beginning.' },
  },
  'lookup.gap': {
    zh: { cure: '改其中一行的“从”或“到”，让一行在另一行结束的地方开始；中间本来就没有，在“其余”里填 0。' },
    en: { cure: 'Change where one of them begins or ends, so that one begins where the other ends; where nothing is meant between them, fill in 0 under “Otherwise”.' },
  },
  'lookup.overlap': {
    zh: { cure: '改其中一行的“从”或“到”，让一行在另一行结束的地方开始。' },
    en: { cure: 'Change where one of them begins or ends, so that one begins where the other ends.' },
  },
} satisfies Rewording
