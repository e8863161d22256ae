import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about the spelling of a formula. */
export const formulaTexts = {
  'formula.empty': {
    zh: { say: '这里应该写公式，现在是空的。', cure: '写上公式，或删掉这一项。' },
    en: { say: 'A formula belongs here, and there is none.', cure: 'Write it, or remove the entry.' },
  },
  'formula.too-long': {
    zh: { say: '公式有 {length} 个字符，最多 {limit} 个。', cure: '把它拆成几个指标，再在公式里引用它们。' },
    en: { say: 'The formula has {length} characters; at most {limit} are taken.', cure: 'Divide it into several measures and refer to them.' },
  },
  'formula.too-deep': {
    zh: { say: '公式嵌套超过 {limit} 层。', cure: '把里层拆成单独的指标；一长串“或 … =”可改写成“属于 (…)”。' },
    en: { say: 'The formula is nested more than {limit} levels deep.', cure: 'Make a measure of the inner part; a long row of “or … =” can be written as “in (…)”.' },
  },
  'formula.unexpected-character': {
    zh: { say: '公式里不认识这个字符：{character}', cure: '删掉它。名称里有空格或符号时，用「」或反引号括起来；“且、或、非”写成文字。' },
    en: { say: 'This character means nothing in a formula: {character}', cure: 'Remove it. A name with spaces or signs goes in backquotes; write and, or, not as words.' },
  },
  'formula.unclosed-text': {
    zh: { say: '文字从这里开始，但没有结束的引号 {quote}。', cure: '在文字末尾补上 {quote}。' },
    en: { say: 'A text begins here and its closing quote {quote} is missing.', cure: 'Put {quote} at the end of the text.' },
  },
  'formula.unclosed-name': {
    zh: { say: '名称从这里开始，但没有结束的 {quote}。', cure: '在名称末尾补上 {quote}。' },
    en: { say: 'A quoted name begins here and its closing {quote} is missing.', cure: 'Put {quote} at the end of the name.' },
  },
  'formula.unclosed-paren': {
    zh: { say: '这个左括号没有对应的右括号。', cure: '在该结束的地方补上“)”。' },
    en: { say: 'This bracket is never closed.', cure: 'Put “)” where it ends.' },
  },
  'formula.unexpected-paren': {
    zh: { say: '这个右括号没有对应的左括号。', cure: '删掉它，或补上前面的“(”。' },
    en: { say: 'This bracket closes nothing.', cure: 'Remove it, or open one before.' },
  },
  'formula.expected-value': {
    zh: { say: '这里应该是数、文字、名称或括号，却是{found}。', cure: '补上缺少的那一项，或删掉多余的符号。' },
    en: { say: 'A number, text, name or bracket belongs here, not {found}.', cure: 'Add what is missing, or remove the extra sign.' },
  },
  'formula.expected-name': {
    zh: { say: '点号后面应该是字段名，却是{found}。', cure: '写成“订单.客户”这样；小数点前要有数字。' },
    en: { say: 'A field name belongs after the dot, not {found}.', cure: 'Write it like order.customer; a decimal point needs a digit before it.' },
  },
  'formula.missing-operator': {
    zh: { say: '{found} 前面少了运算符。', cure: '补上 +、-、×、÷、=、且、或 等；名称里有空格时用「」括起来。' },
    en: { say: 'An operator is missing before {found}.', cure: 'Add +, -, *, /, =, and, or …; put a name with spaces in backquotes.' },
  },
  'formula.unexpected': {
    zh: { say: '这里不该有{found}。', cure: '删掉它；列表要写在括号里，例如：属于 ("A", "B")。' },
    en: { say: '{found} does not belong here.', cure: 'Remove it; a list goes in brackets, such as in ("A", "B").' },
  },
  'formula.comma-in-number': {
    zh: { say: '数里不能写逗号：{written}', cure: '去掉逗号，或用下划线分隔，例如 1_000；也可以写 1万。' },
    en: { say: 'A number holds no comma: {written}', cure: 'Leave it out, or write an underscore as in 1_000.' },
  },
  'formula.chained-comparison': {
    zh: { say: '不能连着比较两次。', cure: '写成“a < b 且 b < c”。' },
    en: { say: 'Two comparisons cannot be chained.', cure: 'Write “a < b and b < c”.' },
  },
  'formula.unknown-function': {
    zh: { say: '没有叫“{name}”的函数。', cure: '{hint}' },
    en: { say: 'There is no function called {name}.', cure: '{hint}' },
  },
  'formula.arity': {
    zh: { say: '“{name}”需要 {expected} 项，这里写了 {count} 项。', cure: '写成：{signature}' },
    en: { say: '{name} takes {expected} {expected|argument|arguments}, and {count} {count|is|are} given.', cure: 'Write {signature}' },
  },
  'formula.number-too-long': {
    zh: { say: '这个数太长，最多 {limit} 位。', cure: '检查是否多打了数字。' },
    en: { say: 'This number is too long; at most {limit} digits are taken.', cure: 'Check whether digits were typed twice.' },
  },
  'formula.expected-list': {
    zh: { say: '“属于”后面要有一个括号里的列表。', cure: '写成：属于 ("A", "B")' },
    en: { say: 'A list in brackets belongs after “in”.', cure: 'Write in ("A", "B")' },
  },
  'formula.expected-empty': {
    zh: { say: '“is”后面只能是 empty 或 not empty。', cure: '判断空值写“为空”或“不为空”；判断相等用“=”。' },
    en: { say: 'Only “empty” or “not empty” can follow “is”.', cure: 'Write “is empty” or “is not empty”; for equality use “=”.' },
  },
  'formula.expected-days': {
    zh: { say: '“近”后面应该是 1 到 {limit} 之间的整数天数。', cure: '写成：近 90 天' },
    en: { say: 'A whole number of days from 1 to {limit} belongs after “within”.', cure: 'Write within 90 days' },
  },
} satisfies TextCatalogue

export type FormulaCode = keyof typeof formulaTexts
