import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about one value of a file. */
export const valueTexts = {
  'value.required': {
    zh: { say: '第 {line} 行“{column}”列没有填，这一列必填。', cure: '补上值；如果确实可以为空，去掉字段的 required。' },
    en: { say: 'Line {line}, column {column} is empty, and it is required.', cure: 'Fill it in; if it may be empty, take required from the field.' },
  },
  'value.too-long': {
    zh: { say: '第 {line} 行“{column}”列的值有 {bytes} 字节，这一列最多 {limit} 字节：{value}', cure: '缩短它；如果整行看起来错位了，检查引号和分隔符。' },
    en: {
      say: 'Line {line}, column {column}: the value has {bytes} bytes, and this column takes at most {limit}: {value}',
      cure: 'Shorten it; if the whole row looks shifted, check its quotes and separators.',
    },
  },
  'value.not-a-number': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不是数字。', cure: '写成 1234.50 或 1,234.50；没有值就留空。' },
    en: { say: 'Line {line}, column {column}: “{value}” is not a number.', cure: 'Write 1234.50 or 1,234.50; leave it empty where there is none.' },
  },
  'value.decimal-comma': {
    zh: {
      say: '第 {line} 行“{column}”列：“{value}”里的逗号看起来是小数点。',
      cure: '小数点用句点：1234.50；逗号只能分隔千位：1,234.50。整个文件都用逗号作小数点时，在 source 里写 decimal: comma，或导入时加 --decimal comma。',
    },
    en: {
      say: 'Line {line}, column {column}: the comma in “{value}” looks like a decimal point.',
      cure: 'Use a point for decimals, 1234.50; commas only part thousands, 1,234.50. Where the whole file has decimal commas, write decimal: comma at the source, or import with --decimal comma.',
    },
  },
  'value.decimal-point': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”里的句点看起来是小数点，可是这个文件用逗号作小数点。', cure: '改成逗号，例如 1234,50；文件其实用句点时，去掉 decimal: comma。' },
    en: {
      say: 'Line {line}, column {column}: the point in “{value}” looks like a decimal point, but this file has decimal commas.',
      cure: 'Write a comma, 1234,50; if the file has decimal points, take away decimal: comma.',
    },
  },
  'value.number-too-long': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”超过 {limit} 位数字。', cure: '检查是不是把几列连在了一起。' },
    en: { say: 'Line {line}, column {column}: “{value}” has more than {limit} digits.', cure: 'Check whether several columns ran together.' },
  },
  'value.percent-sign': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”带百分号，但这个字段的单位不是百分比。', cure: '给字段写 unit: percent，或在文件里写成不带百分号的数。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” has a percent sign, but the unit of the field is not percent.',
      cure: 'Give the field unit: percent, or write plain numbers in the file.',
    },
  },
  'value.percent-of-measure': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”带百分号，但这一行的指标不以百分比为单位。', cure: '去掉百分号；这个指标若是百分比，给它写 unit: percent。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” has a percent sign, but the measure of the row is not in percent.',
      cure: 'Leave the sign out; where the measure is a percentage, give it unit: percent.',
    },
  },
  'value.other-currency': {
    zh: {
      say: '第 {line} 行“{column}”列：“{value}”写的是别的货币，这一列是 {currency}。',
      cure: '改成 {currency} 的金额；有几种货币时，加一列写货币代码，并用 currencyField 指明。',
    },
    en: {
      say: 'Line {line}, column {column}: “{value}” is in another currency; the column is in {currency}.',
      cure: 'Write the amount in {currency}; for several currencies add a column with the code and name it as currencyField.',
    },
  },
  'value.currency-differs': {
    zh: {
      say: '第 {line} 行“{column}”列：“{value}”写着货币，而“{beside}”列是“{currency}”。',
      cure: '让两处一致，或者金额只写数字，货币写在“{beside}”列。',
    },
    en: {
      say: 'Line {line}, column {column}: “{value}” names a currency, but the column {beside} says “{currency}”.',
      cure: 'Make the two agree, or write the plain amount and its currency in {beside}.',
    },
  },
  'value.not-whole': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不是整数。', cure: '写整数；如果可以有小数，把字段类型改成 decimal。' },
    en: { say: 'Line {line}, column {column}: “{value}” is not a whole number.', cure: 'Write a whole number; if fractions are possible, make the field a decimal.' },
  },
  'value.integer-too-large': {
    zh: { say: '第 {line} 行“{column}”列：整数“{value}”太大，最多 19 位（约 922 亿亿）。', cure: '如果它是编号，把字段类型改成 text；如果是数量，改成 decimal。' },
    en: {
      say: 'Line {line}, column {column}: the whole number “{value}” is too large (beyond ±9.22 × 10¹⁸).',
      cure: 'If it is an identifier, make the field a text; if it is a quantity, a decimal.',
    },
  },
  'value.not-a-day': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不是日期。', cure: '写成 2026-03-31、2026/3/31、20260331 或 2026年3月31日。' },
    en: { say: 'Line {line}, column {column}: “{value}” is not a date.', cure: 'Write 2026-03-31, 2026/3/31 or 20260331.' },
  },
  'value.not-a-day-or-period': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”既不是日期，也不是公司日历里的期间。', cure: '写成 2026-03-31，或期间，例如 2026-Q1、2026-03。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” is neither a date nor a period of the company’s calendar.',
      cure: 'Write 2026-03-31, or a period such as 2026-Q1 or 2026-03.',
    },
  },
  'value.no-such-day': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”这一天不存在。', cure: '检查月份和日期：{hint}。' },
    en: { say: 'Line {line}, column {column}: there is no day “{value}”.', cure: 'Check month and day: {hint}.' },
  },
  'value.year-out-of-range': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”的年份不在 1000 到 9999 之间。', cure: '写四位数的年份。' },
    en: { say: 'Line {line}, column {column}: the year of “{value}” is not between 1000 and 9999.', cure: 'Write the year with four digits.' },
  },
  'value.day-or-month-first': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”看不出哪个是月、哪个是日。', cure: '给字段写 dateOrder: mdy（月/日/年）或 dmy（日/月/年），或在文件里写成 2026-03-31。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” does not tell which is the month and which the day.',
      cure: 'Give the field dateOrder: mdy or dmy, or write 2026-03-31 in the file.',
    },
  },
  'value.time-would-be-lost': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”带有时间，这个字段只存日期。', cure: '把字段类型改成 timestamp，或在文件里只写日期。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” has a time of day, and the field keeps dates only.',
      cure: 'Make the field a timestamp, or write only the date in the file.',
    },
  },
  'value.not-a-time': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不是日期和时间。', cure: '写成 2026-03-31 14:05:00；有时区时写 2026-03-31T14:05:00+08:00。' },
    en: { say: 'Line {line}, column {column}: “{value}” is not a date and time.', cure: 'Write 2026-03-31 14:05:00, or with an offset 2026-03-31T14:05:00+08:00.' },
  },
  'value.not-yes-or-no': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”看不出是“是”还是“否”。', cure: '写 是/否、true/false、yes/no 或 1/0。' },
    en: { say: 'Line {line}, column {column}: “{value}” is neither yes nor no.', cure: 'Write true/false, yes/no, 1/0 or 是/否.' },
  },
  'value.not-a-choice': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不在选项里。', cure: '{hint} 只是写法不同时，在字段的 aliases 里写明；确实是新选项，加进 choices。' },
    en: {
      say: 'Line {line}, column {column}: “{value}” is not one of the choices.',
      cure: '{hint} If it is another spelling, name it in the aliases of the field; if it is a new choice, add it to choices.',
    },
  },
  'value.not-a-currency': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”不是货币代码。', cure: '写三个字母的代码，例如 CNY、USD。' },
    en: { say: 'Line {line}, column {column}: “{value}” is not a code of a currency.', cure: 'Write a code of three letters, such as CNY or USD.' },
  },
  'value.employee-unknown': {
    zh: { say: '第 {line} 行“{column}”列：没有员工叫“{value}”。', cure: '改成已有的员工编号、姓名或别名，或先把这个人加进人员文件。' },
    en: { say: 'Line {line}, column {column}: no employee is known as “{value}”.', cure: 'Write an id, name or alias that exists, or add the person first.' },
  },
  'value.employee-unknown-near': {
    zh: { say: '第 {line} 行“{column}”列：没有员工叫“{value}”；最接近的是：{near}。', cure: '笔误就改正；同一个人的另一种写法，加到他的别名里。' },
    en: {
      say: 'Line {line}, column {column}: no employee is known as “{value}”. Closest: {near}.',
      cure: 'Correct it; if it is another spelling of the same person, add it to their aliases.',
    },
  },
  'value.employee-ambiguous': {
    zh: { say: '第 {line} 行“{column}”列：“{value}”可以指好几位员工，编号是 {ids}。', cure: '改写成其中一位的编号。' },
    en: { say: 'Line {line}, column {column}: “{value}” may be any of these employees: {ids}.', cure: 'Write the id of the one you mean.' },
  },
} satisfies TextCatalogue
