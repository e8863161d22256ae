import { dec, decimalText } from '../../base/decimal.ts'
import type { TierIr } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import type { TableInfo, TierPay } from './catalogue.ts'
import { isPlain, numberIn, type TableAt, type TableBody, unitAt } from './table-numbers.ts'
import { type DeclaredUnit, sameUnit } from './units.ts'

type Tiers = TableBody & { kind: 'tiers' }
type Row = Tiers['tiers'][number]

/** Tiers that follow one another without gap or overlap, all with rates or all with amounts. */
export function tiersInfo(id: string, document: Tiers, at: TableAt): Omit<TableInfo & { kind: 'tiers' }, 'id' | 'names'> {
  const before = at.report.errors()
  const of = unitAt(document.of, ['of'], at)
  const declared = document.pays === undefined ? null : unitAt(document.pays, ['pays'], at)
  const what = ratesOrAmounts(document, at)
  checkMode(document, what, at)
  const bounds = boundsOf(document.tiers, of, at)
  const pay = payOf({ what, of, declared, written: document.pays }, at)
  const signed = document.tiers.find(({ rate }) => rate?.endsWith('%') === true)?.rate ?? null
  const tiers = document.tiers.map(
    (row, i): TierIr => ({
      from: bounds[i]?.from ?? null,
      until: bounds[i]?.until ?? null,
      rate: row.rate === undefined ? null : rateAt(row.rate, pay, { index: i, of, signed }, at),
      amount: row.amount === undefined ? null : numberIn(pay?.kind === 'fixed' ? pay.unit : null, row.amount, ['tiers', i, 'amount'], at),
    }),
  )
  warnNegative(document.tiers, at)
  const ir = at.report.errors() > before ? null : { table: id, mode: document.mode, boundary: document.boundary ?? 'begins', tiers }
  return { kind: 'tiers', ir, of, pays: pay }
}

/** Each tier has one of the two, and all have the same. Null: reported. */
function ratesOrAmounts({ tiers }: Tiers, { path, report }: TableAt): 'rate' | 'amount' | null {
  const first = tiers.find((tier) => (tier.rate === undefined) !== (tier.amount === undefined))
  const what = first === undefined ? null : first.rate === undefined ? 'amount' : 'rate'
  let sound = true
  for (const [i, tier] of tiers.entries()) {
    const here = [...path, 'tiers', i]
    const [rate, amount] = [tier.rate !== undefined, tier.amount !== undefined]
    if (rate && amount) report.error('tiers.both', [...here, 'amount'], { tier: i + 1 })
    else if (!rate && !amount) report.error('tiers.neither', here, { tier: i + 1 })
    else if (rate !== (what === 'rate')) report.error('tiers.mixed', [...here, rate ? 'rate' : 'amount'], { tier: i + 1, has: rate ? 'rate' : 'amount', others: what ?? '' })
    else continue
    sound = false
  }
  return sound ? what : null
}

function checkMode(document: Tiers, what: 'rate' | 'amount' | null, { path, report }: TableAt): void {
  const { mode, tiers } = document
  if (mode === 'interpolated') {
    if (what === 'rate') report.error('tiers.interpolated-rates', [...path, 'mode'])
    const last = tiers.length - 1
    if (tiers[0]?.from === 'any') report.error('tiers.interpolated-open', [...path, 'tiers', 0, 'from'], { tier: 1 })
    if (tiers[last]?.to === undefined) report.error('tiers.interpolated-open', [...path, 'tiers', last], { tier: last + 1 })
    return
  }
  // Between tiers with rates that each pay on their own part nothing jumps, so it does not matter which one owns the bound.
  if (document.boundary === undefined && (mode === 'whole' || what === 'amount')) report.error('tiers.no-boundary', [...path, 'mode'])
}

interface Bounds {
  readonly from: string | null
  readonly until: string | null
}

/** A bound that is not known is undefined: it is reported, and then nothing is said about the tiers beside it. */
interface Reading {
  readonly from: string | null | undefined
  readonly until: string | null | undefined
}

/** The bounds of all tiers; whatever does not fit together is reported. */
function boundsOf(rows: readonly Row[], of: DeclaredUnit | null, at: TableAt): Bounds[] {
  const bounds: Bounds[] = []
  let last: Reading | null = null
  for (const i of rows.keys()) {
    const read = readBounds(rows, i, { of, last }, at)
    const sound = checkBounds(rows, i, { last, read }, at)
    last = sound ? read : { from: read.from, until: undefined }
    bounds.push({ from: read.from ?? null, until: read.until ?? null })
  }
  return bounds
}

function readBounds(rows: readonly Row[], i: number, { of, last }: { readonly of: DeclaredUnit | null; readonly last: Reading | null }, at: TableAt): Reading {
  const { from, to } = rows[i] ?? {}
  const next = rows[i + 1]?.from
  const begins = from === 'any' ? null : from === undefined ? (last === null ? '0' : last.until) : (numberIn(of, from, ['tiers', i, 'from'], at) ?? undefined)
  if (to !== undefined) return { from: begins, until: numberIn(of, to, ['tiers', i, 'to'], at) ?? undefined }
  // It ends where the next one begins; a mistake in that number is told there.
  return { from: begins, until: next === undefined || next === 'any' ? null : quiet(of, next, at) }
}

/** Whether a tier holds some number and follows the one before. */
function checkBounds(rows: readonly Row[], i: number, { last, read }: { readonly last: Reading | null; readonly read: Reading }, { path, report }: TableAt): boolean {
  const here = [...path, 'tiers', i]
  const { from, until } = read
  const between = last === null ? null : problemBetween(last, read)
  if (rows[i]?.from === 'any' && i > 0) report.error('tiers.any', [...here, 'from'], { tier: i + 1 })
  else if (until === null && i < rows.length - 1) report.error('tiers.open', here, { tier: i + 1 })
  else if (typeof from === 'string' && typeof until === 'string' && dec(until).lte(from))
    report.error('tiers.empty', [...here, rows[i]?.to === undefined ? 'from' : 'to'], { tier: i + 1, from: fromOf(rows, i), to: endOf(rows, i) })
  else if (between === null) return true
  else {
    report.error(between, [...here, 'from'], { ...worded('first', rangeOf(rows, i - 1)), ...worded('second', rangeOf(rows, i)), end: endOf(rows, i - 1) })
    // What follows is compared with this tier all the same.
    return true
  }
  return false
}

function quiet(of: DeclaredUnit | null, written: string, at: TableAt): string | undefined {
  const silent = { ...at.report, error: () => {} }
  return numberIn(of, written, [], { ...at, report: silent }) ?? undefined
}

function problemBetween(first: Reading, second: Reading): 'tiers.overlap' | 'tiers.gap' | 'tiers.order' | null {
  if (typeof first.until !== 'string' || typeof second.from !== 'string') return null
  const step = dec(second.from).cmp(first.until)
  if (step === 0) return null
  if (step > 0) return 'tiers.gap'
  const before = typeof first.from === 'string' && typeof second.until === 'string' && dec(second.until).lte(first.from)
  return before ? 'tiers.order' : 'tiers.overlap'
}

/** Where a tier begins and ends, as its author wrote it. */
function fromOf(rows: readonly Row[], i: number): string {
  return rows[i]?.from ?? (i === 0 ? '0' : endOf(rows, i - 1))
}

function endOf(rows: readonly Row[], i: number): string {
  return rows[i]?.to ?? rows[i + 1]?.from ?? ''
}

function rangeOf(rows: readonly Row[], i: number): Wording {
  const [from, to] = [fromOf(rows, i), endOf(rows, i)]
  if (from === 'any') return to === '' ? { zh: '全部', en: 'everything' } : { zh: `${to} 以下`, en: `below ${to}` }
  return to === '' ? { zh: `${from} 以上`, en: `${from} and above` } : { zh: `${from}–${to}`, en: `${from}–${to}` }
}

/** What the table answers: amounts in `pays`; rates in `pays` for each unit of `of`, or shares of what is asked about. Null: unknown, reported. */
function payOf(
  { what, of, declared, written }: { what: 'rate' | 'amount' | null; of: DeclaredUnit | null; declared: DeclaredUnit | null; written: string | undefined },
  { path, report }: TableAt,
): TierPay | null {
  if (written !== undefined && declared === null) return null
  if (what === null || of === null) return null
  if (what === 'amount') {
    if (declared === null) report.error('tiers.no-pays', path)
    return declared === null ? null : { kind: 'fixed', unit: declared }
  }
  // 50 yuan for each piece is an amount; 3 % of an amount of money, or of what is measured by percent of a target, is a share of it.
  if (declared === null || isPlain(of) || sameUnit(of.unit, declared.unit)) return { kind: 'share', declared }
  return { kind: 'fixed', unit: declared }
}

interface RateAt {
  readonly index: number
  readonly of: DeclaredUnit | null
  /** A rate of the table that is written in percent: one without its sign beside it is most likely meant so too. */
  readonly signed: string | null
}

function rateAt(written: string, pay: TierPay | null, how: RateAt, at: TableAt): string | null {
  const key = ['tiers', how.index, 'rate']
  const rate = numberIn(pay?.kind === 'fixed' ? pay.unit : null, written, key, at)
  // 3 for 3 %: nobody pays three times the money that came in.
  const money = how.of !== null && sameUnit(how.of.unit, { [at.catalogue.units.currency]: 1 })
  if (rate !== null && pay?.kind === 'share' && money && !written.endsWith('%') && dec(rate).gte(1)) at.report.warning('tiers.rate-high', [...at.path, ...key], { value: written })
  else if (rate !== null && pay?.kind === 'share' && how.signed !== null && !written.endsWith('%') && !dec(rate).isZero())
    at.report.warning('tiers.rate-mixed', [...at.path, ...key], { value: written, other: how.signed, hundredfold: decimalText(dec(rate).times(100)) })
  return rate
}

function warnNegative(rows: readonly Row[], { path, report }: TableAt): void {
  for (const [i, { rate }] of rows.entries()) {
    if (rate?.startsWith('-') === true) report.warning('tiers.negative', [...path, 'tiers', i, 'rate'], { tier: i + 1, value: rate })
  }
}
