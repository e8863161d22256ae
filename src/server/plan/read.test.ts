import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { checkPlanFolder } from './check.ts'
import { checkData } from './check-data.ts'
import { readPlan } from './read.ts'
import { type Files, planFolder } from './testing-folder.ts'

let remove: () => Promise<void> = async () => undefined
afterEach(() => remove())

/** Everything said about the good folder with these changes; places relative to it. */
async function told(change: Files, prepare: (dir: string) => Promise<void> = async () => undefined): Promise<Diagnostic[]> {
  const folder = await planFolder(change)
  remove = folder.remove
  await prepare(folder.dir)
  const { plan, diagnostics } = await readPlan(folder.dir)
  return [...diagnostics, ...checkPlanFolder(plan).diagnostics].map((d) => ({
    ...d,
    place: { ...d.place, file: (d.place.file ?? '').replace(`${folder.dir}/`, '').replace(folder.dir, '.') },
  }))
}

function short(list: readonly Diagnostic[]): string[] {
  return list.map(({ code, place: { file, line, column } }) => [code, file, line, column].filter((x) => x !== undefined).join(' '))
}

test('a good folder is read whole, and nothing is said about it', async () => {
  const folder = await planFolder()
  remove = folder.remove
  const { plan, diagnostics } = await readPlan(folder.dir)
  const { checked, diagnostics: more } = checkPlanFolder(plan)
  expect([...diagnostics, ...more]).toEqual([])
  expect(checked?.company.document.company).toBe('good')
  expect(plan.people?.map((r) => [r.fields.id, r.fields.manager, r.line])).toEqual([
    ['E1', '', 2],
    ['E2', 'E1', 3],
    ['E3', 'E1', 4],
  ])
  expect(plan.data.map((d) => [d.dataset, d.name])).toEqual([
    ['orders', 'orders.csv'],
    ['entered', 'entered.csv'],
    ['ratings', 'ratings.csv'],
  ])
})

const sources = (text: string): Files => ({ 'people.csv': null, 'people.yaml': text, 'staff.csv': '工号,姓,名,上级\nE1,王,经理,\nE2,李,雷,王经理\nE3,韩,梅梅,王经理\n' })

describe('people from other files', () => {
  test('templates, loosely written column names, and each manager once', async () => {
    const folder = await planFolder(
      sources(
        '- file: staff.csv\n  columns: { id: 工号, name: "{姓}{名}", manager: 上级 }\n- file: staff.csv\n  distinct: true\n  columns: { id: 上级 }\n- { id: 007, name: 邦德 }\n',
      ),
    )
    remove = folder.remove
    const { plan, diagnostics } = await readPlan(folder.dir)
    expect(diagnostics).toEqual([])
    expect(plan.people?.map((r) => [r.fields.id, r.fields.name])).toEqual([
      ['E1', '王经理'],
      ['E2', '李雷'],
      ['E3', '韩梅梅'],
      ['王经理', undefined],
      ['007', '邦德'],
    ])
  })

  test('GB18030 and a byte order mark', async () => {
    const gb = Buffer.from([0x69, 0x64, 0x2c, 0x6e, 0x61, 0x6d, 0x65, 0x0a, 0x45, 0x31, 0x2c, 0xc0, 0xee, 0xc0, 0xd7, 0x0a]) // id,name ⏎ E1,李雷
    expect(short(await told({ 'people.csv': gb }))).toEqual([])
    expect(short(await told({ 'people.csv': '\ufeffid,name\nE1,李雷\n' }))).toEqual([])
  })
})

/** Each bad folder: what is changed, and what must be said, with the place. */
const BAD: [string, Files, string[]][] = [
  ['no company.yaml', { 'company.yaml': null }, ['plan.no-company .']],
  ['an empty company.yaml', { 'company.yaml': '# nothing\n' }, ['plan.document-empty company.yaml']],
  ['two companies', { 'company.yaml': 'company: a\n---\ncompany: b\n' }, ['plan.company-many company.yaml 3 10']],
  ['a company id that cannot be one', { 'company.yaml': 'company: "好; drop table"\n' }, ['document.format company.yaml 1 10']],
  ['a time zone that does not exist', { 'company.yaml': 'company: a\ntimezone: Mars/Base\nunits: { 单: 单, 分: 分 }\n' }, ['company.timezone company.yaml 2 11']],
  [
    'a calendar whose quarters do not follow each other',
    { 'company.yaml': 'company: a\nunits: { 单: 单, 分: 分 }\ncalendar: { kind: quarters, quarterStarts: ["01-01", "02-30", "07-01", "10-01"] }\n' },
    ['calendar.no-day-of-year company.yaml 3 54'],
  ],
  ['a key written twice', { 'measures/sales.yaml': '- measure: a\n  kind: aggregate\n  kind: ratio\n' }, ['plan.yaml.duplicate-key measures/sales.yaml 3 3']],
  ['a tab', { 'measures/more.yaml': 'measure: a\nsources:\n\tx: 1\n' }, ['plan.yaml.tab measures/more.yaml 3 1']],
  ['a document in GB18030', { 'measures/more.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xc0, 0xee, 0x0a]) }, ['plan.document-encoding measures/more.yaml 1']],
  ['a document in UTF-16', { 'measures/more.yaml': Buffer.from('\ufeffmeasure: a', 'utf16le') }, ['plan.document-encoding measures/more.yaml 1']],
  ['control characters', { 'measures/more.yaml': 'measure: a\nx: \u0007\n' }, ['plan.document-control measures/more.yaml 2']],
  ['a measure among the datasets', { 'datasets/x.yaml': '\nmeasure: x\nkind: ratio\n' }, ['plan.wrong-folder datasets/x.yaml 2 1']],
  ['a file of unknown kind', { 'shemes.yaml': 'a: 1\n' }, ['plan.unknown-file shemes.yaml']],
  ['a folder with a misspelt name', { 'measure/x.yaml': 'measure: x\n' }, ['plan.unknown-file measure']],
  ['people given twice', { 'people.yaml': '- { id: E9 }\n' }, ['plan.given-twice people.yaml']],
  ['an unknown column', { 'people.csv': 'id,nmae\nE1,a\n' }, ['plan.table.column-unknown people.csv 1']],
  ['no id column', { 'people.csv': 'name\na\n' }, ['plan.table.column-missing people.csv 1']],
  ['a column twice', { 'people.csv': 'id,name,name\nE1,a,b\n' }, ['plan.table.column-twice people.csv 1']],
  ['a column without a name', { 'people.csv': 'id,name,\nE1,a,b\n' }, ['plan.table.column-empty people.csv 1', 'plan.table.column-unknown people.csv 1'].slice(0, 1)],
  ['a line with too many cells', { 'people.csv': 'id,name\nE1,a\nE2,b,c\n' }, ['plan.table.ragged people.csv 3']],
  ['a quote that never closes', { 'people.csv': 'id,name\nE1,"a\nE2,b\n' }, ['csv.quote-never-closed people.csv 2']],
  ['an empty table', { 'people.csv': '' }, ['import.file-empty people.csv']],
  ['bytes that are no text', { 'people.csv': Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xff, 0xff, 0x0a]) }, ['import.unknown-encoding people.csv 2']],
  ['a source without columns', sources('- file: staff.csv\n'), ['plan.rows.columns people.yaml 1 3']],
  ['a column of a source that does not exist', sources('- file: staff.csv\n  columns: { id: 工号, name: 性名 }\n'), ['plan.rows.no-column-near people.yaml 2 28']],
  ['a template with such a column', sources('- file: staff.csv\n  columns: { id: 工号, name: "{姓}{名字}" }\n'), ['plan.rows.no-column-near people.yaml 2 28']],
  ['a field people do not have', sources('- file: staff.csv\n  columns: { id: 工号, boss: 上级 }\n'), ['plan.rows.field-unknown people.yaml 2 22']],
  ['a source in an encoding that does not exist', sources('- file: staff.csv\n  encoding: latin9\n  columns: { id: 工号 }\n'), ['plan.rows.reading people.yaml 2 13']],
  ['no id in a source', sources('- file: staff.csv\n  columns: { name: 姓 }\n'), ['plan.rows.field-missing people.yaml 2 12']],
  ['a source that leads outside', sources('- file: ../../etc/passwd\n  columns: { id: a }\n'), ['plan.data-outside people.yaml 1 9']],
  ['a source file that is missing', sources('- file: stuff.csv\n  columns: { id: a }\n'), ['plan.data-missing people.yaml 1 9']],
  ['a text where a source is expected', sources('- staff.csv\n'), ['plan.rows.not-a-map people.yaml 1 3']],
  ['the data file of a dataset is missing', { 'orders.csv': null }, ['plan.data-missing datasets/orders.yaml 12 17']],
  ['the data folder is missing', { 'company.yaml': 'company: a\nunits: { 单: 单, 分: 分 }\ndata: ../no/such/folder\n' }, ['plan.data-folder-missing company.yaml 3 7']],
  [
    'an unknown key, with the near one',
    { 'measures/more.yaml': 'measure: a\nkind: ratio\nunit: percent\nnumerater: sales\ndenominator: sales\n' },
    ['document.unknown-key measures/more.yaml 4 1'],
  ],
  [
    'a measure defined twice, in two files',
    { 'measures/more.yaml': 'measure: sales\nkind: ratio\nunit: percent\nnumerator: sales\ndenominator: sales\n' },
    ['name.duplicate measures/sales.yaml 1 12'],
  ],
  ['a dataset with a built-in name', { 'datasets/x.yaml': 'dataset: entered\nkey: [a]\nfields: { a: text }\n' }, ['dataset.built-in datasets/x.yaml 1 10']],
]

describe('bad folders are told with the place', () => {
  test.each(BAD)('%s', async (_, change, wanted) => {
    const said = short(await told(change))
    expect(said).toEqual(expect.arrayContaining(wanted))
  })

  test('a formula: the very characters, inside quotes', async () => {
    const text = 'measure: a\nkind: aggregate\nunit: money\ndataset: orders\naggregate: sum\nvalue: \'amount - "x" \'\n'
    const [first] = await told({ 'measures/more.yaml': text })
    expect(first?.place).toMatchObject({ file: 'measures/more.yaml', line: 6 })
    expect(text.split('\n')[5]?.slice((first?.place.column ?? 0) - 1)).toMatch(/^(amount|"x")/)
  })

  test('mistakes in several files come all at once', async () => {
    const said = short(await told({ 'measures/more.yaml': 'measure: [\n', 'people.csv': 'id,x\nE1,\n', 'orders.csv': null, 'datasets/y.yaml': 'dataset: y\n' }))
    expect(new Set(said.map((s) => s.split(' ')[1]))).toEqual(new Set(['measures/more.yaml', 'people.csv', 'datasets/orders.yaml', 'datasets/y.yaml']))
  })
})

describe('people and data files are looked at without a database', () => {
  test.each<[string, Files, string]>([
    ['a column that the dataset needs is missing', { 'orders.csv': 'id,seler,day,amount\n' }, 'error import.field-missing orders.csv:1'],
    ['a data file that is empty', { 'orders.csv': '' }, 'error import.file-empty orders.csv:'],
    ['two bosses of each other', { 'people.csv': 'id,name,manager\nE1,a,E2\nE2,b,E1\n' }, 'error org.cycle people.csv:'],
    ['a boss the folder does not know', { 'people.csv': 'id,name,manager\nE1,a,E9\n' }, 'warning org.person-unknown-near people.csv:2'],
  ])('%s', async (_, change, wanted) => {
    const folder = await planFolder(change)
    remove = folder.remove
    const said = (await checkData((await readPlan(folder.dir)).plan, null)).map(
      (d) => `${d.severity} ${d.code} ${(d.place.file ?? '').replace(`${folder.dir}/`, '')}:${d.place.line ?? ''}`,
    )
    expect(
      said.filter((s) => s.startsWith(wanted)),
      said.join('\n'),
    ).not.toEqual([])
  })

  test('nothing is said about a good folder', async () => {
    const folder = await planFolder()
    remove = folder.remove
    expect(await checkData((await readPlan(folder.dir)).plan, null)).toEqual([])
  })
})

describe('folders that cannot be read', () => {
  test('a missing folder, and a file in its place', async () => {
    expect(short((await readPlan('/no/such/folder')).diagnostics)).toEqual(['plan.folder-missing /no/such/folder'])
    const folder = await planFolder()
    remove = folder.remove
    expect((await readPlan(join(folder.dir, 'company.yaml'))).diagnostics.map((d) => d.code)).toEqual(['plan.not-a-folder'])
  })

  test('links that lead outside the folder, and ones that lead nowhere', async () => {
    const said = await told({}, async (dir) => {
      await symlink('/etc/hostname', join(dir, 'measures', 'x.yaml'))
      await symlink(join(dir, 'nothing'), join(dir, 'measures', 'y.yaml'))
    })
    expect(short(said)).toEqual(['plan.link-outside measures/x.yaml', 'plan.file-unreadable measures/y.yaml'])
  })

  test('a link inside the folder is followed', async () => {
    const said = await told({ 'shared.txt': 'measure: linked\nkind: formula\nunit: money\nformula: sales\n' }, (dir) =>
      symlink(join(dir, 'shared.txt'), join(dir, 'measures', 'x.yaml')),
    )
    expect(short(said)).toEqual([])
  })

  test('a document larger than any document', async () => {
    const said = await told({ 'measures/big.yaml': `# ${'x'.repeat(4 * 1024 * 1024)}\n` })
    expect(short(said)).toEqual(['plan.file-too-large measures/big.yaml'])
  })

  test.skipIf(process.getuid?.() === 0)('a file nobody may read', async () => {
    expect(short(await told({}, (dir) => chmod(join(dir, 'people.csv'), 0)))).toEqual(['plan.file-unreadable people.csv'])
  })

  test('a folder where a file is expected', async () => {
    const said = await told({}, async (dir) => {
      await mkdir(join(dir, 'measures', 'deep'), { recursive: true })
      await writeFile(join(dir, 'measures', 'deep', 'ok.yaml'), 'measure: deep\nkind: formula\nunit: money\nformula: sales\n')
    })
    expect(short(said)).toEqual([])
  })
})
