import { dec } from '../../base/decimal.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { Program } from '../../engine/ir.ts'
import type { ChangedRecord } from './changed-records.ts'
import type { Change, LineChange, PersonChange } from './compare.ts'

/** A figure that moved, with what it is called and how it is written. */
export interface NamedChange extends Change {
  readonly name: string
  readonly percent: boolean
  readonly unit: Readonly<Record<string, number>>
}

export interface NamedLineChange extends NamedChange {
  /** In the terms of the line’s measure; null where the target is the same. */
  readonly target: NamedChange | null
}

/** Where the changed records of a person are in the list of all of them. */
export interface ShownCause {
  readonly kind: 'line' | 'component' | 'measure'
  readonly what: string
  readonly records: readonly number[]
}

interface In {
  readonly program: Program
  readonly lang: Lang
}

/** The plain figures of a person: score, grade, pay. */
export function plainChange(change: Change | null): NamedChange | null {
  return change === null ? null : { ...change, name: change.what, percent: false, unit: {} }
}

export function measureChange(change: Change, { program, lang }: In): NamedChange {
  const measure = program.measures[change.what]
  return { ...change, name: nameIn(measure?.name, lang, change.what), percent: measure?.percent ?? false, unit: measure?.unit ?? {} }
}

/** A line by the name that the scheme in force gives it. */
export function lineChange(change: LineChange, scheme: string | null, { program, lang }: In): NamedLineChange {
  const line = scheme === null ? undefined : program.schemes[scheme]?.lines.find((l) => l.line === change.what)
  const measure = line === undefined ? undefined : program.measures[line.measure]
  const { target, ...points } = change
  return {
    ...points,
    ...{ name: nameIn(line?.name, lang, change.what), percent: false, unit: {} },
    target: target === null ? null : { ...target, name: nameIn(measure?.name, lang, change.what), percent: measure?.percent ?? false, unit: measure?.unit ?? {} },
  }
}

/** `<plan>/<component>` by the name of the component. */
export function componentChange(change: Change, { program, lang }: In): NamedChange {
  const at = change.what.indexOf('/')
  const component = program.incentives[change.what.slice(0, at)]?.components.find((c) => c.component === change.what.slice(at + 1))
  return { ...change, name: nameIn(component?.name, lang, change.what.slice(at + 1)), percent: false, unit: {} }
}

/** What stands behind the figures that are shown, by the places of the records that are shown. */
export function shownCauses(person: PersonChange, places: ReadonlyMap<string, number>): ShownCause[] {
  const components = new Set(person.components.map((c) => c.what))
  return person.causes
    .filter(({ kind, what }) => kind !== 'component' || components.has(what))
    .map(({ kind, what, records }) => ({ kind, what, records: records.flatMap((r) => places.get(placeOf(r)) ?? []) }))
    .filter(({ records }) => records.length > 0)
}

export const placeOf = ({ dataset, id, what }: Pick<ChangedRecord, 'dataset' | 'id' | 'what'>): string => `${dataset} ${id} ${what}`

/** The largest moves first: of pay, then of the score; those of whom neither moved come last, by id. */
export function byMove(a: PersonChange, b: PersonChange): number {
  return move(b.pay).cmp(move(a.pay)) || move(b.score).cmp(move(a.score)) || (a.id < b.id ? -1 : 1)
}

const move = (change: Change | null) =>
  dec(change?.after ?? '0')
    .minus(change?.before ?? '0')
    .abs()
