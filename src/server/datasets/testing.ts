import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ident, sql } from '../../base/sql.ts'
import { type DatasetDocument, DatasetSchema } from '../../engine/documents/dataset.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Read } from '../../store/types.ts'
import { applyDataset } from './apply.ts'
import { importFile } from './import/import-file.ts'
import type { ImportOptions, ImportReport } from './import/report.ts'

export const COMPANY = { timezone: 'Asia/Shanghai', currency: 'CNY' } as const

/** A small company's datasets: customers, products with a whole number as key, orders, and the shares of orders. */
export const CUSTOMERS = DatasetSchema.parse({ dataset: 'customers', name: { zh: '客户', en: 'Customers' }, key: ['customer'], fields: { customer: 'text', segment: 'text' } })

export const ORDERS = DatasetSchema.parse({
  dataset: 'orders',
  name: { zh: '订单', en: 'Orders' },
  key: ['order_id'],
  owner: 'seller',
  date: 'day',
  splits: { dataset: 'shares', record: 'order', employee: 'who', percent: 'percent', overlay: 'extra' },
  fields: {
    order_id: { type: 'text', name: { zh: '订单号', en: 'Order number' } },
    day: { type: 'date', required: true, name: { zh: '下单日期', en: 'Ordered on' } },
    seller: { type: 'employee', name: { zh: '销售', en: 'Seller' } },
    customer: { type: 'reference', to: 'customers' },
    amount: { type: 'money', name: { zh: '金额', en: 'Amount' } },
    pieces: 'integer',
    discount: { type: 'decimal', unit: 'percent' },
    rate: 'decimal',
    paid_at: 'timestamp',
    urgent: 'boolean',
    stage: { type: 'choice', choices: ['Won', 'Lost', 'Open'], aliases: { 赢单: 'Won' } },
    note: 'text',
  },
})

export const SHARES = DatasetSchema.parse({
  dataset: 'shares',
  key: ['order', 'who'],
  owner: 'who',
  fields: { order: { type: 'reference', to: 'orders', missing: 'reject' }, who: 'employee', percent: { type: 'decimal', required: true }, extra: 'boolean' },
})

export const ALL = [CUSTOMERS, ORDERS, SHARES]

export interface Bench extends ScratchStore {
  readonly dir: string
  /** Write a file into the folder of the test and answer its path. */
  readonly write: (name: string, content: string | Buffer) => string
  readonly load: (document: DatasetDocument, content: string | Buffer, options?: Partial<ImportOptions> & { readonly name?: string }) => Promise<ImportReport>
  readonly close: () => Promise<void>
}

/** A database with a few employees (two of them called 王芳) and the datasets applied, and a folder for files. */
export async function datasetBench(documents: readonly DatasetDocument[] = ALL): Promise<Bench> {
  const scratch = await scratchStore()
  const dir = mkdtempSync(join(tmpdir(), 'heng-datasets-'))
  await scratch.store.tx(async (tx) => {
    await tx.run(sql`insert into app.employee (employee_id, name) values ('E001', '张三'), ('E002', '李四'), ('E003', '王芳'), ('E004', '王芳'), ('E005', 'Moses Frase')`)
    await tx.run(sql`insert into app.employee_alias (folded, alias, employee_id) values ('小张', '小张', 'E001')`)
    for (const document of documents) await applyDataset(tx, document, null)
  })
  const write = (name: string, content: string | Buffer) => {
    const path = join(dir, name)
    writeFileSync(path, content)
    return path
  }
  return {
    ...scratch,
    dir,
    write,
    load: (document, content, { name = 'data.csv', ...options } = {}) =>
      importFile(scratch.store, document, { file: write(name, content), fileName: name, company: COMPANY, datasets: documents, ...options }),
    close: async () => {
      await scratch.drop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** One text for the whole content of the data tables, their histories, states and imports: equal where nothing changed. */
export async function contentOf(read: Read): Promise<string> {
  const tables = await read.query<{ schema: string; name: string }>(sql`
    select schemaname as schema, tablename as name from pg_tables where schemaname = 'data' or (schemaname = 'app' and tablename in ('dataset_state', 'import')) order by 1, 2`)
  const parts: string[] = []
  for (const { schema, name } of tables) {
    const row = await read.first<{ sum: string }>(sql`select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${ident(schema, name)} as t`)
    parts.push(`${schema}.${name}=${row?.sum ?? ''}`)
  }
  return parts.join('\n')
}
