import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about names, types and units in documents and formulas. */
export const nameTexts = {
  'name.unknown-field': {
    zh: { say: '业务表“{dataset}”里没有叫“{name}”的字段。', cure: '{hint}' },
    en: { say: 'The dataset {dataset} has no field called {name}.', cure: '{hint}' },
  },
  'name.unknown-measure': {
    zh: { say: '没有叫“{name}”的指标。', cure: '{hint}' },
    en: { say: 'There is no measure called {name}.', cure: '{hint}' },
  },
  'name.unknown-table': {
    zh: { say: '没有叫“{name}”的表。', cure: '{hint} 表写在 tables 文件夹里，激励方案自己的表写在它的 tables 里。' },
    en: { say: 'There is no table called {name}.', cure: '{hint} Tables are written in the folder tables, those of one incentive plan under its tables.' },
  },
  'name.unknown-dataset': {
    zh: { say: '没有叫“{name}”的业务表。', cure: '{hint}' },
    en: { say: 'There is no dataset called {name}.', cure: '{hint}' },
  },
  'name.unknown-unit': {
    zh: { say: '没有叫“{name}”的单位。', cure: '{hint} 自己的单位在 company.yaml 的 units 里声明。' },
    en: { say: 'There is no unit called {name}.', cure: '{hint} Units of your own are declared under units in company.yaml.' },
  },
  'name.ambiguous': {
    zh: { say: '“{name}”可以指好几个：{candidates}。', cure: '改写成其中一个的编号（id）。' },
    en: { say: '{name} can mean several: {candidates}.', cure: 'Write the id of the one you mean.' },
  },
  'name.needs-space': {
    zh: { say: '“{name}”被当成了一个名称。', cure: '在“{word}”前后加空格，例如：{example}' },
    en: { say: '“{name}” was read as one name.', cure: 'Put spaces around “{word}”, such as: {example}' },
  },
  'name.duplicate': {
    zh: { say: '“{name}”定义了两次，另一处在 {other}。', cure: '删掉一处，或给其中一个改名。' },
    en: { say: '{name} is defined twice; the other place is {other}.', cure: 'Remove one of them or rename it.' },
  },
  'name.reserved': {
    zh: { say: '“{name}”是系统保留的名称。', cure: '换一个名称。' },
    en: { say: '{name} is a reserved name.', cure: 'Choose another name.' },
  },
  'name.bad': {
    zh: { say: '名称“{name}”不能这样写。', cure: '名称不能以下划线开头，首尾不能有空格，也不能含有 ~、# 和看不见的字符。' },
    en: { say: 'The name “{name}” cannot be used.', cure: 'A name does not begin with an underscore, has no spaces at its ends, and holds no ~, # or invisible characters.' },
  },
  'name.too-long': {
    zh: { say: '名称“{name}”太长：占 {bytes} 字节，最多 {limit}（一个汉字占 3 字节）。', cure: '缩短它；完整的说法可以写在 name 或 description 里。' },
    en: { say: 'The name “{name}” is too long: {bytes} bytes, at most {limit}.', cure: 'Shorten it; the full wording can go into name or description.' },
  },
  'path.not-reference': {
    zh: { say: '“{name}”是{type}，不是引用，后面不能再跟“.{next}”。', cure: '只有 type: reference 的字段可以用点号取到另一张业务表的字段。' },
    en: { say: '{name} is {type}, not a reference, so “.{next}” cannot follow.', cure: 'Only a field of type reference leads to the fields of another dataset.' },
  },
  'path.too-long': {
    zh: { say: '这条路径经过 {count} 次引用，最多 {limit} 次。', cure: '在中间的业务表里直接放一个字段。' },
    en: { say: 'This path passes through {count} references; at most {limit} are followed.', cure: 'Give a dataset on the way a field of its own.' },
  },
  'path.in-formula': {
    zh: { say: '这里只能写指标，“{name}”像是业务表的字段。', cure: '先用一个 kind: aggregate 的指标汇总这个字段，再引用那个指标。指标名里有点号时用「」括起来。' },
    en: {
      say: 'Only measures stand here, and {name} looks like a field of a dataset.',
      cure: 'Add the field up in a measure of kind aggregate and refer to that. Put a measure’s name with a dot in backquotes.',
    },
  },
  'path.expected': {
    zh: { say: '这里应该只写一个字段，例如：订单.销售。', cure: '去掉运算，只留下字段名。' },
    en: { say: 'Just a field belongs here, such as order.sales_person.', cure: 'Remove the calculation and leave the name of the field.' },
  },
  'path.effective': {
    zh: { say: '“{name}”要经过按日期生效的业务表“{dataset}”，而负责人和日期不能从那里取。', cure: '在“{from}”里直接放负责人或日期字段。' },
    en: { say: '{name} goes through {dataset}, which is valid by date; owner and date cannot come from there.', cure: 'Give {from} an owner or date field of its own.' },
  },
  'type.expected': {
    zh: { say: '“{text}”应该是{expected}，却是{actual}。', cure: '换成{expected}；要把条件变成数，写成：如果(条件, 1, 0)。' },
    en: { say: '“{text}” should be {expected} and is {actual}.', cure: 'Use {expected} here; a condition becomes a number by if(condition, 1, 0).' },
  },
  'type.mismatch': {
    zh: { say: '“{left}”是{leftType}，“{right}”是{rightType}，不能{operation}。', cure: '两边要用同一类的值；日期写成 日期("2026-01-01")，文字加引号。' },
    en: {
      say: '“{left}” is {leftType} and “{right}” is {rightType}; they cannot be {operation}.',
      cure: 'Use the same kind of value on both sides; a day is written date("2026-01-01"), a text goes in quotes.',
    },
  },
  'type.order': {
    zh: { say: '{type}不能比大小：“{text}”。', cure: '{type}只能用 =、≠、属于、为空 来判断。' },
    en: { say: '{type} has no order: “{text}”.', cure: 'Compare it with =, <>, in or is empty.' },
  },
  'type.compare-null': {
    zh: { say: '空值不能参加运算或比较：“{text}”。', cure: '判断空值写“为空”或“不为空”；要给空值一个数，用 缺省(值, 0)。' },
    en: { say: 'An empty value cannot be calculated or compared with: “{text}”.', cure: 'Write “is empty” or “is not empty”; value_or(x, 0) gives an empty value a number.' },
  },
  'type.literal-expected': {
    zh: { say: '“{function}”的这一项要直接写{expected}，不能是“{text}”。', cure: '写成：{signature}' },
    en: { say: 'This part of {function} must be written out as {expected}, not “{text}”.', cure: 'Write {signature}' },
  },
  'type.list-literal': {
    zh: { say: '“属于”的列表里只能写现成的值，不能是“{text}”。', cure: '和字段比较时，用“= … 或 = …”。' },
    en: { say: 'A list after “in” holds plain values, not “{text}”.', cure: 'To compare with fields, write “= … or = …”.' },
  },
  'type.bad-date': {
    zh: { say: '没有“{text}”这一天。', cure: '写成 年-月-日，例如 日期("2026-03-31")。' },
    en: { say: '“{text}” is not a day.', cure: 'Write year-month-day, such as date("2026-03-31").' },
  },
  'type.subtract-dates': {
    zh: { say: '日期不能相减：“{text}”。', cure: '写成：天数(从, 到)' },
    en: { say: 'Dates cannot be subtracted: “{text}”.', cure: 'Write days(from, to)' },
  },
  'choice.unknown': {
    zh: { say: '字段“{field}”不可能是“{value}”。', cure: '{hint}' },
    en: { say: '{field} can never be “{value}”.', cure: '{hint}' },
  },
  'unit.mismatch': {
    zh: {
      say: '“{left}”的单位是{leftUnit}，“{right}”的单位是{rightUnit}，单位不同，不能{operation}。',
      cure: '检查这两项有没有写错；想要“每个{rightUnit}多少{leftUnit}”这样的数，用除法。',
    },
    en: {
      say: '“{left}” is in {leftUnit} and “{right}” is in {rightUnit}; different units cannot be {operation}.',
      cure: 'Check which of the two is wrong; for “{leftUnit} per {rightUnit}” divide.',
    },
  },
  'unit.mismatch-plain': {
    zh: { say: '“{left}”是{leftUnit}，“{right}”是{rightUnit}，不能{operation}。', cure: '百分比和系数要用乘法，例如 销售额 × 30%；直接写的数（如 100）会随另一边的单位。' },
    en: {
      say: '“{left}” is {leftUnit} and “{right}” is {rightUnit}; they cannot be {operation}.',
      cure: 'Multiply by percentages and factors, such as revenue * 30%; a bare number such as 100 takes on the unit of the other side.',
    },
  },
  'unit.result': {
    zh: { say: '算出来的单位是{actual}，但 unit 写的是{declared}。', cure: '把 unit 改成相符的单位，或检查公式是不是少了一步乘除。' },
    en: { say: 'The result is in {actual}, but unit says {declared}.', cure: 'Correct the unit, or check whether the formula lacks a step.' },
  },
  'unit.money-foreign': {
    zh: { say: '“{text}”不是公司本币 {currency} 的金额，公式里没有可以折算的日期。', cure: '写成本币的金额，例如 {example}；外币的业务记录会自动折算。' },
    en: {
      say: '“{text}” is no amount in {currency}, the company’s currency, and a formula has no day to convert it on.',
      cure: 'Write an amount in it, such as {example}; foreign records are converted by themselves.',
    },
  },
  'unit.bad': {
    zh: { say: '单位“{text}”写得不完整。', cure: '写成 money、customer 或 money/customer 这样。' },
    en: { say: 'The unit “{text}” is incomplete.', cure: 'Write it like money, customer or money/customer.' },
  },
  'unit.percent-compound': {
    zh: { say: '百分比不能和别的单位相乘或相除：“{text}”。', cure: '只写 percent；比值的单位由公式自动得出。' },
    en: { say: 'Percent cannot be combined with other units: “{text}”.', cure: 'Write percent alone.' },
  },
  'unit.foreign-currency': {
    zh: { say: '所有金额都折算成 {own} 显示，不能用 {currency} 作单位。', cure: '单位写 money；外币在业务表的字段上用 currency 或 currencyField 说明。' },
    en: { say: 'All amounts are shown in {own}; {currency} cannot be a unit.', cure: 'Write money; foreign currency is said at the dataset’s field by currency or currencyField.' },
  },
  'unit.count': {
    zh: { say: '{aggregate} 数的是个数，单位不能是“{unit}”。', cure: '用 number，或在 company.yaml 的 units 里声明的单位，例如 customer；比例用 kind: ratio。' },
    en: { say: '{aggregate} counts things, so its unit cannot be {unit}.', cure: 'Use number or a unit declared in company.yaml, such as customer; for a share use kind ratio.' },
  },
  'unit.sum-of-percent': {
    zh: { say: '百分比加起来没有意义。', cure: '改用平均（average），或用 kind: ratio 由分子分母算出。' },
    en: { say: 'A sum of percentages means nothing.', cure: 'Use average, or a ratio of the two sums behind it.' },
  },
  'unit.percent-literal': {
    zh: { say: '“{text}”是百分比，和 {value} 比较就是和 {reading} 比较。', cure: '如果想说 {meant}，请带上百分号。' },
    en: { say: '“{text}” is a percentage; compared with {value} it is compared with {reading}.', cure: 'If you mean {meant}, write the percent sign.' },
  },
  'level.record-only': {
    zh: { say: '“{function}”只能用在业务记录上（value 和 filter），不能用在指标公式里。', cure: '先做一个带这个条件的汇总指标，再引用它。' },
    en: { say: '{function} works on records (value and filter), not in a formula over measures.', cure: 'Make an aggregate measure with this condition and refer to it.' },
  },
  'level.formula-only': {
    zh: { say: '“{function}”只能用在指标公式里，不能用在业务记录上。', cure: '先汇总出指标，再在 kind: formula 的指标里使用。' },
    en: { say: '{function} works in formulas over measures, not on records.', cure: 'Make the aggregate first, then use it in a measure of kind formula.' },
  },
  'level.reward-only': {
    zh: { say: '“{function}”只能用在激励方案的公式里（incentives 里的 amount、when、floor、cap）。', cure: '{hint}' },
    en: { say: '{function} works only in the formulas of incentive plans (amount, when, floor and cap in incentives).', cure: '{hint}' },
  },
  'call.pay-item': {
    zh: { say: '“薪酬”里要写 pay.csv 里的一个项目名，不能是“{text}”。', cure: '写成：薪酬(绩效工资) 或 薪酬("绩效工资")' },
    en: { say: 'pay takes the name of an item of pay.csv, not “{text}”.', cure: 'Write pay(base_salary) or pay("base salary")' },
  },
  'call.needs-measure-result': {
    zh: { say: '“{function}”里只能写一个指标，不能是“{text}”。', cure: '得分、系数、目标、薪酬项目这些只有本期、本人的数；要参照别的期间，写指标：{signature}' },
    en: {
      say: '{function} is about a measure, not about {text}.',
      cure: 'Scores, coefficients, targets and pay items are of this person and period alone; to look at another period, name a measure: {signature}',
    },
  },
  'call.needs-measure': {
    zh: { say: '“{function}”里只能写一个指标，不能是“{text}”。', cure: '先把它定义成单独的指标，再写 {signature}' },
    en: { say: '{function} takes one measure, not “{text}”.', cure: 'Define that as a measure of its own, then write {signature}' },
  },
  'call.team-of': {
    zh: { say: '“{function}”里不能写“{text}”：只能合计指标、目标(指标)、冲刺(指标)、挑战(指标)，或 达成率(指标)。', cure: '{advice}' },
    en: { say: '{function} cannot gather “{text}”: it takes a measure, target(measure), stretch(measure), challenge(measure) or attainment(measure).', cure: '{advice}' },
  },
  'call.team-twice': {
    zh: { say: '“{text}”已经是团队或下线的值，不能再套一层。', cure: '只留一层，或引用口径为“本人”（scope: own）的指标。' },
    en: { say: '“{text}” is already over a team or downline and cannot be gathered again.', cure: 'Keep one of them, or refer to a measure of scope own.' },
  },
  'seen.nested': {
    zh: { say: '首次、曾有 里面不能再用 首次、曾有。', cure: '里面的条件只写字段。' },
    en: { say: 'first and earlier cannot stand inside one another.', cure: 'Use only fields in the inner condition.' },
  },
  'seen.bad-key': {
    zh: { say: '“{text}”不能用来判断是不是同一个。', cure: '写客户、地区这样的字段。' },
    en: { say: '“{text}” cannot tell things apart.', cure: 'Name a field such as the customer or the region.' },
  },
  'zero-divisor': {
    zh: { say: '“{text}”的除数是 0，结果永远为空。', cure: '改正除数。' },
    en: { say: '“{text}” divides by zero and is always empty.', cure: 'Correct the divisor.' },
  },
} satisfies TextCatalogue
