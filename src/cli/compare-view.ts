import type { Period } from '../base/calendar.ts'
import { type Decimal, dec, decimalText } from '../base/decimal.ts'
import { type Lang, nameIn } from '../base/diagnostic.ts'
import type { LoadedProgram } from '../server/measures/queries.ts'
import type { Cause } from '../server/runs/causes.ts'
import type { ChangedRecord } from '../server/runs/changed-records.ts'
import type { Change, PersonChange, RunComparison } from '../server/runs/compare.ts'
import type { Context } from './context.ts'
import { MISSING, shownMoney, shownNumber, shownValue } from './figures.ts'
import { withId } from './labels.ts'
import type { Output } from './output.ts'
import type { Column } from './table.ts'

/** What changed inside a document, by its paths: `lines.sales.weight`. */
export interface WrittenChanges {
  readonly document: string
  readonly changes: readonly Change[]
}

interface Shown {
  readonly loaded: LoadedProgram
  readonly period: Period
  readonly found: RunComparison
  /** What everybody was paid together. */
  readonly cost: Change
  readonly inside: readonly WrittenChanges[]
}

/** Rows listed of each kind; `--json` has them all. */
const ROWS_SHOWN = 30

/** Changes shown inside one document. */
const INSIDE_SHOWN = 12

const left = (title: string): Column => ({ title, align: 'left' })
const right = (title: string): Column => ({ title, align: 'right' })

/** What was different between two runs, then who moved, then by which figures. */
export function showComparison(context: Context, shown: Shown): void {
  const { output } = context
  const { found, period } = shown
  output.lines(output.colours.bold(output.say('compare.title', { period: period.id, before: found.before.run, after: found.after.run })), '')
  showCauses(context, shown)
  if (found.people.length === 0) {
    output.lines(output.say('compare.nobody'))
    return
  }
  showResults(context, shown)
  showFigures(context, shown)
  showMeasures(context, shown)
}

function showCauses({ output }: Context, { found, inside }: Shown): void {
  const version = (n: number | null): string => (n === null ? MISSING : `v${n}`)
  for (const d of found.documents) {
    output.lines(`${output.say('compare.document')} ${d.document}  ${version(d.before)} → ${version(d.after)}`)
    const changes = inside.find((c) => c.document === d.document)?.changes ?? []
    output.lines(...changes.slice(0, INSIDE_SHOWN).map((c) => `  ${c.what}: ${c.before ?? MISSING} → ${c.after ?? MISSING}`))
    if (changes.length > INSIDE_SHOWN) output.lines(`  ${output.say('compare.more', { count: changes.length - INSIDE_SHOWN })}`)
  }
  if (found.parts.length > 0) output.lines(`${output.say('compare.parts')} ${found.parts.map((part) => partName(output, part)).join(output.say('list.separator'))}`)
  if (found.documents.length + found.parts.length + found.records.length === 0) output.lines(output.say('compare.no-cause'))
  output.lines('')
  if (found.records.length === 0) return
  output.lines(output.say('compare.records', { count: found.records.length }))
  const row = (r: ChangedRecord): string[] => [r.dataset, r.key, output.say(RECORD_CHANGE[r.what]), sourceOf(r), r.employees.join(output.say('list.separator'))]
  const columns = [
    left(output.say('compare.dataset')),
    left(output.say('compare.record')),
    left(output.say('compare.what')),
    left(output.say('compare.source')),
    left(output.say('compare.counted')),
  ]
  output.table(columns, found.records.slice(0, ROWS_SHOWN).map(row))
  more(output, found.records.length)
}

const RECORD_CHANGE = { new: 'compare.new', corrected: 'compare.corrected', deleted: 'compare.deleted' } as const

const sourceOf = ({ file, line }: Pick<ChangedRecord, 'file' | 'line'>): string => (file === null ? MISSING : line === null ? file : `${file}:${line}`)

const PARTS = {
  employee: 'compare.part.people',
  employee_alias: 'compare.part.people',
  assignment: 'compare.part.people',
  unit: 'compare.part.units',
  unit_edge: 'compare.part.units',
  line_edge: 'compare.part.lines',
  rate: 'compare.part.rates',
  target: 'compare.part.targets',
  factor: 'compare.part.factors',
  pay: 'compare.part.pay',
} as const

function partName(output: Output, part: string): string {
  const key = Object.entries(PARTS).find(([name]) => name === part)?.[1]
  return key === undefined ? part : output.say(key)
}

function more(output: Output, count: number): void {
  if (count > ROWS_SHOWN) output.lines(output.say('compare.more', { count: count - ROWS_SHOWN }))
  output.lines('')
}

const moved = (c: Change | null, show: (text: string | null) => string): string => (c === null ? '' : `${show(c.before)} → ${show(c.after)}`)

/** By how much a figure moved; what is not there counts as 0. */
const size = (c: Change | null): Decimal => (c === null ? dec('0') : dec(c.after ?? '0').minus(c.before ?? '0'))

/** Whose pay moved most first, then whose score did. */
function bySize(a: PersonChange, b: PersonChange): number {
  return size(b.pay).abs().cmp(size(a.pay).abs()) || size(b.score).abs().cmp(size(a.score).abs())
}

function costText(cost: Change, show: (text: string) => string): { before: string; after: string; difference: string } {
  const difference = size(cost)
  return { before: show(cost.before ?? '0'), after: show(cost.after ?? '0'), difference: `${difference.gt(0) ? '+' : ''}${show(decimalText(difference))}` }
}

/** Score, grade and pay of those for whom one of them moved. */
function showResults({ output, config }: Context, { found, loaded, cost }: Shown): void {
  const money = { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
  const people = found.people.filter((p) => p.score !== null || p.grade !== null || p.pay !== null).sort(bySize)
  if (people.length === 0) return
  if (cost.before !== cost.after)
    output.lines(
      output.say(
        'compare.cost',
        costText(cost, (t) => shownMoney(t, money)),
      ),
      '',
    )
  const names = lineNames(loaded, config.lang)
  output.lines(output.say('compare.results', { count: people.length }))
  const row = (p: PersonChange): string[] => [
    personText(p),
    moved(p.score, (t) => shownNumber(t)),
    moved(p.grade, (t) => t ?? MISSING),
    moved(p.pay, (t) => shownMoney(t, money)),
    p.lines.map((l) => names.get(l.what) ?? l.what).join(output.say('list.separator')),
  ]
  output.table(
    [left(output.say('run.people')), right(output.say('compare.score')), left(output.say('compare.grade')), right(output.say('compare.pay')), left(output.say('compare.lines'))],
    people.slice(0, ROWS_SHOWN).map(row),
  )
  more(output, people.length)
}

const personText = (p: PersonChange): string => withId(p.name, p.id)

/** What people call the lines of all schemes. */
function lineNames({ program }: LoadedProgram, lang: Lang): ReadonlyMap<string, string> {
  return new Map(Object.values(program.schemes).flatMap((s) => s.lines.map((l) => [l.line, nameIn(l.name, lang, l.line)] as const)))
}

/** Records named beside a figure; all of them stand in the list of records, and in `--json`. */
const RECORDS_NAMED = 3

/** The changed records that count for a person in a figure. */
function recordsText(output: Output, { causes }: PersonChange, of: Pick<Cause, 'kind' | 'what'>): string {
  const records = causes.find((c) => c.kind === of.kind && c.what === of.what)?.records ?? []
  const named = records.slice(0, RECORDS_NAMED).map((r) => `${r.key}${r.file === null ? '' : output.aside(sourceOf(r))}`)
  const rest = records.length > RECORDS_NAMED ? [output.say('compare.and-more', { count: records.length - RECORDS_NAMED })] : []
  return [...named, ...rest].join(output.say('list.separator'))
}

/** Every line and component that moved, person by person, with the records that moved it. */
function showFigures({ output, config }: Context, { found, loaded }: Shown): void {
  const money = { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
  const { lang } = config
  const lines = lineNames(loaded, lang)
  const componentNames = new Map(
    Object.entries(loaded.program.incentives).flatMap(([id, i]) => i.components.map((c) => [`${id}/${c.component}`, nameIn(c.name, lang, c.component)])),
  )
  const rows = [...found.people].sort(bySize).flatMap((p) => [
    // Where the weight or the target alone moved, the points say nothing.
    ...p.lines
      .filter((c) => c.before !== c.after)
      .map((c) => [personText(p), lines.get(c.what) ?? c.what, shownNumber(c.before), shownNumber(c.after), recordsText(output, p, { kind: 'line', what: c.what })]),
    ...p.components.map((c) => [
      personText(p),
      componentNames.get(c.what) ?? c.what,
      shownMoney(c.before, money),
      shownMoney(c.after, money),
      recordsText(output, p, { kind: 'component', what: c.what }),
    ]),
  ])
  if (rows.length === 0) return
  output.lines(output.say('compare.figures', { count: rows.length }))
  figureTable(output, output.say('compare.figure'), rows)
}

/** Who, what, before, after, because of which records. */
function figureTable(output: Output, title: string, rows: readonly (readonly string[])[]): void {
  const caused = rows.some((row) => row[4] !== '')
  const columns = [left(output.say('run.people')), left(title), right(output.say('compare.before')), right(output.say('compare.after'))]
  output.table(
    caused ? [...columns, left(output.say('compare.because'))] : columns,
    rows.slice(0, ROWS_SHOWN).map((row) => (caused ? row : row.slice(0, 4))),
  )
  more(output, rows.length)
}

/** Every measure that moved, person by person. */
function showMeasures({ output, config }: Context, { found, loaded }: Shown): void {
  const money = { currency: loaded.company.currency, scale: loaded.company.currencyDecimals }
  const rows = found.people.flatMap((p) =>
    p.measures.map((c) => {
      const measure = loaded.program.measures[c.what]
      const show = (text: string | null): string => (measure === undefined ? shownNumber(text) : shownValue(text, measure, money))
      return [
        personText(p),
        measure === undefined ? c.what : nameIn(measure.name, config.lang, c.what),
        show(c.before),
        show(c.after),
        recordsText(output, p, { kind: 'measure', what: c.what }),
      ]
    }),
  )
  if (rows.length === 0) return
  output.lines(output.say('compare.measures', { count: rows.length }))
  figureTable(output, output.say('compare.measure'), rows)
}
