import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../../base/sql.ts'
import { recordHistory } from '../history.ts'
import { listImports } from '../imports.ts'
import { datasetState } from '../state.ts'
import { ALL, type Bench, CUSTOMERS, contentOf, datasetBench, ORDERS, SHARES } from '../testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await datasetBench()
})
afterAll(() => bench.close())

const content = () => bench.store.read(contentOf)
const orders = () =>
  bench.store.read((read) =>
    read.query<Record<string, unknown>>(
      sql`select order_id, day, seller, customer, trim_scale(amount)::text as amount, pieces, trim_scale(discount)::text as discount, paid_at, urgent, stage, note from data.orders order by order_id`,
    ),
  )

/** The state as it would be counted anew, to be compared with the one kept up. */
async function recounted(): Promise<{ rows: string; checksum: string } | undefined> {
  return bench.store.read((read) =>
    read.first(sql`
    select count(*)::text as rows, coalesce(sum(hash_record_extended(row(amount, customer, day, discount, note, order_id, paid_at, pieces, rate, seller, stage, urgent), 0)), 0)::text as checksum from data.orders`),
  )
}

async function expectStateKept(): Promise<void> {
  const state = await bench.store.read((read) => datasetState(read, 'orders'))
  expect({ rows: String(state.rows), checksum: state.checksum }).toEqual(await recounted())
}

const FILE = `订单号,下单日期,销售,customer,金额,pieces,discount,paid_at,urgent,stage,note,来源
S1,2026-03-01,E001,Acme,1234.50,3,5,2026-03-02 09:30:00,true,Won,"multi
line, ""quoted""",x
S2,2026/3/1,张三,Acme,"¥1,200",1,7.5%,2026-03-02T01:30:00Z,是,赢单,tab	back\\slash,x
S3,2026年3月1日,小张,Beta,(1200),,,,否,won, padded ,x
S4,20260301,moses frase,Beta,１２３,"1,000",,,,,,x
`

describe('a file as Chinese spreadsheets export it', () => {
  it('is read into typed records, whatever the spelling', async () => {
    const report = await bench.load(ORDERS, FILE)
    expect(report).toMatchObject({ outcome: 'imported', mode: 'merge', encoding: 'utf-8', delimiter: ',', rows: { read: 4, bad: 0, inserted: 4, changed: 0, same: 0, deleted: 0 } })
    expect(await orders()).toEqual([
      {
        order_id: 'S1',
        day: '2026-03-01',
        seller: 'E001',
        customer: 'Acme',
        amount: '1234.5',
        pieces: '3',
        discount: '5',
        paid_at: '2026-03-02 01:30:00+00',
        urgent: true,
        stage: 'Won',
        note: 'multi\nline, "quoted"',
      },
      {
        order_id: 'S2',
        day: '2026-03-01',
        seller: 'E001',
        customer: 'Acme',
        amount: '1200',
        pieces: '1',
        discount: '7.5',
        paid_at: '2026-03-02 01:30:00+00',
        urgent: true,
        stage: 'Won',
        note: 'tab\tback\\slash',
      },
      {
        order_id: 'S3',
        day: '2026-03-01',
        seller: 'E001',
        customer: 'Beta',
        amount: '-1200',
        pieces: null,
        discount: null,
        paid_at: null,
        urgent: false,
        stage: 'Won',
        note: 'padded',
      },
      { order_id: 'S4', day: '2026-03-01', seller: 'E005', customer: 'Beta', amount: '123', pieces: '1000', discount: null, paid_at: null, urgent: null, stage: null, note: null },
    ])
    expect(report.notices.map((n) => [n.code, n.params.columns ?? n.params.fields ?? n.params.value])).toEqual([
      ['import.columns-unused', '来源'],
      ['import.fields-absent', 'rate'],
      ['import.reference-unknown', 'Acme'],
      ['import.reference-unknown', 'Beta'],
    ])
    await expectStateKept()
  })

  it('changes nothing the second time, not even by other spellings of the same', async () => {
    const before = await content()
    expect(await bench.load(ORDERS, FILE)).toMatchObject({ outcome: 'unchanged', change: null, rows: { read: 4, same: 4, inserted: 0, changed: 0 } })
    await bench.load(ORDERS, FILE.replace('1234.50', '1234.5000').replace('E001', '张三').replaceAll('\n', '\r\n').replace('multi\r\n', 'multi\n'))
    expect(await content()).toBe(before)
  })

  it('keeps the version that a correction replaces, and who wrote it', async () => {
    const report = await bench.load(ORDERS, FILE.replace('1234.50', '999').replace(/\nS3.*/s, '\n'), { name: 'fix.csv' })
    expect(report.rows).toEqual({ read: 2, bad: 0, inserted: 0, changed: 1, same: 1, deleted: 0 })
    const versions = await bench.store.read((read) => recordHistory(read, ORDERS, { order_id: 'S1' }))
    expect(versions.map((v) => [v.fields.amount, v.file, v.line, v.ended])).toEqual([
      ['999', 'fix.csv', 2, null],
      ['1234.50', 'data.csv', 2, report.change],
    ])
    await expectStateKept()
  })

  it('leaves fields alone that a file does not hold', async () => {
    await bench.load(ORDERS, 'order_id,day,note\nS2,2026-03-01,new note\n')
    expect((await orders())[1]).toMatchObject({ order_id: 'S2', amount: '1200', note: 'new note', stage: 'Won' })
  })

  it('deletes as versions: by a list of keys, or what a complete file leaves out', async () => {
    expect((await bench.load(ORDERS, 'order_id\nS4\nS9\n', { mode: 'delete' })).rows).toMatchObject({ read: 2, deleted: 1, same: 1 })
    const again = await content()
    expect((await bench.load(ORDERS, 'order_id\nS4\nS9\n', { mode: 'delete' })).outcome).toBe('unchanged')
    expect(await content()).toBe(again)
    const complete = await bench.load(ORDERS, 'order_id,day\nS1,2026-03-01\nS5,2026-03-05\n', { mode: 'complete' })
    expect(complete.rows).toMatchObject({ read: 2, inserted: 1, changed: 0, same: 1, deleted: 2 })
    expect((await orders()).map((o) => o.order_id)).toEqual(['S1', 'S5'])
    const versions = await bench.store.read((read) => recordHistory(read, ORDERS, { order_id: 'S2' }))
    expect(versions[0]).toMatchObject({ deleted: true, ended: complete.change })
    await expectStateKept()
  })

  it('is listed with its counts', async () => {
    const [last, ...before] = await bench.store.read((read) => listImports(read, { dataset: 'orders', limit: 10 }))
    expect(last).toMatchObject({ mode: 'complete', read: 2, inserted: 1, deleted: 2, file: 'data.csv' })
    expect(before).toHaveLength(4)
  })
})

describe('rows that are bad', () => {
  const SOME = 'order_id,day,seller,amount\nT1,2026-04-01,E001,10\nT2,2026-02-30,E001,x\n\nT3,2026-04-01,王芳,10\nT4,2026-04-02,E002,=1+1\n'

  it('stop the import unless they are to be skipped; every one is named with line, column and value', async () => {
    const before = await content()
    const file = `${bench.dir}/bad.csv`
    const report = await bench.load(ORDERS, SOME, { badRowsFile: file })
    expect(report).toMatchObject({ outcome: 'rejected', change: null, rows: { read: 4, bad: 3, inserted: 0 } })
    expect(report.bad.byReason).toEqual({ 'value.no-such-day': 1, 'value.not-a-number': 2, 'value.employee-ambiguous': 1 })
    expect(report.bad.shown.map((d) => [d.place.line, d.place.column, d.params.column, d.params.value])).toEqual([
      [3, 2, 'day', '2026-02-30'],
      [3, 4, 'amount', 'x'],
      [5, 3, 'seller', '王芳'],
      [6, 4, 'amount', '=1+1'],
    ])
    expect(await content()).toBe(before)
    const written = readFileSync(file, 'utf8')
    expect(written.startsWith('\ufeff行,列,值,原因,怎么办,代码,order_id,day,seller,amount\r\n')).toBe(true)
    expect(written.split('\r\n')).toHaveLength(6)
    expect(written).toContain(",'=1+1,")
    expect(written).not.toContain(',=1+1')
  })

  it('are left out when they are to be skipped', async () => {
    expect((await bench.load(ORDERS, SOME, { onError: 'skip' })).rows).toEqual({ read: 4, bad: 3, inserted: 1, changed: 0, same: 0, deleted: 0 })
    await expectStateKept()
  })

  it('with a key that comes twice are all bad, on every line', async () => {
    const twice = 'order_id,day\nU1,2026-04-01\nU2,2026-04-01\nU1,2026-04-02\nU1,2026-04-03\n'
    const report = await bench.load(ORDERS, twice)
    expect(report.outcome).toBe('rejected')
    expect(report.bad.shown.map((d) => [d.code, d.place.line, d.params.others])).toEqual([
      ['import.key-twice', 2, '4, 5'],
      ['import.key-twice', 4, '2, 5'],
      ['import.key-twice', 5, '2, 4'],
    ])
    expect((await bench.load(ORDERS, twice, { onError: 'skip' })).rows).toMatchObject({ bad: 3, inserted: 1 })
  })

  it('never delete anything: a complete import takes all rows or none', async () => {
    const before = await content()
    expect((await bench.load(ORDERS, 'order_id,day\nT1,bad\n', { mode: 'complete', onError: 'skip' })).outcome).toBe('rejected')
    await expect(bench.load(ORDERS, 'order_id,day\n', { mode: 'complete' })).rejects.toMatchObject({ code: 'import.complete-empty' })
    expect(await content()).toBe(before)
  })
})

describe('shares and references', () => {
  it('shares above 100 % are refused, counting those that are there already; overlays do not count', async () => {
    await bench.load(ORDERS, 'order_id,day\nP1,2026-04-01\nP2,2026-04-01\n')
    expect((await bench.load(SHARES, 'order,who,percent,extra\nP1,E001,70,\nP1,E002,30,\nP1,E003,50,是\n')).rows.inserted).toBe(3)
    const over = await bench.load(SHARES, 'order,who,percent\nP1,E002,60\nP2,E001,100\n')
    expect(over.bad.shown.map((d) => [d.code, d.place.line, d.params.record, d.params.value])).toEqual([['import.shares-over', 2, 'P1', '130']])
    expect((await bench.load(SHARES, 'order,who,percent\nP1,E002,60\nP2,E001,100\n', { onError: 'skip' })).rows).toMatchObject({ bad: 1, inserted: 1 })
    expect((await bench.load(SHARES, 'order,who,percent\nP2,E002,0\n')).bad.byReason).toEqual({ 'import.share-outside': 1 })
  })

  it('shares that look like fractions of 1 are taken as percentages, and told', async () => {
    await bench.load(ORDERS, 'order_id,day\nF1,2026-04-01\nF2,2026-04-01\nF3,2026-04-01\n')
    const { rows, notices } = await bench.load(SHARES, 'order,who,percent,extra\nF1,E001,70,\nF2,E001,0.7,\nF2,E002,0.3,\nF2,E003,50,是\nF3,E001,0.2,\n')
    expect(rows.inserted).toBe(5)
    expect(notices.map((n) => [n.code, n.place, n.params])).toEqual([
      ['import.shares-fractions', { file: 'data.csv', path: ['fields', 'percent'] }, { field: 'percent', records: 2, first: '3', record: 'F2', sum: '1' }],
    ])
    expect((await bench.load(SHARES, 'order,who,percent\nF2,E001,70\nF2,E002,30\nF3,E001,20\n')).notices.filter((n) => n.severity === 'warning')).toEqual([])
  })

  it('a share that is left empty is refused also where the field may be', async () => {
    const { percent, ...fields } = SHARES.fields
    const lenient = { ...SHARES, fields: { ...fields, percent: { ...(percent ?? expect.fail('shares have a percent')), required: false } } }
    const other = await datasetBench([CUSTOMERS, ORDERS, lenient])
    try {
      await other.load(ORDERS, 'order_id,day\nP2,2026-04-01\n')
      const report = await other.load(lenient, 'order,who,percent\nP2,E003,\n')
      expect(report.bad.shown.map((d) => [d.code, d.place.line, d.place.column])).toEqual([['import.share-missing', 2, 3]])
    } finally {
      await other.close()
    }
  })

  it('a reference that must find something rejects its row', async () => {
    const report = await bench.load(SHARES, 'order,who,percent\nNOPE,E001,10\n')
    expect(report.bad.shown[0]).toMatchObject({ code: 'import.reference-missing', place: { line: 2, column: 1 }, params: { value: 'NOPE', to: 'orders' } })
  })

  it('a reference that finds nothing is kept and told with the nearest key', async () => {
    await bench.load(CUSTOMERS, 'customer,segment\nGTX Pro,A\nOther,B\n')
    const report = await bench.load(ORDERS, 'order_id,day,customer\nQ1,2026-04-01,GTXPro\nQ2,2026-04-01,GTXPro\nQ3,2026-04-01,Other\n')
    expect(report.notices.find((n) => n.code === 'import.reference-near')?.params).toMatchObject({ value: 'GTXPro', rows: 2, near: 'GTX Pro', to: 'customers' })
  })
})

describe('references without end', () => {
  it('are told by the most frequent ones and the number of the others', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `R${i},2026-04-01,nobody ${Math.floor(i / 2)}\n`).join('')
    const { notices } = await bench.load(ORDERS, `order_id,day,customer\n${rows}`)
    expect(notices.filter((n) => n.code === 'import.reference-unknown')).toHaveLength(20)
    expect(notices.at(-1)).toMatchObject({ code: 'import.reference-more', params: { field: 'customer', to: 'customers', count: 10 } })
  })
})

describe('encodings, delimiters, headers', () => {
  const text = 'order_id,day,note\nG1,2026-05-01,赠品“龘”€ 測試㐀𠮷\n'
  const gb = (t: string) => Buffer.concat([...t].map((c) => GB[c] ?? Buffer.from(c, 'latin1')))
  // A few characters of GB 18030-2005, some of four bytes.
  const GB: Record<string, Buffer> = {
    赠: Buffer.from('d4f9', 'hex'),
    品: Buffer.from('c6b7', 'hex'),
    '“': Buffer.from('a1b0', 'hex'),
    '”': Buffer.from('a1b1', 'hex'),
    龘: Buffer.from('fd93', 'hex'),
    '€': Buffer.from('a2e3', 'hex'),
    測: Buffer.from('9c79', 'hex'),
    試: Buffer.from('d487', 'hex'),
    㐀: Buffer.from('8139ee39', 'hex'),
    𠮷: Buffer.from('9534b235', 'hex'),
  }

  const note = async (file: Buffer) => {
    const report = await bench.load(ORDERS, file)
    const row = await bench.store.read((read) => read.first<{ note: string }>(sql`select note from data.orders where order_id = 'G1'`))
    return [report.encoding, row?.note]
  }

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 little end with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big end with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['GB18030', gb(text), 'gb18030'],
  ])('%s is recognised', async (_, file, encoding) => {
    expect(await note(file)).toEqual([encoding, '赠品“龘”€ 測試㐀𠮷'])
  })

  it('a character cut by the border of a chunk survives, in every encoding', async () => {
    const row = (i: number) => `G${i},2026-05-01,${'赠品'.repeat(40)}${i}\n`
    const long = `order_id,day,note\n${Array.from({ length: 4_000 }, (_, i) => row(i + 10)).join('')}`
    for (const file of [Buffer.from(long), gb(long), Buffer.from(`\ufeff${long}`, 'utf16le')]) {
      expect((await bench.load(ORDERS, file)).rows.read).toBe(4_000)
    }
    const kept = await bench.store.read((read) => read.first<{ n: string }>(sql`select count(*) as n from data.orders where note = repeat('赠品', 40) || substr(order_id, 2)`))
    expect(kept?.n).toBe('4000')
    expect((await bench.store.read((read) => datasetState(read, 'orders'))).rows).toBeGreaterThan(4_000)
  })

  it.each([[';'], ['\t'], ['|']])('the delimiter %j is found', async (delimiter) => {
    const report = await bench.load(ORDERS, `order_id,day,note\nD1,2026-05-01,x\n`.replaceAll(',', delimiter))
    expect([report.delimiter, report.rows.read]).toEqual([delimiter, 1])
  })

  it('a file with decimal commas is read so where its source says so', async () => {
    const file = 'order_id;day;amount\nDC1;2026-05-01;1.234,50\nDC2;2026-05-01;1.234\nDC3;2026-05-01;0,125\n'
    expect(await bench.load(ORDERS, file, { source: { decimal: 'comma' } })).toMatchObject({ rows: { read: 3, bad: 0 } })
    const kept = await bench.store.read((read) => read.query<{ amount: string }>(sql`select amount::text as amount from data.orders where order_id like 'DC%' order by order_id`))
    expect(kept.map((r) => Number(r.amount))).toEqual([1234.5, 1234, 0.125])
    expect((await bench.load(ORDERS, file)).bad.shown[0]).toMatchObject({ code: 'value.decimal-comma' })
  })

  it('a first line sep=; is obeyed', async () => {
    expect(await bench.load(ORDERS, 'sep=;\r\norder_id;day;note\r\nD1;2026-05-01;x\r\n')).toMatchObject({ delimiter: ';', rows: { read: 1, bad: 0 } })
  })

  it('column names fit by id, Chinese or English name, whatever their case, width and spaces', async () => {
    expect((await bench.load(ORDERS, 'ORDER ID,ORDERED ON,ＳＥＬＬＥＲ,金 额\nH1,2026-05-01,E001,5\n')).rows).toMatchObject({ read: 1, bad: 0 })
  })

  it('a mapping names columns and puts several together', async () => {
    const source = { columns: { order_id: '{No}-{Part}', day: 'When' } }
    await bench.load(ORDERS, 'No,Part,When\n77,a,2026-05-01\n', { source })
    expect((await orders()).some((o) => o.order_id === '77-a')).toBe(true)
    await expect(bench.load(ORDERS, 'No,When\n77,2026-05-01\n', { source })).rejects.toMatchObject({
      code: 'import.header',
      details: [{ code: 'import.column-missing', params: { column: 'Part' } }],
    })
  })

  it('a long run of spaces inside a text is no trap', async () => {
    const text = `\tx${' '.repeat(900_000)}y`
    expect((await bench.load(ORDERS, `order_id,day,note\nL1,2026-05-01,${text}\n`)).rows).toMatchObject({ read: 1, bad: 0 })
    const kept = await bench.store.read((read) => read.first<{ n: number }>(sql`select length(note) as n from data.orders where order_id = 'L1'`))
    expect(kept?.n).toBe(900_002)
  })

  it('rows of nothing but delimiters are not records', async () => {
    expect((await bench.load(ORDERS, 'order_id,day,note\nK1,2026-05-01,x\n,,\n , ,\n')).rows).toMatchObject({ read: 1, bad: 0 })
  })
})

describe('stopping', () => {
  it('leaves nothing half done, wherever it happens', async () => {
    const before = await content()
    const rows = Array.from({ length: 50_000 }, (_, i) => `X${i},2026-05-01\n`).join('')
    for (const stage of ['reading', 'storing'] as const) {
      const controller = new AbortController()
      const progress = (p: { stage: string; rows: number }) => {
        if (p.stage === stage && p.rows > 10_000) controller.abort()
      }
      await expect(bench.load(ORDERS, `order_id,day\n${rows}`, { signal: controller.signal, progress })).rejects.toMatchObject({ code: 'import.cancelled' })
    }
    expect(await content()).toBe(before)
    expect((await bench.load(ORDERS, 'order_id,day\nafter,2026-05-01\n')).outcome).toBe('imported')
  })
})

it('all datasets are known to the tests', () => {
  expect(ALL.map((d) => d.dataset)).toEqual(['customers', 'orders', 'shares'])
})
