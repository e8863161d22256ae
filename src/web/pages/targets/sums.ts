import { Decimal, dec, decimalText } from '../../../base/decimal.ts'
import type { Column, Matrix, Person } from './queries.ts'

/** What a quarter or a year is made of, and what these come to. */
export interface PartsSum {
  readonly kind: 'half' | 'quarter' | 'month'
  readonly sum: string
  readonly given: number
  readonly parts: number
  /** Shorter parts make up for some of that kind that have none. */
  readonly finer: boolean
  /** Whole − sum; null where they agree, a part is missing, or there is no whole. */
  readonly gap: string | null
}

interface Part {
  readonly at: number
  readonly from: string
  readonly last: string
}

const PARTS = ['half', 'quarter', 'month'] as const

/** For each column the columns of its parts, the coarsest kind first. Parts that do not add up (shares, averages) are none. */
export type PartColumns = readonly (readonly { readonly kind: PartsSum['kind']; readonly columns: readonly Part[] }[])[]

export function partColumns(columns: readonly Column[]): PartColumns {
  return columns.map((whole) => {
    if (!whole.adds || !(['year', 'half', 'quarter'] as readonly string[]).includes(whole.kind)) return [] // Widened to be searched.
    return PARTS.flatMap((kind) => {
      if (kind === whole.kind) return []
      const inside = columns.flatMap((c, at) =>
        c.kind === kind && c.measure === whole.measure && c.from >= whole.from && c.last <= whole.last ? [{ at, from: c.from, last: c.last }] : [],
      )
      return inside.length > 1 ? [{ kind, columns: inside }] : []
    })
  })
}

/** What the parts of a column in a row of figures come to: those of the coarsest kind that is complete; where the column is empty, what rules add up for it. */
export function partsSum(figures: readonly (string | null)[], at: number, parts: PartColumns): PartsSum | null {
  const kinds = (parts[at] ?? []).map(({ kind, columns }) => ({ kind, columns, given: columns.filter((part) => figures[part.at] != null) }))
  const whole = figures[at] ?? null
  const some = kinds.find(({ given }) => given.length > 0)
  const best = whole === null ? some : (kinds.find(({ columns, given }) => given.length === columns.length) ?? some)
  if (best === undefined) return null
  const counted = whole === null ? uncovered(kinds.flatMap(({ given }) => given)) : best.given
  const sum = counted.reduce<Decimal>((total, part) => total.plus(dec(figures[part.at] ?? '0')), new Decimal(0))
  const gap = whole === null || best.given.length < best.columns.length ? null : dec(whole).minus(sum)
  return {
    kind: best.kind,
    sum: decimalText(sum),
    given: best.given.length,
    parts: best.columns.length,
    finer: counted.length > best.given.length,
    gap: gap === null || gap.isZero() ? null : decimalText(gap),
  }
}

/** Parts, the coarser before the finer, without those that one before them covers: what rules add up for a period without a target of its own. */
function uncovered(given: readonly Part[]): Part[] {
  return given.reduce<Part[]>((kept, part) => (kept.some((other) => other.from <= part.last && other.last >= part.from) ? kept : [...kept, part]), [])
}

export interface Totals {
  /** One a column; null where the measure does not add up or nobody has a target. */
  readonly all: readonly (string | null)[]
  readonly units: ReadonlyMap<string, readonly (string | null)[]>
  /** People with a period that is not the sum of its parts. */
  readonly gaps: ReadonlySet<string>
}

export const unitKey = (person: Pick<Person, 'unit'>): string => person.unit ?? ''

/** What people come to, in all and unit by unit. */
export function totalsOf(columns: readonly Column[], people: readonly Person[], figuresOf: (person: Person) => readonly (string | null)[]): Totals {
  const parts = partColumns(columns)
  const wholes = columns.flatMap((_, at) => ((parts[at] ?? []).length > 0 ? [at] : []))
  const all: (Decimal | null)[] = columns.map(() => null)
  const units = new Map<string, (Decimal | null)[]>()
  const gaps = new Set<string>()
  for (const person of people) {
    const figures = figuresOf(person)
    const unit = units.get(unitKey(person)) ?? columns.map(() => null)
    units.set(unitKey(person), unit)
    for (const at of columns.keys()) {
      // What is asked of somebody, whether it was set as a whole or in parts.
      const value = columns[at]?.sums === true ? (figures[at] ?? partsSum(figures, at, parts)?.sum ?? null) : null
      if (value === null) continue
      all[at] = (all[at] ?? new Decimal(0)).plus(value)
      unit[at] = (unit[at] ?? new Decimal(0)).plus(value)
    }
    if (wholes.some((at) => figures[at] != null && partsSum(figures, at, parts)?.gap != null)) gaps.add(person.id)
  }
  const texts = (row: readonly (Decimal | null)[]) => row.map((each) => (each === null ? null : decimalText(each)))
  return { all: texts(all), units: new Map([...units].map(([id, row]) => [id, texts(row)])), gaps }
}

/** What is asked of a unit's team, where one person answers for it, and how far it is from what its people come to. */
export interface UnitGap {
  readonly asked: string
  readonly gap: string | null
}

/** Unit by unit, column by column; a unit with two who answer for the same thing has none. */
export function unitGaps(matrix: Pick<Matrix, 'columns' | 'teams'>, totals: Totals): ReadonlyMap<string, readonly (UnitGap | null)[]> {
  const byUnit = new Map<string, Matrix['teams'][number][]>()
  for (const team of matrix.teams) byUnit.set(unitKey(team), [...(byUnit.get(unitKey(team)) ?? []), team])
  return new Map(
    [...byUnit].flatMap(([unit, teams]) => {
      const [team] = teams
      if (team === undefined || teams.length > 1) return []
      const sums = totals.units.get(unit)
      const gaps = matrix.columns.map((_, at) => {
        const [asked, sum] = [team.values[at] ?? null, sums?.[at] ?? null]
        if (asked === null) return null
        const gap = dec(asked).minus(sum ?? '0')
        return { asked, gap: gap.isZero() ? null : decimalText(gap) }
      })
      return [[unit, gaps] as const]
    }),
  )
}
