import { type CalendarSpec, type Day, isDay, nextPeriod, type Period, type PeriodKind, periodContaining } from '../../base/calendar.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { documentId, EDITION_MARK } from '../documents/document-id.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { InForce } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import { checkId } from './names.ts'
import { type Placed, type Reporter, reporterFor } from './report.ts'

/** A scheme or an incentive plan with when it is in force: one document may have several editions, one after the other. */
export interface Edition<T> {
  readonly source: Placed<T>
  readonly report: Reporter
  /** Id of the document: with its first day where one is given. */
  readonly id: string
  /** Id that all its editions share. */
  readonly base: string
  readonly inForce: InForce
}

const WORDS: Readonly<Record<PeriodKind, Wording>> = {
  day: { zh: '日', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
}

export function periodWords(kind: PeriodKind): Wording {
  return WORDS[kind]
}

/** The documents as editions; one that is there twice is reported and left out. An edition without an end of its own ends where the next one begins. */
export function editionsOf<T extends SchemeDocument | IncentiveDocument>(sources: readonly Placed<T>[], calendar: CalendarSpec, sink: Diagnostic[]): Edition<T>[] {
  const byId = new Map<string, Edition<T>>()
  for (const source of sources) {
    const report = reporterFor(source, sink)
    const { document } = source
    const [key, base] = 'scheme' in document ? ['scheme', document.scheme] : ['incentive', document.incentive]
    const id = documentId(document)
    const other = byId.get(id)
    if (other !== undefined) {
      report.error('name.duplicate', [key], { name: id, other: other.report.where([key]) })
      continue
    }
    if (checkId('measure', base, [key], report) && base.includes(EDITION_MARK)) report.error('force.mark', [key], { name: base })
    checkDays(document, calendar, report)
    byId.set(id, { source, report, id, base, inForce: inForceOf(document) })
  }
  return ended([...byId.values()])
}

function inForceOf({ role, every, from, until, startDay }: SchemeDocument | IncentiveDocument): InForce {
  const roles = role === undefined ? null : [...new Set(typeof role === 'string' ? [role] : role)]
  return { roles, every, from: from ?? null, until: until ?? null, startDay }
}

function checkDays({ every, from, until }: SchemeDocument | IncentiveDocument, calendar: CalendarSpec, report: Reporter): void {
  const wrong = (['from', 'until'] as const).filter((key) => {
    const day = { from, until }[key]
    if (day === undefined || isDay(day)) return false
    report.error('calendar.no-day', [key], { day })
    return true
  })
  if (wrong.length > 0) return
  const kind = worded('every', periodWords(every), every)
  const first = from === undefined ? null : firstFrom(calendar, every, from)
  if (from !== undefined && until !== undefined && (from >= until || (first !== null && first.from >= until))) {
    report.error('force.never', ['until'], { from, until, ...kind })
    return
  }
  for (const [key, day] of [
    ['from', from],
    ['until', until],
  ] as const) {
    const inside = day === undefined ? null : periodContaining(calendar, every, day)
    const next = inside === null || day === undefined || inside.from === day ? null : nextPeriod(calendar, inside)
    if (inside === null || next === null) continue
    report.warning(key === 'from' ? 'force.from-inside' : 'force.until-inside', [key], { day: String(day), period: inside.id, next: next.id, ...kind })
  }
}

/** The first period of a kind that begins on a day or later. */
function firstFrom(calendar: CalendarSpec, kind: PeriodKind, day: Day): Period | null {
  const inside = periodContaining(calendar, kind, day)
  return inside === null || inside.from === day ? inside : nextPeriod(calendar, inside)
}

function ended<T>(editions: readonly Edition<T>[]): Edition<T>[] {
  return editions.map((edition) => {
    const start = edition.inForce.from ?? ''
    const next = editions
      .filter((other) => other.base === edition.base && (other.inForce.from ?? '') > start)
      .sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))[0]
    const begins = next?.inForce.from ?? null
    const { until } = edition.inForce
    if (next === undefined || begins === null) return edition
    if (until !== null && until > begins) edition.report.error('force.editions', ['until'], { name: edition.base, until, next: begins, other: next.report.where(['from']) })
    return { ...edition, inForce: { ...edition.inForce, until: until !== null && until < begins ? until : begins } }
  })
}

/** Whether some period of one kind follows both. */
export function together(a: InForce, b: InForce, calendar: CalendarSpec): boolean {
  const from =
    [a.from, b.from]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  const until = [a.until, b.until].filter((day) => day !== null).sort()[0] ?? null
  if (from === null || until === null) return true
  return from < until && (firstFrom(calendar, a.every, from)?.from ?? from) < until
}

/** Roles of both; the role is null where both are for anybody. */
export function sharedRoles(a: InForce, b: InForce): readonly (string | null)[] {
  if (a.roles === null) return b.roles ?? [null]
  const { roles } = b
  return roles === null ? a.roles : a.roles.filter((role) => roles.includes(role))
}
