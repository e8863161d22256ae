import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodOf } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { DatasetDocument, FieldDocument } from '../../engine/documents/dataset.ts'
import { type Rng, rngOf } from '../../engine/random/rng.ts'
import { type Change, mutateWorld, randomWorld, type World } from '../../engine/random/world.ts'
import type { FactEdge, FactRate, FactRecord, Facts } from '../../engine/reference/facts.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Store } from '../../store/types.ts'
import { applyDataset } from '../datasets/apply.ts'
import { importFile } from '../datasets/import/import-file.ts'
import { importPeople } from '../org/import-people.ts'
import { importRates } from '../org/import-rates.ts'
import type { PersonRow } from '../org/rows.ts'
import { computeRun } from './run.ts'

/** Made-up companies, each lived through once in pieces and once in one go. */
const WORLDS = Number(process.env['HENG_ORDER_WORLDS'] ?? 8) // The environment may ask for more than a test suite has time for.
const FIRST_SEED = Number(process.env['HENG_ORDER_SEED'] ?? 1)

/** Changes of a company on top of its first records. */
const LATER = 4

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-order-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One thing that becomes known. Those about the same record, rate or people must come in their order, others in any. */
type News =
  | { readonly about: string; readonly kind: 'put' | 'remove'; readonly dataset: string; readonly record: FactRecord }
  | { readonly about: string; readonly kind: 'rate'; readonly rate: FactRate }
  | { readonly about: string; readonly kind: 'people'; readonly lines: Facts['lines'] }

let withFigures = 0

describe('results do not depend on the order or the batches in which records arrive', () => {
  test.each(Array.from({ length: WORLDS }, (_, i) => FIRST_SEED + i))('company %i', { timeout: 120_000 }, async (seed) => {
    const rng = rngOf(seed ^ 0x0bde)
    const before = randomWorld(seed)
    const { world, changes } = laterOn(before, rng)
    const whole = await outcome(world, (company) => inOneGo(company, world))
    const pieces = await outcome(world, (company) => inPieces(company, { world, news: newsOf(before, changes), rng }))
    expect(pieces).toEqual(whole)
    if (whole.figures.some((f) => Object.values(f.values).some((v) => v !== null && v !== '0'))) withFigures += 1
  })

  test('and most of these companies have figures at all', () => {
    expect(withFigures).toBeGreaterThan(WORLDS / 2)
  })
})

function laterOn(before: World, rng: Rng): { world: World; changes: Change[] } {
  let world = before
  const changes: Change[] = []
  for (let i = 0; i < LATER; i++) {
    const later = mutateWorld(world, rng)
    world = later.world
    changes.push(...later.changes)
  }
  return { world, changes }
}

function newsOf(before: World, changes: readonly Change[]): News[] {
  const lines = { ...before.facts.lines }
  const put =
    (dataset: string) =>
    (record: FactRecord): News => ({ about: `${dataset}/${record.id}`, kind: 'put', dataset, record })
  const told = (dataset: string, records: readonly FactRecord[]) => records.filter((r) => isTold(before, dataset, r))
  const first = Object.entries(before.facts.records).flatMap(([dataset, records]) => told(dataset, records).map(put(dataset)))
  const rates = before.facts.rates.map(rateNews)
  return [
    ...first,
    ...rates,
    ...changes.flatMap((c): News[] => {
      if (c.kind === 'rates') return c.put.map(rateNews)
      if (c.kind === 'records')
        return [
          ...told(c.dataset, c.remove).map((record): News => ({ about: `${c.dataset}/${record.id}`, kind: 'remove', dataset: c.dataset, record })),
          ...told(c.dataset, c.put).map(put(c.dataset)),
        ]
      // Roles, targets and pay come with the plan, not with the records.
      if (c.kind !== 'line') return []
      lines[c.line] = c.edges
      return [{ about: 'people', kind: 'people', lines: { ...lines } }]
    }),
  ]
}

/** Whether a file may tell this record: a share without a percentage, which a database may hold, is refused in a file. */
function isTold(world: World, dataset: string, record: FactRecord): boolean {
  return world.documents.every((d) => d.splits?.dataset !== dataset || (record.fields[d.splits.percent] ?? null) !== null)
}

const rateNews = (rate: FactRate): News => ({ about: `rate/${rate.currency}/${rate.day}`, kind: 'rate', rate })

interface Company {
  readonly store: Store
  readonly world: World
  files: number
}

/** What a company comes to: figures of every period, with the hash of their inputs, and what the datasets hold. */
async function outcome(world: World, live: (company: Company) => Promise<void>) {
  const scratch: ScratchStore = await scratchStore()
  try {
    const company: Company = { store: scratch.store, world, files: 0 }
    await scratch.store.tx(async (tx) => {
      for (const document of world.documents) await applyDataset(tx, document, null)
    })
    await live(company)
    const figures = []
    for (const id of world.periods) figures.push(...(await figuresOf(company, id)))
    const datasets = await scratch.store.read((read) => read.query(sql`select dataset, rows::text, checksum::text from app.dataset_state order by 1`))
    return { figures, datasets }
  } finally {
    await scratch.drop()
  }
}

async function figuresOf({ store, world }: Company, id: string) {
  const period = periodOf(world.calendar, id)
  if (period === null) throw new Error(`no period ${id}`)
  const run = await computeRun(store, { program: world.program, calendar: world.calendar, period, versions: {} })
  return run.employees.map((e) => ({ period: id, inputsHash: run.inputsHash, id: e.id, values: e.values }))
}

async function inOneGo(company: Company, world: World): Promise<void> {
  await tellPeople(company, world.facts.lines)
  await tellRates(company, world.facts.rates)
  for (const document of world.documents) {
    const records = (world.facts.records[document.dataset] ?? []).filter((r) => isTold(world, document.dataset, r))
    await tellRecords(company, document, { mode: 'merge', records })
  }
}

/** News that come in small batches at the end, so small that the cells they touch are followed one by one. */
const SINGLE = 12

/** Draw what is known next, again and again; sometimes something is told twice. Periods are computed between, at the end after every batch. */
async function inPieces(company: Company, { world, news, rng }: { world: World; news: readonly News[]; rng: Rng }): Promise<void> {
  await tellPeople(company, randomWorld(world.seed).facts.lines)
  const left = new Map<string, News[]>()
  for (const n of news) left.set(n.about, [...(left.get(n.about) ?? []), n])
  const told: News[] = []
  const size = Math.ceil(news.length / rng.int(2, 6))
  while (left.size > 0) {
    const isEnd = left.size <= SINGLE
    const count = isEnd ? rng.int(1, 2) : rng.int(1, Math.min(size, left.size - SINGLE))
    const batch = rng.some([...left.keys()], count).map((about) => next(left, about))
    const again = rng.some(
      told.filter((t) => !batch.some((b) => b.about === t.about) && isLatest(told, t)),
      isEnd ? rng.int(0, 1) : rng.int(0, 5),
    )
    await tell(company, [...batch, ...again], rng)
    told.push(...batch)
    if (isEnd || rng.chance(0.3)) await figuresOf(company, rng.pick(world.periods))
  }
}

function next(left: Map<string, News[]>, about: string): News {
  const [first, ...rest] = left.get(about) ?? []
  if (first === undefined) throw new Error(`nothing left about ${about}`)
  if (rest.length === 0) left.delete(about)
  else left.set(about, rest)
  return first
}

function isLatest(told: readonly News[], one: News): boolean {
  return told.findLast((t) => t.about === one.about) === one
}

/** Everything of one batch: a file a dataset and kind, the files in any order. */
async function tell(company: Company, batch: readonly News[], rng: Rng): Promise<void> {
  const parts = new Map<string, News[]>()
  for (const n of batch) {
    const part = n.kind === 'put' || n.kind === 'remove' ? `${n.kind}/${n.dataset}` : n.kind
    parts.set(part, [...(parts.get(part) ?? []), n])
  }
  for (const part of rng.some([...parts.values()], parts.size)) {
    for (const n of part) if (n.kind === 'people') await tellPeople(company, n.lines)
    const rates = part.flatMap((n) => (n.kind === 'rate' ? [n.rate] : []))
    if (rates.length > 0) await tellRates(company, rates)
    const records = part.flatMap((n) => (n.kind === 'put' || n.kind === 'remove' ? [n] : []))
    const [first] = records
    const document = company.world.documents.find((d) => d.dataset === first?.dataset)
    if (first === undefined || document === undefined) continue
    await tellRecords(company, document, { mode: first.kind === 'put' ? 'merge' : 'delete', records: records.map((r) => r.record), rng })
  }
}

async function tellRecords(
  { store, world, ...company }: Company,
  document: DatasetDocument,
  of: { mode: 'merge' | 'delete'; records: readonly FactRecord[]; rng?: Rng },
): Promise<void> {
  if (of.records.length === 0) return
  const fields = of.mode === 'delete' ? document.key : Object.keys(document.fields)
  const columns = of.rng === undefined ? fields : of.rng.some(fields, fields.length)
  const delimiter = of.rng?.pick([',', ';', '\t'] as const) ?? ','
  const file = join(folder, `${world.seed}-${company.files++}.csv`)
  const lines = [columns, ...of.records.map((r) => columns.map((c) => cell(world, document.fields[c], r.fields[c] ?? null)))]
  writeFileSync(file, lines.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n'))
  const { timezone, currency } = world.program.company
  const report = await importFile(store, document, {
    file,
    mode: of.mode,
    source: { delimiter, columns: Object.fromEntries(columns.map((c) => [c, c])) },
    company: { timezone, currency },
    datasets: world.documents,
  })
  expect(report.bad.shown).toEqual([])
}

/** Keys that nothing has, as whole numbers where the dataset referred to has whole numbers. */
const NOWHERE: Readonly<Record<string, string>> = { nowhere: '99901', K0: '99902' }

/** A value as a file writes it. What the made-up companies hold beyond files (a text that means nothing, a word for a number) becomes something near it. */
function cell(world: World, field: FieldDocument | undefined, value: string | boolean | null): string {
  const target = world.program.datasets[field?.to ?? '']
  const key = target?.key.find((k) => k !== target.effective) ?? ''
  const text = String(value ?? '')
  if (target?.fields[key]?.type === 'integer') return NOWHERE[text] ?? text
  return text === '\\N' ? '\\n' : text
}

async function tellRates({ store }: Company, rates: readonly FactRate[]): Promise<void> {
  const rows = rates.map((r, i) => ({ fields: { currency: r.currency, date: r.day, rate: r.rate }, file: 'rates.csv', line: i + 2 }))
  const { diagnostics } = await store.tx((tx) => importRates(tx, rows))
  expect(diagnostics).toEqual([])
}

/** Everybody with both lines, as a file of people tells them. */
async function tellPeople({ store, world }: Company, lines: Facts['lines']): Promise<void> {
  const everybody = world.facts.employees.map((id) => ({ id, name: id, manager: '', sponsor: '', from: '', until: '' }))
  const above = (edges: readonly FactEdge[], field: 'manager' | 'sponsor') => edges.map((e) => ({ id: e.employee, [field]: e.superior, from: e.from ?? '', until: e.until ?? '' }))
  const fields = [...everybody, ...above(lines.reporting, 'manager'), ...above(lines.sponsor, 'sponsor')]
  const rows = fields.map((f, i): PersonRow => ({ fields: f, file: 'people.csv', line: i + 2 }))
  const { diagnostics } = await store.tx((tx) => importPeople(tx, rows))
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
}
