import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal, describe as sentences } from '../../base/diagnostic.ts'
import { ident, sql } from '../../base/sql.ts'
import { BUILT_IN_DATASETS } from '../../engine/documents/built-in.ts'
import { type DatasetDocument, DatasetSchema } from '../../engine/documents/dataset.ts'
import { applyDataset, dropDataset } from './apply.ts'
import { recordHistory } from './history.ts'
import { datasetState } from './state.ts'
import { type Bench, contentOf, datasetBench } from './testing.ts'
import { datasetTexts } from './texts.ts'

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench([])
})
afterAll(() => bench.close())

let number = 0
let base: DatasetDocument
const fields = {
  id: { type: 'text' },
  day: { type: 'date' },
  who: { type: 'employee' },
  n: { type: 'integer' },
  d: { type: 'decimal' },
  c: { type: 'choice', choices: ['a', 'b'] },
  note: { type: 'text' },
  at: { type: 'timestamp' },
} as const
const document = (change: { fields?: Record<string, unknown>; without?: readonly string[]; key?: string[]; more?: object } = {}) => {
  const all = Object.fromEntries(Object.entries({ ...fields, ...change.fields }).filter(([name]) => change.without?.includes(name) !== true))
  return DatasetSchema.parse({ dataset: `t${number}`, key: change.key ?? ['id'], owner: 'who', date: 'day', fields: all, ...change.more })
}

beforeEach(async () => {
  number++
  base = document()
  await bench.store.tx((tx) => applyDataset(tx, base, null))
  await bench.load(base, 'id,day,who,n,d,c,note,at\n1,2026-01-01,E001,5,1.50,a,,2026-01-01 08:00\n2,2026-01-02,E002,,3,b,x,\n', { datasets: [base] })
})

const change = (to: DatasetDocument, from = base) => bench.store.tx((tx) => applyDataset(tx, to, from))
const rows = (dataset = base.dataset) => bench.store.read((read) => read.query<Record<string, unknown>>(sql`select * from ${ident('data', dataset)} order by id`))
const history = (dataset = base.dataset) =>
  bench.store.read((read) => read.query<Record<string, unknown>>(sql`select * from ${ident('data', `${dataset}~history`)} order by _ended`))

/** The codes of a change that is refused, after checking that it changed nothing and can be said in both languages. */
async function refused(to: DatasetDocument): Promise<readonly (readonly [string, unknown])[]> {
  const before = await bench.store.read(contentOf)
  const error = await change(to).catch((e: unknown) => e)
  if (!(error instanceof Refusal)) throw error
  for (const what of [error, ...error.details]) {
    for (const lang of ['zh', 'en'] as const) {
      const { say, cure } = sentences(what, lang, datasetTexts)
      expect(say + cure).not.toMatch(/\{\w+\}|undefined/)
    }
  }
  expect(await bench.store.read(contentOf)).toBe(before)
  return error.details.map((d) => [d.code, d.params.examples ?? d.params.example ?? d.params.successor ?? d.params.rows] as const)
}

describe('a new dataset', () => {
  it('has typed columns and a unique key', async () => {
    const columns = await bench.store.read((read) =>
      read.query<{ name: string; type: string }>(sql`
      select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = ${`data.${base.dataset}`}::regclass and attnum > 0 order by attnum`),
    )
    expect(columns.map((c) => `${c.name} ${c.type}`)).toEqual([
      '_id bigint',
      '_change bigint',
      '_import integer',
      '_line bigint',
      'id text',
      'day date',
      'who text',
      'n bigint',
      'd numeric',
      'c text',
      'note text',
      'at timestamp with time zone',
    ])
  })

  it('may be one of those that every company has', async () => {
    for (const builtIn of BUILT_IN_DATASETS) await bench.store.tx((tx) => applyDataset(tx, builtIn, null))
    const [entered] = BUILT_IN_DATASETS
    if (entered === undefined) throw new Error('no built-in dataset')
    const end = (id: string) => (id === '2026-Q1' ? '2026-03-31' : null)
    const report = await bench.load(entered, 'measure,employee,date,value\nm,E001,2026-Q1,3.5\nm,E002,2026-04-01,4\nm,E002,2026-Q9,4\n', { onError: 'skip', periodEnd: end })
    expect(report).toMatchObject({ rows: { inserted: 2, bad: 1 }, bad: { byReason: { 'value.not-a-day-or-period': 1 } } })
  })

  it('takes hostile names as names', async () => {
    const hostile = '"; drop table x; --'
    const to = DatasetSchema.parse({
      dataset: hostile,
      key: ["k'"],
      fields: { "k'": 'text', '$1 {a}\\': 'decimal', 'x%s$$ end; $$': { type: 'choice', choices: ["o'ne", 'tw"o', 'back\\slash'] } },
    })
    await bench.store.tx((tx) => applyDataset(tx, to, null))
    const file = `k',"$1 {a}\\",x%s$$ end; $$\n"'; drop table y",1,o'ne\nb,2,back\\slash\n`
    expect((await bench.load(to, file)).rows).toMatchObject({ inserted: 2, bad: 0 })
    expect((await bench.load(to, file.replace(',1,', ',5,'))).rows).toMatchObject({ changed: 1, same: 1 })
    const versions = await bench.store.read((read) => recordHistory(read, to, { "k'": "'; drop table y" }))
    expect(versions.map((v) => v.fields['$1 {a}\\'])).toEqual(['5', '1'])
    await bench.store.tx((tx) => applyDataset(tx, DatasetSchema.parse({ ...to, fields: { ...to.fields, 'new "one"': 'date' } }), to))
  })

  it('is refused where the database has taken a name', async () => {
    const to = document({ fields: { xmin: 'text' }, more: { dataset: 'system' } })
    await expect(bench.store.tx((tx) => applyDataset(tx, to, null))).rejects.toMatchObject({ code: 'dataset.unfit', details: [{ code: 'dataset.system-field' }] })
  })
})

describe('the history', () => {
  it('keeps whatever a statement changes or deletes, even one that names no change', async () => {
    await bench.store.tx(async (tx) => {
      await tx.run(sql`update ${ident('data', base.dataset)} set n = 6 where id = '1'`)
      await tx.run(sql`delete from ${ident('data', base.dataset)} where id = '2'`)
    })
    const kept = await history()
    expect(kept.map((v) => [v.id, v.n, v._deleted])).toEqual([
      ['1', '5', false],
      ['2', null, true],
    ])
    expect(BigInt(String((await rows())[0]?._change))).toBe(BigInt(String(kept[0]?._ended)))
  })

  it('cannot be emptied at a stroke', async () => {
    for (const table of [base.dataset, `${base.dataset}~history`]) await expect(bench.store.tx((tx) => tx.run(sql`truncate ${ident('data', table)}`))).rejects.toThrow(/one by one/)
  })
})

describe('a change of the document without loss', () => {
  it('adds fields, required ones only while there are no records', async () => {
    const to = document({ fields: { extra: { type: 'money' } } })
    await change(to)
    expect((await rows())[0]).toMatchObject({ id: '1', extra: null })
    expect((await bench.load(to, 'id,day,extra\n1,2026-01-01,7\n', { datasets: [to] })).rows).toMatchObject({ changed: 1 })
    expect(await refused(document({ fields: { extra: { type: 'money' }, must: { type: 'text', required: true } } }))).toEqual([['dataset.new-field-required', 2]])
  })

  it('widens types, in the history too', async () => {
    await bench.load(base, 'id,day,n,d\n1,2026-01-01,7,1.25\n', { datasets: [base] })
    const to = document({ fields: { n: { type: 'money' }, d: { type: 'text' }, c: { type: 'text' }, day: { type: 'text' } }, more: { date: undefined } })
    await change(to)
    expect((await rows())[0]).toMatchObject({ n: '7', d: '1.25', c: 'a', day: '2026-01-01' })
    expect((await history())[0]).toMatchObject({ n: '5', d: '1.5' })
    expect((await bench.load(to, 'id,n\n1,7.5\n', { datasets: [to] })).rows).toMatchObject({ changed: 1 })
  })

  it('drops a field that is empty; earlier values stay in the history', async () => {
    const noNote = document({ without: ['note'] })
    expect(await refused(noNote)).toEqual([['dataset.field-in-use', 1]])
    await bench.load(base, 'id,day,note\n2,2026-01-02,\n', { datasets: [base] })
    await change(noNote)
    expect(Object.keys((await rows())[0] ?? {})).not.toContain('note')
    expect(Object.values((await history())[0] ?? {})).toContain('x')
    const back = document({ fields: { note: { type: 'integer' } } })
    await change(back, noNote)
    expect((await bench.load(back, 'id,day,note\n2,2026-01-02,5\n', { datasets: [back] })).rows).toMatchObject({ changed: 1 })
  })

  it('narrows what fits: whole numbers, choices, employees, required, another key', async () => {
    await bench.load(base, 'id,day,d,note\n1,2026-01-01,4,b\n2,2026-01-02,3,b\n', { datasets: [base] })
    await bench.store.tx((tx) => tx.run(sql`delete from ${ident('data', `${base.dataset}~history`)}`))
    const to = document({
      fields: { d: { type: 'integer', required: true }, note: { type: 'choice', choices: ['b', 'z'] }, c: { type: 'choice', choices: ['b', 'a', 'new'] } },
      key: ['who', 'day'],
    })
    await change(to)
    expect((await bench.load(to, 'id,day,who,d,c\n9,2026-01-01,E001,1,new\n', { datasets: [to] })).rows).toMatchObject({ changed: 1 })
    expect((await bench.load(to, 'id,day,who,d,c\n9,2026-01-01,E001,1,old\n', { datasets: [to] })).outcome).toBe('rejected')
  })

  it('keeps the state of the dataset true', async () => {
    const to = document({ fields: { extra: { type: 'text' } }, more: { date: undefined } })
    await change(to)
    const state = await bench.store.read((read) => datasetState(read, base.dataset))
    await bench.load(to, 'id,day,extra\n1,2026-01-01,x\n3,2026-01-03,y\n', { datasets: [to] })
    await bench.load(to, 'id,day,extra\n1,2026-01-01,\n', { datasets: [to] })
    await bench.load(to, 'id\n3\n', { datasets: [to], mode: 'delete' })
    expect({ ...(await bench.store.read((read) => datasetState(read, base.dataset))), change: '' }).toEqual({ ...state, change: '' })
  })

  it('a change of names and descriptions alone touches nothing', async () => {
    const before = await bench.store.read(contentOf)
    await change(document({ fields: { n: { type: 'integer', name: '数量', description: 'x' } }, more: { name: '名' } }))
    expect(await bench.store.read(contentOf)).toBe(before)
  })
})

describe('a change of the document that would lose something', () => {
  it.each([
    ['a renaming', { without: ['note'], fields: { remark: { type: 'text' } } }, [['dataset.field-renamed', 'remark']]],
    ['text to number', { fields: { note: { type: 'decimal' } } }, [['dataset.type-change', 'x']]],
    ['fractions to whole numbers', { fields: { d: { type: 'integer' } } }, [['dataset.type-change', '1.50']]],
    ['days to times', { fields: { day: { type: 'timestamp' } } }, [['dataset.type-change', '2026-01-01, 2026-01-02']]],
    ['a choice in use', { fields: { c: { type: 'choice', choices: ['a'] } } }, [['dataset.choice-in-use', 'b']]],
    ['text that is no choice', { fields: { note: { type: 'choice', choices: ['y'] } } }, [['dataset.choice-in-use', 'x']]],
    ['text that is no employee', { fields: { note: { type: 'employee' } } }, [['dataset.not-employees', 'x']]],
    ['required but empty', { fields: { n: { type: 'integer', required: true } } }, [['dataset.required-but-empty', 1]]],
    ['a key that is empty in places', { key: ['id', 'n'] }, [['dataset.required-but-empty', 1]]],
    [
      'several at once',
      { without: ['note', 'd'], fields: { n: { type: 'integer', required: true } } },
      [
        ['dataset.field-in-use', 2],
        ['dataset.field-in-use', 1],
        ['dataset.required-but-empty', 1],
      ],
    ],
  ] as const)('is refused: %s', async (_, to, expected) => {
    expect(await refused(document({ ...to, key: 'key' in to ? [...to.key] : ['id'] }))).toEqual(expected)
  })

  it('is refused: a key that several records share', async () => {
    await bench.load(base, 'id,day,who\n3,2026-01-01,E001\n', { datasets: [base] })
    expect(await refused(document({ key: ['day', 'who'] }))).toEqual([['dataset.key-not-unique', '2026-01-01 / E001']])
  })

  it('a dataset goes only when it never held anything', async () => {
    await expect(bench.store.tx((tx) => dropDataset(tx, base))).rejects.toMatchObject({ code: 'dataset.not-empty' })
    number++
    const empty = document()
    await bench.store.tx((tx) => applyDataset(tx, empty, null))
    await bench.store.tx((tx) => dropDataset(tx, empty))
    await bench.store.tx((tx) => applyDataset(tx, empty, null))
  })
})

describe('versions valid from a day', () => {
  it('have one record a key and day; an empty day is a day too', async () => {
    const prices = DatasetSchema.parse({ dataset: `p${number}`, key: ['product', 'since'], effective: 'since', fields: { product: 'text', since: 'date', price: 'money' } })
    await bench.store.tx((tx) => applyDataset(tx, prices, null))
    const load = (text: string, mode: 'merge' | 'complete' | 'delete' = 'merge') => bench.load(prices, text, { datasets: [prices], mode })
    expect((await load('product,since,price\nA,,1\nA,2026-01-01,2\n')).rows).toMatchObject({ inserted: 2 })
    expect((await load('product,since,price\nA,,1\nA,2026-01-01,3\n')).rows).toMatchObject({ same: 1, changed: 1 })
    expect((await load('product,since,price\nA,,1\nA,,2\n')).outcome).toBe('rejected')
    expect((await load('product,since,price\nA,,1\n', 'complete')).rows).toMatchObject({ same: 1, deleted: 1 })
    expect((await load('product,since\nA,\n', 'delete')).rows).toMatchObject({ deleted: 1 })
  })
})
