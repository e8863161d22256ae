import { existsSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { createApp } from '../app.ts'
import { workbookOf } from '../datasets/xlsx/testing.ts'
import { as, guardOf, someone } from '../http/testing.ts'

let scratch: ScratchStore
let app: FastifyInstance
beforeAll(async () => {
  scratch = await scratchStore()
  const guard = guardOf([someone('root'), someone('reader', { may: ['org.read'] })])
  app = await createApp({ store: scratch.store, guard, config: { validateReplies: true } })
})
afterAll(async () => {
  await app?.close()
  await scratch?.drop()
})

async function send(
  what: 'preview' | 'import',
  content: string | Buffer,
  more: { choices?: object | string; name?: string; who?: string; lang?: string; kind?: 'people' | 'units' } = {},
) {
  const mark = '----heng-test'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${more.name ?? 'people.csv'}"\r\ncontent-type: text/csv\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${mark}--\r\n`)])
  const headers = as(more.who ?? 'root', { 'accept-language': more.lang ?? 'en', 'content-type': `multipart/form-data; boundary=${mark}` })
  const choices = typeof more.choices === 'string' ? more.choices : JSON.stringify(more.choices ?? {})
  const answer = await app.inject({ method: 'POST', url: `/api/${more.kind ?? 'people'}/${what}?choices=${encodeURIComponent(choices)}`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}

const people = () => scratch.store.read((read) => read.query(sql`select employee_id as id, name, email from app.employee order by 1`))
const CHINESE = '工号,姓名,部门,职务,角色,直属上级,邮箱,备注\nW1,王一,华东,经理,manager,,,x\nW2,李二,华东,客户经理,hunter,W1,li@heng.example,\n'

describe('a file of people', () => {
  test('is shown as it will be read, with what it would do; nothing is changed by looking', async () => {
    const { status, body } = await send('preview', CHINESE, { name: '../人员.csv' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      file: '人员.csv',
      columns: ['工号', '姓名', '部门', '职务', '角色', '直属上级', '邮箱', '备注'],
      mapping: { id: '工号', name: '姓名', unit: '部门', position: '职务', role: '角色', manager: '直属上级', email: '邮箱' },
      rowsRead: 2,
      given: 2,
      added: 2,
      unitsAdded: ['华东'],
      errors: 0,
    })
    expect(body.rows[1]).toEqual({ line: 3, cells: { id: 'W2', name: '李二', unit: '华东', position: '客户经理', role: 'hunter', manager: 'W1', email: 'li@heng.example' } })
    expect(await people()).toEqual([])
  })

  test('is imported once, and the same file again changes nothing', async () => {
    expect(await send('import', CHINESE)).toMatchObject({ status: 200, body: { given: 2, added: 2, unitsAdded: ['华东'] } })
    expect(await people()).toEqual([
      { id: 'W1', name: '王一', email: null },
      { id: 'W2', name: '李二', email: 'li@heng.example' },
    ])
    expect(await send('import', CHINESE)).toMatchObject({ status: 200, body: { given: 2, added: 0, changes: 0, unitsAdded: [] } })
    const [last] = await scratch.store.read((read) => read.query<{ command: string; detail: object }>(sql`select command, detail from app.audit order by seq desc limit 1`))
    expect(last).toMatchObject({ command: 'people.import', detail: { file: 'people.csv', given: 2, changes: 0 } })
  })

  test('with names in two columns, or columns of any name, is read as one says; a column may be left out', async () => {
    const file = 'employee_id;last_name;first_name;title;reports_to\n7;King;Robert;Rep;9\n9;Dodsworth;Anne;Lead;\n'
    const { body } = await send('preview', file)
    expect(body.mapping).toEqual({ id: 'employee_id', name: '{first_name} {last_name}', position: 'title', manager: 'reports_to' })
    expect(body.rows[0].cells).toMatchObject({ name: 'Robert King', manager: '9' })
    const other = await send('preview', file, { choices: { columns: { name: 'last_name', position: '', role: 'title' } } })
    expect(other.body.mapping).toEqual({ id: 'employee_id', name: 'last_name', role: 'title', manager: 'reports_to' })
    const twice = await send('preview', file, { choices: { columns: { role: 'title' } } })
    expect(twice.body.mapping).toMatchObject({ position: 'title', role: 'title' })
  })

  test('of a workbook is read as well', async () => {
    const sheet = workbookOf({
      人员: [
        ['工号', '姓名'],
        ['X1', '赵六'],
      ],
    })
    expect((await send('preview', sheet, { name: '人员.xlsx' })).body).toMatchObject({ encoding: 'xlsx', given: 1, added: 1, errors: 0 })
  })

  test('with mistakes is refused as a whole, each mistake with its line and cure', async () => {
    const bad = 'id,name,manager\nA1,Ann,nobody\n,Nameless,\nA2,Bo,A2\n'
    const before = await people()
    const preview = await send('preview', bad)
    expect(preview.body).toMatchObject({ errors: 3, added: 0, changes: 0 })
    expect(preview.body.findings.map((f: { code: string; place: object }) => [f.code, f.place])).toEqual(
      expect.arrayContaining([
        ['org.id-missing', { file: 'people.csv', line: 3 }],
        ['org.own-superior', { file: 'people.csv', line: 4 }],
      ]),
    )
    const refused = await send('import', bad)
    expect([refused.status, refused.body.code, refused.body.errors.length]).toEqual([422, 'people.refused', 3])
    expect(await people()).toEqual(before)
  })

  test('hands back each bad row once, as it stands in the file, with all that is wrong with it', async () => {
    const { body } = await send('preview', 'note,id,name,manager\n=1+1,A1,Ann,nobody\nx,A2,Bo,\n"a, b",,Nameless,nobody\n')
    expect(body.bad.map((b: { line: number; cells: string[] }) => [b.line, b.cells])).toEqual([
      [2, ['=1+1', 'A1', 'Ann', 'nobody']],
      [4, ['a, b', '', 'Nameless', 'nobody']],
    ])
    expect(body.bad[0].reason).toMatch(/nobody/)
    expect((await send('preview', CHINESE)).body.bad).toEqual([])
  })

  test('tells what becomes of those who were known, with days, and says nothing of those who stay as they are', async () => {
    const file =
      '工号,姓名,部门,职务,角色,直属上级,邮箱,从,到\nW1,王一,华东,经理,manager,,,,\nW2,李二,华东,客户经理,hunter,W1,li@heng.example,,2026-07-01\nW2,李二,华南,客户经理,hunter,,li@heng.example,2026-07-01,\n'
    const { body } = await send('preview', file)
    expect(body).toMatchObject({ errors: 0, added: 0, differing: 1, unitsAdded: ['华南'] })
    expect(body.differences).toEqual([
      {
        ...{ id: 'W2', name: '李二' },
        fields: [
          {
            field: 'unit',
            before: [{ value: '华东', from: null, until: null }],
            after: [
              { value: '华东', from: null, until: '2026-07-01' },
              { value: '华南', from: '2026-07-01', until: null },
            ],
          },
          { field: 'manager', before: [{ value: '王一', from: null, until: null }], after: [{ value: '王一', from: null, until: '2026-07-01' }] },
        ],
      },
    ])
    expect((await send('preview', CHINESE)).body).toMatchObject({ differing: 0, differences: [] })
  })

  test.each([
    ['no staff number', 'who,what\nx,y\n', {}, 'people.id-column-missing'],
    ['a column that is not there', 'id,name\nx,y\n', { columns: { unit: 'Departement' } }, 'people.column-missing'],
    ['two columns of a name', 'id,id\nx,y\n', {}, 'plan.table.column-twice'],
    ['rows of another width', 'id,name\nx\n', {}, 'plan.table.ragged'],
    ['no content', '', {}, 'import.file-empty'],
    ['a picture', Buffer.from('PK\u0003\u0004 nothing of a workbook'), {}, 'import.xlsx-damaged'],
  ])('with %s says so, in both languages, and never by a path of ours', async (_name, content, choices, code) => {
    for (const lang of ['zh', 'en']) {
      const { status, body } = await send('preview', content, { choices, lang })
      expect([status, body.errors, body.rows]).toEqual([200, 1, []])
      expect(body.findings).toMatchObject([{ code, detail: expect.stringMatching(/./), cure: expect.stringMatching(/./) }])
      expect(JSON.stringify(body)).not.toMatch(/heng-upload|\/tmp/)
      expect((await send('import', content, { choices, lang })).body).toMatchObject({ status: 422, code: 'people.refused', errors: [{ code }] })
    }
  })

  test('is taken only from who may write the organisation, and choices only in their shape', async () => {
    expect((await send('import', CHINESE, { who: 'reader' })).status).toBe(403)
    expect((await send('preview', CHINESE, { choices: { columns: { salary: 'x' } } })).body.code).toBe('import.choices-invalid')
    expect((await send('preview', CHINESE, { choices: '{' })).body.code).toBe('import.choices-invalid')
  })
})

const UNITS = '部门编号,部门名称,上级部门,从,到\n总部,总公司,,,\n华东,华东大区,总公司,,\n'

describe('a file of units', () => {
  const units = () => scratch.store.read((read) => read.query(sql`select unit_id as id, name from app.unit order by 1`))

  test('is shown with what it would do, then imported once', async () => {
    const { body } = await send('preview', UNITS, { kind: 'units', name: '部门.csv' })
    expect(body).toMatchObject({ errors: 0, given: 2, added: 1, unitsAdded: ['总部'], mapping: { id: '部门编号', name: '部门名称', parent: '上级部门', from: '从', until: '到' } })
    expect(body.differences).toEqual([
      {
        ...{ id: '华东', name: '华东大区' },
        fields: [
          { field: 'name', before: [{ value: '华东', from: null, until: null }], after: [{ value: '华东大区', from: null, until: null }] },
          { field: 'parent', before: [], after: [{ value: '总公司', from: null, until: null }] },
        ],
      },
    ])
    expect(await units()).toEqual([{ id: '华东', name: '华东' }])
    expect((await send('import', UNITS, { kind: 'units' })).body).toMatchObject({ given: 2, added: 1 })
    expect((await send('import', UNITS, { kind: 'units' })).body).toMatchObject({ given: 2, changes: 0 })
    expect(await units()).toEqual([
      { id: '华东', name: '华东大区' },
      { id: '总部', name: '总公司' },
    ])
  })

  test('with a circle or without ids is refused as a whole', async () => {
    const circle = '编号,上级部门\n总部,华东\n'
    expect((await send('preview', circle, { kind: 'units' })).body).toMatchObject({
      errors: 1,
      findings: [{ code: 'org.cycle-stored' }],
      bad: [{ line: 2, cells: ['总部', '华东'] }],
    })
    expect((await send('import', circle, { kind: 'units' })).body).toMatchObject({ status: 422, code: 'units.refused' })
    expect((await send('preview', '甲,乙\n1,2\n', { kind: 'units' })).body.findings).toMatchObject([{ code: 'units.id-column-missing' }])
    expect((await send('import', UNITS, { kind: 'units', who: 'reader' })).status).toBe(403)
  })
})

const NORTHWIND = new URL('../../../../shared/data/northwind/employees.csv', import.meta.url)

test.skipIf(!existsSync(NORTHWIND))('the people of Northwind are read from their file as it is: names of two columns, managers, days', async () => {
  const { body } = await send('preview', readFileSync(NORTHWIND))
  expect(body).toMatchObject({
    errors: 0,
    given: 9,
    added: 9,
    mapping: { id: 'employee_id', name: '{first_name} {last_name}', position: 'title', manager: 'reports_to', from: 'hire_date' },
  })
  expect(body.rows[0].cells).toMatchObject({ id: '1', name: 'Nancy Davolio', manager: '2', from: '1992-05-01' })
})
