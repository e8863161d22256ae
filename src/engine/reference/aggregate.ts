import { type Day, lastDay, type Period } from '../../base/calendar.ts'
import { Decimal, dec, decimalText, divide, shownText } from '../../base/decimal.ts'
import { DIVISION_SCALE, TRACE_EXAMPLES } from '../../base/limits.ts'
import { ENTERED } from '../documents/built-in.ts'
import type { AggregateIr, Expr, ScopeIr } from '../ir.ts'
import { walk } from '../walk.ts'
import { type Book, compareKeys, datasetOf, rateOn } from './book.ts'
import type { CreditedRecord } from './credit.ts'
import { evalExpr, type Ground, unheard } from './expr.ts'
import type { AggregateParts, Converted, Counted, LeftOut, LeftOutReason, Reason } from './trace.ts'
import { asBoolean, asNumber, asText, compareText, type Value, valueText } from './value.ts'

/** What one aggregate is computed from. */
export interface AggregateAsk {
  readonly book: Book
  readonly aggregate: AggregateIr
  readonly scope: ScopeIr
  readonly employee: string
  readonly period: Period
  readonly credited: readonly CreditedRecord[]
  /** Everybody whose records the person counts on a day. */
  readonly teamOn: (day: Day) => ReadonlySet<string>
}

export interface AggregateAnswer {
  readonly value: Decimal | null
  readonly why: Reason | null
  readonly parts: AggregateParts
}

/** A record that counts, for one person. */
interface Credit {
  readonly record: CreditedRecord['record']
  readonly day: Day
  readonly employee: string
  readonly share: Decimal
  readonly value: Decimal | string | boolean | null
  readonly converted: readonly Converted[]
}

type Out = { readonly reason: LeftOutReason; readonly credited: CreditedRecord; readonly because: Reason | null }

/** Pick the records that count, one credit a person, and make one number of them. */
export function aggregate(ask: AggregateAsk): AggregateAnswer {
  const credits: Credit[] = []
  const out: Out[] = []
  const measure = measureEntered(ask.aggregate)
  for (const credited of ask.credited) {
    // Rows of other measures are no records of this one that were left out.
    if (measure !== null && credited.record.fields['measure'] !== measure) continue
    const found = judge(ask, credited)
    if (Array.isArray(found)) credits.push(...found)
    else out.push(found)
  }
  credits.sort((a, b) => compareText(a.day, b.day) || compareKeys(ask.book, ask.aggregate.dataset, a.record, b.record) || compareText(a.employee, b.employee))
  const { value, contributions, average } = fold(ask.aggregate, credits)
  const counted = credits.map((credit, i) => countedRow(ask, credit, contributions[i] ?? null))
  const leftOut = summary(ask, out)
  const why = credits.length > 0 ? null : reasonFor(ask, out)
  return { value, why, parts: { kind: 'aggregate', fn: ask.aggregate.fn, weight: ask.aggregate.weight, dataset: ask.aggregate.dataset, counted, leftOut, average } }
}

/** The measure whose values are entered by hand and read here, null where the aggregate counts anything else. */
function measureEntered({ dataset, filter }: AggregateIr): string | null {
  if (dataset !== ENTERED || filter?.node !== 'compare' || filter.left.node !== 'field' || filter.right.node !== 'text') return null
  return filter.op === '=' && filter.left.path.length === 0 && filter.left.field === 'measure' ? filter.right.value : null
}

/** The people for whom a record counts, or the reason why it does not. */
function judge(ask: AggregateAsk, credited: CreditedRecord): Credit[] | Out {
  const { aggregate: a, period } = ask
  const { record, day, shares } = credited
  const team = ask.teamOn(day ?? lastDay(period))
  const people = [...shares.keys()].filter((employee) => team.has(employee)).sort(compareText)
  const inPeriod = day !== null && day >= period.from && day < period.until
  if (people.length === 0) return { reason: inPeriod ? 'others' : day === null ? 'undated' : 'other-period', credited: { ...credited, shares: new Map() }, because: null }
  if (day === null) return { reason: 'undated', credited, because: null }
  if (!inPeriod) return { reason: 'other-period', credited, because: null }
  const notes: Reason[] = []
  const on = { kind: 'record', book: ask.book, dataset: a.dataset, record, day, note: (reason: Reason) => notes.push(reason) } as const
  const passes = a.filter === null ? true : asBoolean(evalExpr(a.filter, on))
  if (passes !== true) return { reason: passes === null ? 'filter-empty' : 'filter', credited, because: passes === null ? (notes[0] ?? null) : null }
  notes.length = 0
  const value = a.value === null ? null : evalExpr(a.value, on)
  if (a.value !== null && value === null) return { reason: 'value-empty', credited, because: notes[0] ?? null }
  const converted = conversions(a.value, { ...on, note: unheard })
  return people.map((employee) => ({ record, day, employee, share: shares.get(employee) ?? dec(0), value, converted }))
}

/** The amounts of a record in other currencies, each once. Only told: the value is worked out without them. */
function conversions(value: Expr | null, on: Extract<Ground, { kind: 'record' }>): Converted[] {
  const found = new Map<string, Converted>()
  walk(value, (e) => {
    if (e.node !== 'convert') return
    const [amount, currency, day] = [asNumber(evalExpr(e.of, on)), asText(evalExpr(e.currency, on)), asText(evalExpr(e.on, on))]
    if (amount === null || currency === null || currency === e.to || day === null) return
    const rate = rateOn(on.book, currency, day)
    if (rate !== null) found.set(`${decimalText(amount)} ${currency}`, { amount: decimalText(amount), currency, rate: decimalText(rate) })
  })
  return [...found.values()]
}

interface Folded {
  readonly value: Decimal | null
  /** What each credit adds, in the order given. */
  readonly contributions: readonly (Decimal | null)[]
  readonly average: AggregateParts['average']
}

/** Credits come in the order of day, record key and person; those whose value is null are already out. */
function fold(a: AggregateIr, credits: readonly Credit[]): Folded {
  const weights = credits.map((c) => (a.weight === 'share' ? c.share : dec(1)))
  const added = (parts: readonly Decimal[]): Decimal => parts.reduce((sum, part) => sum.plus(part), dec(0))
  switch (a.fn) {
    case 'count':
      return { value: added(weights), contributions: weights, average: null }
    case 'sum':
    case 'average': {
      const parts = credits.map((c, i) => numeric(c.value).times(weights[i] ?? dec(1)))
      if (a.fn === 'sum') return { value: added(parts), contributions: parts, average: null }
      if (credits.length === 0) return { value: null, contributions: [], average: null }
      const [sum, over] = [added(parts), added(weights)]
      return { value: divide(sum, over, DIVISION_SCALE), contributions: parts, average: { sum: shownText(sum), over: shownText(over) } }
    }
    case 'distinct': {
      const texts = credits.map((c) => (c.value === null ? '' : valueText(c.value)))
      const firsts = texts.map((text, i) => (texts.indexOf(text) === i ? dec(1) : null))
      return { value: dec(new Set(texts).size), contributions: firsts, average: null }
    }
    case 'min':
    case 'max':
    case 'last':
      return decided(credits, decisive(a.fn, credits))
    default:
      return a.fn satisfies never
  }
}

/** Which credit decides: the first of the smallest or largest, or the very last. */
function decisive(fn: 'min' | 'max' | 'last', credits: readonly Credit[]): number {
  if (fn === 'last') return credits.length - 1
  return credits.reduce((best, credit, i) => {
    const order = numeric(credit.value).comparedTo(numeric(credits[best]?.value ?? credit.value))
    return (fn === 'min' ? order < 0 : order > 0) ? i : best
  }, 0)
}

function decided(credits: readonly Credit[], at: number): Folded {
  const one = credits[at]
  const value = one === undefined ? null : numeric(one.value)
  return { value, contributions: credits.map((_, i) => (i === at ? value : null)), average: null }
}

function numeric(value: Value): Decimal {
  const number = asNumber(value)
  if (number === null) throw new Error('an empty value was to be left out before')
  return number
}

function countedRow(ask: AggregateAsk, credit: Credit, contributes: Decimal | null): Counted {
  const { dataset } = ask.aggregate
  const { record, day, employee } = credit
  return {
    dataset,
    record: record.id,
    key: keyOf(ask, record),
    day,
    employee,
    share: shownText(credit.share),
    value: credit.value instanceof Decimal ? shownText(credit.value) : credit.value === null ? null : valueText(credit.value),
    contributes: contributes === null ? null : shownText(contributes),
    ...(credit.converted.length === 0 ? {} : { converted: credit.converted }),
    source: record.source,
    line: record.line,
  }
}

function keyOf(ask: AggregateAsk, record: CreditedRecord['record']): Counted['key'] {
  return Object.fromEntries(datasetOf(ask.book, ask.aggregate.dataset).key.map((k) => [k, record.fields[k] ?? null]))
}

const REASONS = ['value-empty', 'filter-empty', 'filter', 'others', 'undated', 'other-period'] as const satisfies readonly LeftOutReason[]

function summary(ask: AggregateAsk, out: readonly Out[]): LeftOut[] {
  return REASONS.flatMap((reason) => {
    const mine = out.filter((o) => o.reason === reason && isOurs(o))
    if (mine.length === 0) return []
    const examples = mine.slice(0, TRACE_EXAMPLES).map(({ credited: { record, day }, because }) => ({
      record: record.id,
      key: keyOf(ask, record),
      day,
      because,
      source: record.source,
      line: record.line,
    }))
    return [{ reason, records: mine.length, examples }]
  })
}

/** Undated records and those of other periods are told of only where the people asked for are credited with them. */
function isOurs(o: Out): boolean {
  return o.credited.shares.size > 0 || o.reason === 'others'
}

/** Why nothing counted at all: the nearest cause first. */
function reasonFor(ask: AggregateAsk, out: readonly Out[]): Reason {
  const { dataset } = ask.aggregate
  const params = { dataset, period: ask.period.id, employee: ask.employee }
  const measure = measureEntered(ask.aggregate)
  if (measure !== null) return nobodyOnTeam(ask) ? { code: 'why.nobody-on-team', params } : { code: 'why.not-entered', params: { ...params, measure } }
  const partial = ask.book.facts.partial === true
  if (ask.credited.length === 0 && !partial) return { code: 'why.no-records', params }
  const ours = (reason: LeftOutReason): Out[] => out.filter((o) => o.reason === reason && isOurs(o))
  for (const reason of ['value-empty', 'filter-empty'] as const) {
    const because = ours(reason).find((o) => o.because !== null)?.because
    if (because !== undefined && because !== null && ours('filter').length === 0) return { code: because.code, params: { ...because.params, records: ours(reason).length } }
  }
  const stopped = ours('value-empty').length + ours('filter-empty').length + ours('filter').length
  if (stopped > 0) return { code: ours('value-empty').length > 0 ? 'why.all-empty' : 'why.none-pass', params: { ...params, records: stopped } }
  if (nobodyOnTeam(ask)) return { code: 'why.nobody-on-team', params }
  const undated = ours('undated').length
  if (undated > 0) return { code: 'why.no-date', params: { ...params, records: undated } }
  if (partial) return { code: 'why.none-credited', params }
  const others = ours('others').length
  if (others > 0) return { code: 'why.credited-to-others', params: { ...params, records: others } }
  return { code: 'why.none-in-period', params: { ...params, records: ours('other-period').length } }
}

/** Whether no day of the period has anybody on the team. */
function nobodyOnTeam(ask: AggregateAsk): boolean {
  const { scope, period } = ask
  if (scope.line === 'own') return false
  // A team only changes on the days on which a stretch of the line begins or ends.
  const edges = ask.book.facts.lines[scope.line]
  const changes = edges.flatMap((e) => [e.from, e.until]).filter((day) => day !== null && day > period.from && day < period.until)
  const days = scope.asOf === 'period-end' ? [lastDay(period)] : [period.from, ...changes]
  return days.every((day) => day === null || ask.teamOn(day).size === 0)
}
