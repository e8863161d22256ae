import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import { NOTICE_NAMES } from '../../base/limits.ts'
import { TARGET_LEVELS, worded } from '../../engine/wording.ts'
import type { Gap, TargetAsked } from './gaps.ts'

const CODES: Readonly<Record<Gap, string>> = { missing: 'goals.target-lacking', nothing: 'goals.target-nothing', twice: 'goals.prorated-twice' }

/** Who lacks what; `names` are those of people, with their periods where there are several. */
export interface Lacking {
  readonly asked: TargetAsked
  readonly gap: Gap
  readonly people: number
  readonly names: readonly string[]
  /** Null where the names carry their periods. */
  readonly period: string | null
}

/** The same people lacking the same target is told once, by the first that asks for it. */
export function eachOnce(found: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, params }: Diagnostic): string => JSON.stringify([code, params['measure'], params['level'], params['names'], params['people']])
  return found.filter((d, i) => found.findIndex((other) => key(other) === key(d)) === i)
}

/** A warning that a target is missing, is nothing to be measured against, or would be prorated twice. */
export function lackingWarning({ asked, gap, people, names, period }: Lacking, place: Place = {}): Diagnostic {
  const shown = [...names.slice(0, NOTICE_NAMES), ...(names.length > NOTICE_NAMES ? ['…'] : [])]
  const when = period === null ? { zh: '', en: '' } : { zh: `${period}：`, en: `${period}: ` }
  const params = {
    ...worded('when', when, period ?? ''),
    ...worded('asker', asked.asker, asked.id),
    ...worded('level', TARGET_LEVELS[asked.level], asked.level),
    ...worded('names', { zh: shown.join('、'), en: shown.join(', ') }),
    measure: asked.measure,
    people,
  }
  return { code: CODES[gap], severity: 'warning', place, params: gap === 'twice' ? params : { ...params, ...worded('effect', asked.effect) } }
}
