import type { Files } from '../../server/plan/testing-folder.ts'

/** One kind of bad input: what is done, and what the answer must name. */
export interface Kind {
  readonly what: string
  /** Files of the plan folder that differ from the good one. */
  readonly files?: Files
  /** The command, with `DIR` for the folder; `apply DIR` where not given. */
  readonly args?: readonly string[]
  /** File and line, as the answer names them below the folder; null where the command itself is wrong. */
  readonly place: string | null
  /** Words of the English answer. */
  readonly says: RegExp
  /** 1: something in the content; 2: a mistake in the command. */
  readonly exit?: 1 | 2
}

/** A measure of its own file: `{…}` in flow style, so that it is one line. */
const measure = (text: string): Files => ({ 'measures/bad.yaml': text })
const formula = (text: string): Files => measure(`measure: bad\nkind: formula\nunit: number\nformula: '${text}'\n`)
const sum = (value: string, more = ''): Files => measure(`measure: bad\nkind: aggregate\nunit: money\ndataset: orders\naggregate: sum\nvalue: '${value}'\n${more}`)
const dataset = (text: string): Files => ({ 'datasets/bad.yaml': text })
const company = (text: string): Files => ({ 'company.yaml': text })
const people = (rows: string): Files => ({
  'people.csv': `id,name,alias,unit,manager,from,until\nE1,王经理,,销售部,,,\nE2,李雷,小李,销售部,E1,,\nE3,韩梅梅,,销售部,E1,,\n${rows}\n`,
})

const YAML: readonly Kind[] = [
  { what: 'a bracket that is never closed', files: company('company: [\n'), place: 'company.yaml:', says: /bracket|closed|\]/ },
  { what: 'a tab for indentation', files: measure('measure: bad\nkind: formula\nscope:\n\tline: reporting\n'), place: 'measures/bad.yaml:4', says: /tab/i },
  { what: 'a key twice', files: measure('measure: bad\nkind: formula\nkind: ratio\n'), place: 'measures/bad.yaml:3', says: /twice|already/ },
  {
    what: 'anchors that multiply',
    files: measure(
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
        .split('')
        .map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
        .join('\n')}\n`,
    ),
    place: 'measures/bad.yaml',
    says: /anchor|alias|repeat/i,
  },
  { what: 'a hundred thousand brackets', files: measure('['.repeat(100_000)), place: 'measures/bad.yaml', says: /deep/ },
  { what: 'a colon left out', files: measure('measure: bad\nkind formula\nunit: money\n'), place: 'measures/bad.yaml:2', says: /colon/ },
  { what: 'code in a tag', files: measure('measure: !!js/function "process.exit()"\n'), place: 'measures/bad.yaml:1', says: /tag|!!/ },
  { what: 'a NUL byte in YAML', files: measure('measure: b\0ad\nkind: formula\n'), place: 'measures/bad.yaml', says: /NUL|control|U\+0000|0x00/ },
  {
    what: 'bytes of no encoding in YAML',
    files: { 'measures/bad.yaml': Buffer.from([0x6d, 0x3a, 0x20, 0xff, 0xff, 0x80, 0x0a]) },
    place: 'measures/bad.yaml',
    says: /encoding|UTF-8/,
  },
  { what: 'a YAML file of 5 MB', files: measure(`# ${'x'.repeat(5 * 1_048_576)}\n`), place: 'measures/bad.yaml', says: /large|MB/ },
  { what: 'a key that nothing knows', files: company('company: good\nname: Good\ncurency: CNY\n'), place: 'company.yaml:3', says: /currency/ },
  { what: 'a list where one value belongs', files: company('company: good\nname: Good\ncurrency: [CNY, USD]\n'), place: 'company.yaml:3', says: /currency/ },
  { what: 'a company id with SQL in it', files: company(`company: 'x"; drop database postgres; --'\nname: Good\ncurrency: CNY\n`), place: 'company.yaml:1', says: /company/ },
  { what: 'a currency of four letters', files: company('company: good\nname: Good\ncurrency: YUAN\n'), place: 'company.yaml:3', says: /currency/ },
  { what: 'a time zone that is nowhere', files: company('company: good\nname: Good\ncurrency: CNY\ntimezone: Asia/Peking2\n'), place: 'company.yaml:4', says: /time zone/ },
  {
    what: 'two companies',
    files: company('company: good\nname: Good\ncurrency: CNY\n---\ncompany: other\nname: Other\ncurrency: CNY\n'),
    place: 'company.yaml',
    says: /2|two|one/i,
  },
  {
    what: 'another company in this database',
    files: company('company: other\nname: Other\ncurrency: CNY\nunits: { 单: 单, 分: 分 }\n'),
    place: null,
    says: /other[\s\S]*good|good[\s\S]*other/,
  },
  { what: 'a measure among the datasets', files: dataset('measure: bad\nkind: formula\nunit: money\nformula: sales\n'), place: 'datasets/bad.yaml:1', says: /measures\// },
  { what: 'a dataset twice', files: dataset('dataset: orders\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/', says: /orders/ },
  { what: 'a measure twice', files: measure('measure: sales\nkind: formula\nunit: money\nformula: target\n'), place: 'measures/', says: /sales/ },
  { what: 'a file where a folder belongs', args: ['apply', 'DIR/company.yaml'], place: 'company.yaml', says: /folder/ },
  { what: 'a folder that is not there', args: ['apply', 'DIR/nothing'], place: 'nothing', says: /no folder|not exist|there is no/i },
  { what: 'a folder without a company', files: { 'company.yaml': null }, place: '', says: /company\.yaml/ },
]

const NAMES: readonly Kind[] = [
  {
    what: 'a name of 10 kB',
    files: measure(`measure: ${'长'.repeat(3_500)}\nkind: formula\nunit: money\nformula: sales\n`),
    place: 'measures/bad.yaml:1',
    says: /long|bytes|characters/,
  },
  { what: 'a bell in a name', files: dataset('dataset: "a\\u0007b"\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:1', says: /control|character/ },
  { what: 'a name that nobody can see', files: dataset('dataset: "\\u200b"\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:1', says: /invisible/ },
  { what: 'a dataset that begins like ours', files: dataset('dataset: _state\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:1', says: /_/ },
  { what: 'a dataset named like the history of another', files: dataset('dataset: orders~history\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:1', says: /~/ },
  { what: 'a dataset that every company has', files: dataset('dataset: entered\nkey: [id]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:1', says: /entered/ },
  { what: 'a field that the database has taken', files: dataset('dataset: bad\nkey: [id]\nfields: { id: text, ctid: text }\n'), place: 'datasets/bad.yaml', says: /ctid/ },
  {
    what: 'a data file outside the folder',
    files: dataset('dataset: bad\nkey: [id]\nfields: { id: text }\nsource: { file: ../../../etc/passwd }\n'),
    place: 'datasets/bad.yaml:4',
    says: /outside|folder/,
  },
  {
    what: 'a data file by an absolute path',
    files: dataset('dataset: bad\nkey: [id]\nfields: { id: text }\nsource: { file: /etc/passwd }\n'),
    place: 'datasets/bad.yaml:4',
    says: /outside|folder/,
  },
  {
    what: 'a column for a field that does not exist',
    files: { ...dataset('dataset: bad\nkey: [id]\nfields: { id: text }\nsource: { file: bad.csv, columns: { nr: id } }\n'), 'bad.csv': 'id\n1\n' },
    place: 'datasets/bad.yaml:4',
    says: /nr/,
  },
  {
    what: 'a data file that is not there',
    files: dataset('dataset: bad\nkey: [id]\nfields: { id: text }\nsource: { file: gone.csv }\n'),
    place: 'datasets/bad.yaml:4',
    says: /gone\.csv/,
  },
  { what: 'a data folder that is not there', args: ['apply', 'DIR', '--data', 'DIR/gone'], place: 'gone', says: /folder/ },
]

const FORMULAS: readonly Kind[] = [
  { what: 'a field that does not exist', files: sum('amont'), place: 'measures/bad.yaml:6', says: /amont[\s\S]*amount/ },
  { what: 'a measure that does not exist', files: formula('saels + target'), place: 'measures/bad.yaml:4', says: /saels[\s\S]*sales/ },
  {
    what: 'a dataset that does not exist',
    files: measure('measure: bad\nkind: aggregate\nunit: 单\ndataset: ordres\naggregate: count\n'),
    place: 'measures/bad.yaml:4',
    says: /ordres[\s\S]*orders/,
  },
  { what: 'a bracket too few', files: formula('(sales + target'), place: 'measures/bad.yaml:4', says: /bracket|parenthes|\)/ },
  { what: 'an operator too many', files: formula('sales + * target'), place: 'measures/bad.yaml:4', says: /\*/ },
  { what: 'a quote never closed', files: sum('amount', 'filter: id = "O1\n'), place: 'measures/bad.yaml:7', says: /quote/ },
  { what: 'an unknown function', files: formula('median(sales)'), place: 'measures/bad.yaml:4', says: /median/ },
  { what: 'a function with too many parts', files: formula('abs(sales, target)'), place: 'measures/bad.yaml:4', says: /abs/ },
  { what: 'yuan plus orders', files: formula('sales + orders_count'), place: 'measures/bad.yaml:4', says: /CNY|yuan|元|unit/ },
  { what: 'money that is said to be a number', files: formula('sales'), place: 'measures/bad.yaml', says: /unit/ },
  { what: 'a unit that nobody declared', files: measure('measure: bad\nkind: formula\nunit: furlong\nformula: sales\n'), place: 'measures/bad.yaml:3', says: /furlong/ },
  { what: 'a text compared with a number', files: sum('amount', 'filter: id > 5\n'), place: 'measures/bad.yaml:7', says: /text|number/ },
  { what: 'a condition that is a number', files: sum('amount', 'filter: amount\n'), place: 'measures/bad.yaml:7', says: /condition|yes or no|true/ },
  { what: 'a sum of texts', files: sum('id'), place: 'measures/bad.yaml:6', says: /text|number/ },
  { what: 'a date that does not exist', files: sum('amount', 'filter: day >= 2026-02-30\n'), place: 'measures/bad.yaml:7', says: /2026-02-30/ },
  { what: 'a date that does not exist, as a date', files: sum('amount', `filter: day >= date("2026-02-30")\n`), place: 'measures/bad.yaml:7', says: /2026-02-30/ },
  {
    what: 'two measures that need each other',
    files: measure('- { measure: a, kind: formula, unit: money, formula: b + sales }\n- { measure: b, kind: formula, unit: money, formula: a }\n'),
    place: 'measures/bad.yaml:',
    says: /a → b|circle|cycle/,
  },
  {
    what: 'a measure that needs itself',
    files: measure('measure: bad\nkind: formula\nunit: money\nformula: bad + sales\n'),
    place: 'measures/bad.yaml:4',
    says: /itself|circle|cycle/,
  },
  { what: 'a thousand brackets deep', files: formula(`${'('.repeat(1_000)}sales${')'.repeat(1_000)}`), place: 'measures/bad.yaml:4', says: /deep|nest/ },
  { what: 'a formula of 20,000 characters', files: formula(`sales${' + sales'.repeat(3_000)}`), place: 'measures/bad.yaml:4', says: /long|characters/ },
  { what: 'a number of 100 digits', files: formula('9'.repeat(100)), place: 'measures/bad.yaml:4', says: /digits/ },
  { what: 'a path through what is no reference', files: sum('amount', 'filter: seller.level = "x"\n'), place: 'measures/bad.yaml:7', says: /seller/ },
  { what: 'SQL for a formula', files: formula('sales; drop table app.employee'), place: 'measures/bad.yaml:4', says: /;/ },
  {
    what: 'weights of 90',
    files: measure('measure: bad\nkind: rating\nunit: 分\nsources: { manager: { weight: 60 }, self: { weight: 30 } }\n'),
    place: 'measures/bad.yaml:',
    says: /100/,
  },
  { what: 'a value of 99 decimal places', files: measure('measure: bad\nkind: formula\nunit: money\nround: 99\nformula: sales\n'), place: 'measures/bad.yaml:4', says: /16/ },
  { what: 'an unknown kind of measure', files: measure('measure: bad\nkind: guess\nunit: money\n'), place: 'measures/bad.yaml:2', says: /kind/ },
  { what: 'an unknown scope', files: measure('measure: bad\nkind: formula\nunit: money\nscope: everybody\nformula: sales\n'), place: 'measures/bad.yaml:4', says: /scope/ },
  { what: 'a ratio without a divisor', files: measure('measure: bad\nkind: ratio\nunit: percent\nnumerator: sales\n'), place: 'measures/bad.yaml:', says: /denominator/ },
]

const DOCUMENTS: readonly Kind[] = [
  { what: 'an owner who is no employee', files: dataset('dataset: bad\nkey: [id]\nowner: id\nfields: { id: text }\n'), place: 'datasets/bad.yaml:3', says: /employee/ },
  { what: 'a date that is no date', files: dataset('dataset: bad\nkey: [id]\ndate: id\nfields: { id: text }\n'), place: 'datasets/bad.yaml:3', says: /date/ },
  { what: 'a key that is no field', files: dataset('dataset: bad\nkey: [nr]\nfields: { id: text }\n'), place: 'datasets/bad.yaml:2', says: /nr/ },
  {
    what: 'a reference to nothing',
    files: dataset('dataset: bad\nkey: [id]\nfields: { id: text, customer: { type: reference, to: custmers } }\n'),
    place: 'datasets/bad.yaml:3',
    says: /custmers/,
  },
  { what: 'a choice without choices', files: dataset('dataset: bad\nkey: [id]\nfields: { id: text, stage: choice }\n'), place: 'datasets/bad.yaml:3', says: /choices/ },
  { what: 'a type that does not exist', files: dataset('dataset: bad\nkey: [id]\nfields: { id: string }\n'), place: 'datasets/bad.yaml:3', says: /text/ },
  {
    what: 'shares kept in a dataset that is not there',
    files: dataset('dataset: bad\nkey: [id]\nsplits: { dataset: gone, record: r, employee: e, percent: p }\nfields: { id: text }\n'),
    place: 'datasets/bad.yaml:3',
    says: /gone/,
  },
  {
    what: 'a type that the records do not fit',
    files: {
      'datasets/orders.yaml':
        'dataset: orders\nname: { zh: 订单, en: Orders }\nkey: [id]\nowner: seller\ndate: day\nfields:\n  id: text\n  seller: { type: employee, required: true }\n  day: { type: date, required: true }\n  amount: { type: money, required: true }\n  cost: date\n',
    },
    place: 'datasets/orders.yaml:11',
    says: /7800/,
  },
  {
    what: 'a field that is dropped with its values',
    files: {
      'datasets/orders.yaml':
        'dataset: orders\nname: { zh: 订单, en: Orders }\nkey: [id]\nowner: seller\ndate: day\nfields:\n  id: text\n  seller: { type: employee, required: true }\n  day: { type: date, required: true }\n  amount: { type: money, required: true }\n',
    },
    place: 'datasets/orders.yaml:',
    says: /cost/,
  },
]

const ORG: readonly Kind[] = [
  { what: 'a circle of managers', files: people('E4,甲,,,E5,,\nE5,乙,,,E4,,'), place: 'people.csv:5', says: /E4[\s\S]*E5/ },
  { what: 'a manager nobody knows', files: people('E4,甲,,,赵六,,'), place: 'people.csv:5', says: /赵六/ },
  { what: 'a person as the own manager', files: people('E4,甲,,,E4,,'), place: 'people.csv:5', says: /own|themsel|E4/ },
  { what: 'one id with two names', files: people('E4,甲,,,E1,,\nE4,乙,,,E1,2026-01-01,'), place: 'people.csv:6', says: /甲[\s\S]*乙|乙[\s\S]*甲/ },
  {
    what: 'two units at the same time',
    files: { ...people('E4,甲,,销售部,E1,,\nE4,甲,,市场部,E1,2026-01-01,'), 'units.csv': 'id,name,parent\n销售部,销售部,\n市场部,市场部,\n' },
    place: 'people.csv:',
    says: /销售部[\s\S]*市场部|市场部[\s\S]*销售部/,
  },
  { what: 'a person who leaves before coming', files: people('E4,甲,,,E1,2026-05-01,2026-04-01'), place: 'people.csv:5', says: /2026-04-01/ },
  { what: 'a person who comes on 30 February', files: people('E4,甲,,,E1,2026-02-30,'), place: 'people.csv:5', says: /2026-02-30/ },
  { what: 'a list of people without ids', files: { 'people.csv': 'name,manager\n甲,\n' }, place: 'people.csv:1', says: /id/ },
  { what: 'a row with a cell too many', files: people('E4,甲,,,E1,,,,'), place: 'people.csv:5', says: /9[\s\S]*7|7[\s\S]*9/ },
  { what: 'an invisible character in a name', files: people('E4,甲\u202e乙,,,E1,,'), place: 'people.csv:5', says: /U\+202E/ },
  { what: 'a name of 10 kB of a person', files: people(`E4,${'长'.repeat(3_500)},,,E1,,`), place: 'people.csv:5', says: /200/ },
  { what: 'an alias that two people claim', files: people('E4,甲,小李,,E1,,'), place: 'people.csv:', says: /小李/ },
  { what: 'a unit that was not given', files: people('E4,甲,,火星部,E1,,'), place: 'people.csv:5', says: /火星部/ },
  { what: 'a circle of units', files: { 'units.csv': 'id,name,parent\n销售部,销售部,华东\n华东,华东,销售部\n' }, place: 'units.csv:', says: /销售部[\s\S]*华东|华东[\s\S]*销售部/ },
  { what: 'people in bytes of no encoding', files: { 'people.csv': Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xff, 0x80, 0x0a]) }, place: 'people.csv', says: /encoding|UTF-8/ },
  {
    what: 'a column of people that is not in the file',
    files: { 'people.csv': null, 'people.yaml': '- file: staff.csv\n  columns: { id: nr, name: Name }\n', 'staff.csv': 'Nr2,Name\nE1,a\n' },
    place: 'people.yaml:',
    says: /nr/,
  },
  { what: 'a rate of zero', files: { 'rates.csv': 'currency,date,rate\nUSD,2026-01-01,0\n' }, place: 'rates.csv:2', says: /rate|0/ },
  { what: 'a rate in words', files: { 'rates.csv': 'currency,date,rate\nUSD,2026-01-01,seven\n' }, place: 'rates.csv:2', says: /seven/ },
  { what: 'a currency of two letters', files: { 'rates.csv': 'currency,date,rate\nUS,2026-01-01,7\n' }, place: 'rates.csv:2', says: /US/ },
  { what: 'two rates of one day', files: { 'rates.csv': 'currency,date,rate\nUSD,2026-01-01,7\nUSD,2026-01-01,7.2\n' }, place: 'rates.csv:3', says: /7\.2|7/ },
]

/** Kinds of documents, formulas, people, units and rates. */
export const PLAN_KINDS: readonly Kind[] = [...YAML, ...NAMES, ...FORMULAS, ...DOCUMENTS, ...ORG]
