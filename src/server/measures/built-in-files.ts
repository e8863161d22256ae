import { type CalendarSpec, lastDay, periodOf } from '../../base/calendar.ts'
import { type DatasetDocument, ENTERED, isPercentUnit, type MeasureDocument, RATINGS } from '../../engine/index.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf, namesOf } from '../../engine/wording.ts'
import type { ImportOptions } from '../datasets/import/report.ts'
import type { RatingSources } from '../datasets/rating-sources.ts'
import { isBuiltIn } from './queries.ts'

interface Rules {
  readonly calendar: CalendarSpec
  /** The measures in force. */
  readonly measures: readonly MeasureDocument[]
  /** Ids of all measures that ever were: a file may keep the values of one that was withdrawn. */
  readonly everIds: readonly string[]
}

/** What files of the built-in datasets may write beside what every file may: a period for its last day, the name of a measure for its id. Nothing for other datasets. */
export function builtInFiles(document: DatasetDocument, rules: Rules): Pick<ImportOptions, 'periodEnd' | 'measureOf' | 'isPercent' | 'ratingSources'> {
  if (!isBuiltIn(document.dataset)) return {}
  const periodEnd = (id: string) => {
    const period = periodOf(rules.calendar, id)
    return period === null ? null : lastDay(period)
  }
  const inForce = new Set(rules.measures.map((m) => m.measure))
  const filled = rules.measures.filter((m) => isFilledBy(m, document.dataset))
  const former = rules.everIds.filter((id) => !inForce.has(id))
  const percents = new Set(filled.filter((m) => isPercentUnit(m.unit)).map((m) => m.measure))
  return {
    periodEnd,
    measureOf: measureReader(filled, former),
    isPercent: (measure) => percents.has(measure),
    ...(document.dataset === RATINGS ? { ratingSources: sourcesOf(filled) } : {}),
  }
}

/** What the ratings that tell their sources by name are made of. */
function sourcesOf(measures: readonly MeasureDocument[]): RatingSources {
  const named = measures.flatMap((m) =>
    m.kind === 'rating' && m.dataset === RATINGS && Object.values(m.sources).every((s) => s.filter === undefined) ? [[m.measure, Object.keys(m.sources)] as const] : [],
  )
  return new Map(named)
}

function isFilledBy(measure: MeasureDocument, dataset: string): boolean {
  if (dataset === ENTERED) return measure.kind === 'entered'
  return dataset === RATINGS && measure.kind === 'rating' && measure.dataset === RATINGS
}

/** A measure by its id, or by a name that only one of them has. A value for a measure that does not exist would count nowhere. */
function measureReader(measures: readonly MeasureDocument[], former: readonly string[]): NonNullable<ImportOptions['measureOf']> {
  const ids = new Set(measures.map((m) => m.measure))
  const taken = new Set([...ids, ...former])
  const byName = new Map<string, Set<string>>()
  for (const { measure, name } of measures) {
    for (const text of [measure, ...Object.values(namesOf(name, measure))]) byName.set(folded(text), (byName.get(folded(text)) ?? new Set()).add(measure))
  }
  return (text) => {
    const wanted = text.trim()
    if (wanted === '') return { ok: null }
    if (taken.has(wanted)) return { ok: wanted }
    const [only, second] = byName.get(folded(wanted)) ?? []
    return only !== undefined && second === undefined ? { ok: only } : { bad: 'measures.not-entered', params: hintOf(nearNames(wanted, [...ids]), [...ids]) }
  }
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
