import { Decimal, dec, decimalText } from '../../../base/decimal.ts'
import type { Column, Matrix, Person } from './queries.ts'

/** What a quarter or a year is made of, and what these come to. */
export interface PartsSum {
  readonly kind: 'half' | 'quarter' | 'month'
  readonly sum: string
  readonly given: number
  readonly parts: number
  /** Whole − sum; null where they agree, a part is missing, or there is no whole. */
  readonly gap: string | null
}

const PARTS = ['half', 'quarter', 'month'] as const

/** For each column the columns of its parts, the coarsest kind first. Parts that do not add up (shares, averages) are none. */
export type PartColumns = readonly (readonly { readonly kind: PartsSum['kind']; readonly at: readonly number[] }[])[]

export function partColumns(columns: readonly Column[]): PartColumns {
  return columns.map((whole) => {
    if (!whole.adds || !(['year', 'half', 'quarter'] as readonly string[]).includes(whole.kind)) return [] // Widened to be searched.
    return PARTS.flatMap((kind) => {
      if (kind === whole.kind) return []
      const at = columns.flatMap((c, i) => (c.kind === kind && c.measure === whole.measure && c.from >= whole.from && c.last <= whole.last ? [i] : []))
      return at.length > 1 ? [{ kind, at }] : []
    })
  })
}

/** The parts of a column in a row of figures: the coarsest kind that is complete; where the column is empty, the coarsest that has figures. */
export function partsSum(figures: readonly (string | null)[], at: number, parts: PartColumns): PartsSum | null {
  const found = (parts[at] ?? []).map(({ kind, at: columns }) => {
    const values = columns.flatMap((i) => figures[i] ?? [])
    return { kind, given: values.length, parts: columns.length, values }
  })
  // Rules take for a period without a target of its own the sum of the coarsest kind there is inside it.
  const some = found.find((f) => f.given > 0)
  const best = (figures[at] ?? null) === null ? some : (found.find((f) => f.given === f.parts) ?? some)
  if (best === undefined) return null
  const sum = best.values.reduce<Decimal>((total, value) => total.plus(dec(value)), new Decimal(0))
  const whole = figures[at] ?? null
  const gap = whole === null || best.given < best.parts ? null : dec(whole).minus(sum)
  return { kind: best.kind, sum: decimalText(sum), given: best.given, parts: best.parts, gap: gap === null || gap.isZero() ? null : decimalText(gap) }
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
