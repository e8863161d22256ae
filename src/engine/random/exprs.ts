import { daysBetween } from '../../base/calendar.ts'
import type { CompanyIr, Expr, FieldType, PathStep, ValueRef } from '../ir.ts'
import { binary, bool, compare, date, div, field, nothing, num, step, text, unary } from './build.ts'
import { CHOICES, GRADES, TEXTS } from './names.ts'
import type { Rng } from './rng.ts'
import type { DatasetShape, FieldShape, Shape } from './shape.ts'
import { randomTableRead } from './tables.ts'
import { type Days, randomDay } from './time.ts'

/** A field that an expression over records can read. */
export interface Reachable {
  readonly field: FieldShape
  readonly path: readonly PathStep[]
}

/** Where a random expression is to stand. */
export interface Place {
  readonly rng: Rng
  readonly days: Days
  readonly company: CompanyIr
  readonly employees: readonly string[]
  /** Over the records of a dataset, by that date; or over values of measures. */
  readonly over:
    | { readonly kind: 'record'; readonly fields: readonly Reachable[]; readonly date: Expr }
    /** `others`: numbers that stand beside values of measures (targets, pay …); `texts`: texts, where there are any (the grade). */
    | { readonly kind: 'values'; readonly refs: () => ValueRef; readonly target: () => Expr; readonly others: (() => Expr) | null; readonly texts: (() => Expr) | null }
  /** Whether `seen` may stand here. */
  readonly seen: boolean
}

const STEPS = 3
const OPS = ['=', '<>', '<', '<=', '>', '>='] as const

/** The fields of a dataset and of those it refers to, a few steps away. */
export function reachable(shape: Shape, dataset: DatasetShape, path: readonly PathStep[] = []): Reachable[] {
  const here = dataset.fields.map((f) => ({ field: f, path }))
  if (path.length >= STEPS) return here
  const beyond = dataset.fields.flatMap((f) => {
    const target = shape.find((d) => f.type === 'reference' && d.name === f.to)
    return target === undefined ? [] : reachable(shape, target, [...path, step(f.name, target.name)])
  })
  return [...here, ...beyond]
}

const readOf = (r: Reachable): Expr => field(r.field.name, r.field.type, ...r.path)

function ofTypes(at: Place, types: readonly FieldType[]): Reachable | null {
  if (at.over.kind !== 'record') return null
  const fields = at.over.fields.filter((r) => types.includes(r.field.type))
  // Half of the time from the record itself, since there are more fields behind references than before them.
  const near = fields.filter((r) => r.path.length === 0)
  return fields.length === 0 ? null : at.rng.pick(near.length > 0 && at.rng.chance(0.5) ? near : fields)
}

/** A number whose digits stay few: fields, constants, values of measures. */
function plainNumber(at: Place): Expr {
  const { rng } = at
  if (at.over.kind === 'values') return besideValues(at, at.over)
  const found = rng.chance(0.85) ? ofTypes(at, ['integer', 'decimal', 'money', 'money']) : null
  if (found === null) return num(rng.pick(['0', '1', '2', '100', '0.01', '-1.5']))
  return found.field.type === 'money' ? money(at, found) : readOf(found)
}

function besideValues({ rng }: Place, over: Extract<Place['over'], { kind: 'values' }>): Expr {
  if (over.others !== null && rng.chance(0.35)) return over.others()
  if (rng.chance(0.15)) return over.target()
  return rng.chance(0.8) ? { node: 'value', ref: over.refs() } : num(rng.pick(['0', '1', '100', '0.5', '-2']))
}

/** Money in the company's currency, nearly always by the day of the record. */
function money(at: Place, found: Reachable): Expr {
  if (at.over.kind !== 'record') throw new Error('money is read from records')
  const { currencyField, currency } = found.field
  if (at.rng.chance(0.1)) return readOf(found)
  const from: Expr = currencyField === undefined ? text(currency ?? at.company.currency) : field(currencyField, 'text', ...found.path)
  const on = at.rng.chance(0.9) ? at.over.date : randomDate({ ...at, seen: false }, 0)
  return { node: 'convert', of: readOf(found), currency: from, to: at.company.currency, on, scale: at.company.currencyScale }
}

export function randomNumber(at: Place, depth: number): Expr {
  const { rng } = at
  if (depth <= 0) return plainNumber(at)
  const inner = (): Expr => randomNumber(at, depth - 1)
  switch (rng.int(0, 17)) {
    case 0:
    case 1:
      return binary(rng.pick(['add', 'sub'] as const), inner(), inner())
    // Of plain factors, so that products of products do not run out of exact digits.
    case 2:
      return binary('mul', plainNumber(at), at.over.kind === 'values' ? num(rng.pick(['100', '0.01', '-3'])) : plainNumber(at))
    case 3:
    case 11:
      return div(inner(), inner(), rng.pick([0, 2, 6, 16]))
    case 4:
      return unary(rng.pick(['neg', 'abs'] as const), inner())
    case 5:
      return { node: 'round', of: inner(), scale: rng.pick([0, 1, 2, 4]) }
    case 6:
      return { node: 'if', when: randomBoolean(at, depth - 1), then: rng.chance(0.2) ? nothing : inner(), else: inner() }
    case 7:
      return { node: 'coalesce', of: [rng.chance(0.2) ? nothing : inner(), inner()] }
    case 8:
      return { node: rng.pick(['least', 'greatest'] as const), of: [inner(), ...(rng.chance(0.1) ? [nothing] : []), inner()] }
    case 9:
      return { node: 'days', from: randomDate(at, depth - 1), to: randomDate(at, depth - 1) }
    case 10:
      return { node: 'part', part: rng.pick(['year', 'month'] as const), of: randomDate(at, depth - 1) }
    case 12:
    case 13:
    case 14:
      return randomTable(at, depth - 1)
    default:
      return plainNumber(at)
  }
}

/** A table of tiers, a curve or a lookup, asked with numbers and texts of the place. */
export function randomTable(at: Place, depth: number): Expr {
  const { over } = at
  return randomTableRead({
    rng: at.rng,
    number: () => randomNumber(at, depth),
    scale: () => (over.kind === 'values' && at.rng.chance(0.7) ? over.target() : plainNumber(at)),
    text: () => randomText(at, 1),
    texts: over.kind === 'values' ? [...GRADES, 'a', 'A'] : [...CHOICES, 'a', 'A', 'USD'],
  })
}

export function randomBoolean(at: Place, depth: number): Expr {
  const { rng } = at
  const inner = (): Expr => randomBoolean(at, depth - 1)
  if (at.seen && rng.chance(0.4)) return seen(at)
  if (depth <= 0) return leafBoolean(at)
  switch (rng.int(0, 10)) {
    case 0:
    case 1:
      return binary(rng.pick(['and', 'or'] as const), inner(), inner())
    case 2:
      return unary('not', inner())
    case 3:
      return unary('empty', randomAny(at, depth - 1))
    case 4:
      return within(at, depth)
    case 5:
      return {
        node: rng.pick(['contains', 'starts'] as const),
        of: randomText(at, depth - 1),
        text: rng.chance(0.7) ? text(rng.pick(['a', 'GTX', '中', "'", ''])) : randomText(at, 0),
      }
    case 6:
      return { node: 'if', when: inner(), then: inner(), else: rng.chance(0.2) ? nothing : inner() }
    case 7:
      return compare(rng.pick(OPS), randomNumber(at, depth - 1), rng.chance(0.05) ? nothing : randomNumber(at, 0))
    case 8:
      return compare(rng.pick(OPS), randomDate(at, depth - 1), date(randomDay(rng, at.days)))
    case 9:
      return { node: 'coalesce', of: [inner(), bool(rng.chance(0.7))] }
    default:
      return leafBoolean(at)
  }
}

function leafBoolean(at: Place): Expr {
  const { rng } = at
  const flag = rng.chance(0.3) ? ofTypes(at, ['boolean']) : null
  if (flag !== null) return rng.chance(0.7) ? readOf(flag) : compare(rng.pick(OPS), readOf(flag), bool(rng.chance(0.5)))
  if (rng.chance(0.05)) return bool(rng.chance(0.7))
  const perhaps = rng.chance(0.25) ? ofTypes(at, ['choice', 'money', 'employee', 'date', 'decimal', 'reference']) : null
  if (perhaps !== null) return unary('empty', readOf(perhaps))
  return rng.chance(0.5) ? compare(rng.pick(OPS), plainNumber(at), num(rng.pick(['0', '1', '10', '100']))) : compare(rng.pick(OPS), randomText(at, 0), randomText(at, 0))
}

function within(at: Place, depth: number): Expr {
  const { rng } = at
  const unknown = rng.chance(0.2) ? [nothing] : []
  if (rng.chance(0.3)) return { node: 'in', of: randomNumber(at, depth - 1), list: [num('0'), num('1.00'), ...unknown, num('2.5')] }
  return { node: 'in', of: randomText(at, depth - 1), list: [...rng.some(CHOICES, 2), ...rng.some(TEXTS, 2)].map(text).concat(unknown) }
}

function randomText(at: Place, depth: number): Expr {
  const { rng } = at
  if (depth > 0 && rng.chance(0.3)) {
    return rng.chance(0.5)
      ? { node: 'coalesce', of: [randomText(at, depth - 1), text(rng.pick(TEXTS))] }
      : { node: 'if', when: randomBoolean(at, depth - 1), then: randomText(at, depth - 1), else: rng.chance(0.2) ? nothing : randomText(at, depth - 1) }
  }
  if (at.over.kind === 'values' && at.over.texts !== null && rng.chance(0.6)) return at.over.texts()
  const found = rng.chance(0.6) ? ofTypes(at, ['text', 'choice', 'employee', 'reference']) : null
  return found === null ? text(rng.pick([...TEXTS, ...CHOICES, ...at.employees, 'USD'])) : readOf(found)
}

function randomDate(at: Place, depth: number): Expr {
  const { rng } = at
  if (depth > 0 && rng.chance(0.3)) {
    const inner = (): Expr => randomDate(at, depth - 1)
    return rng.chance(0.5)
      ? { node: rng.pick(['least', 'greatest', 'coalesce'] as const), of: [inner(), inner()] }
      : { node: 'if', when: randomBoolean(at, depth - 1), then: inner(), else: inner() }
  }
  if (at.over.kind === 'record' && rng.chance(0.3)) return at.over.date
  const found = rng.chance(0.8) ? ofTypes(at, ['date', 'timestamp']) : null
  return found === null ? date(randomDay(rng, at.days)) : readOf(found)
}

export function randomAny(at: Place, depth: number): Expr {
  return at.rng.pick([randomNumber, randomText, randomDate, randomBoolean])(at, depth)
}

/** For the first time, or not: by one or two keys, among records that satisfy a condition, within some days. */
function seen(at: Place): Expr {
  const { rng } = at
  const inside: Place = { ...at, seen: false }
  if (at.over.kind !== 'record') throw new Error('seen is asked of records')
  const key = (): Expr => {
    const found = ofTypes(at, ['reference', 'choice', 'text', 'employee', 'boolean', 'integer'])
    return found === null ? text('all') : readOf(found)
  }
  return {
    node: 'seen',
    what: rng.pick(['first', 'first', 'earlier'] as const),
    keys: rng.chance(0.8) ? [key()] : [key(), key()],
    where: rng.chance(0.5) ? null : randomBoolean(inside, 1),
    withinDays: rng.chance(0.3) ? null : rng.pick([0, 0, 0, 1, 1, 2, 30, ...between(at)]),
    date: at.over.date,
  }
}

/** How far apart two of the busy days are: where one day more or less matters. */
function between({ rng, days }: Place): number[] {
  const apart = Array.from({ length: 4 }, () => Math.abs(daysBetween(rng.pick(days.hot), rng.pick(days.hot))))
  return apart.flatMap((d) => [d, Math.max(0, d - 1)])
}
