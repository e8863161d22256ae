import { periodOf } from '../../base/calendar.ts'
import { missingPeriod } from '../../base/calendar-check.ts'
import { dec, decimalText } from '../../base/decimal.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { SchemeIr } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, type Wording, worded } from '../wording.ts'
import type { CalendarCode, DocumentPath } from './report.ts'
import { periodWords } from './scheme-editions.ts'
import { isWeighted, type LineDocument, type SchemeCheck } from './scheme-lines.ts'
import { pointsOf } from './scheme-numbers.ts'

type Weights = Readonly<Record<string, string>>

/** The weights of the lines themselves must sum to 100. */
export function checkWeights(document: SchemeDocument, c: SchemeCheck): void {
  const weighted = document.lines.filter(isWeighted)
  if (weighted.length === 0) c.report.error('scheme.no-weighted', ['lines'], { scheme: document.scheme })
  // Where lines lack their weight, that is told; their sum says nothing then.
  if (weighted.length === 0 || weighted.some((line) => line.weight === undefined)) return
  checkSum(
    weighted.map((line) => ({ line: line.line, weight: pointsOf(line.weight ?? '0') })),
    { path: ['lines'], where: { zh: '', en: '' } },
    c,
  )
}

/** Weights of single periods, completed: a weighted line that is not named weighs 0 there. */
export function periodWeights(document: SchemeDocument, c: SchemeCheck): SchemeIr['weights'] {
  return Object.fromEntries(
    Object.entries(document.weights).map(([period, weights]) => {
      checkPeriod(period, document, c)
      return [period, weightsOf(weights, document.lines, { path: ['weights', period], where: { zh: `${period} 的`, en: ` for ${period}` } }, c)]
    }),
  )
}

export function newcomerWeights(document: SchemeDocument, c: SchemeCheck): SchemeIr['newcomers'] {
  const { newcomers } = document
  if (newcomers === undefined) return null
  const place = { path: ['newcomers', 'weights'], where: { zh: '新人的', en: ' for newcomers' } }
  return { months: newcomers.months, weights: weightsOf(newcomers.weights, document.lines, place, c) }
}

function checkPeriod(id: string, { every, from, until }: SchemeDocument, { catalogue, report }: SchemeCheck): void {
  const { calendar } = catalogue.company
  const path = ['weights', id]
  const period = periodOf(calendar, id)
  if (period === null) {
    const { code, params } = missingPeriod(calendar, id)
    report.error(code as CalendarCode, path, params) // the calendar's own texts say every code it finds
  } else if (period.kind !== every)
    report.error('scheme.period-kind', path, { period: id, ...worded('kind', periodWords(period.kind), period.kind), ...worded('every', periodWords(every), every) })
  else if ((from !== undefined && period.from < from) || (until !== undefined && period.from >= until)) report.warning('scheme.period-outside', path, { period: id })
}

interface WeightsAt {
  readonly path: DocumentPath
  readonly where: Wording
}

function weightsOf(weights: Weights, lines: readonly LineDocument[], place: WeightsAt, c: SchemeCheck): Weights {
  const weighted = lines.filter(isWeighted).map((line) => line.line)
  let sound = true
  for (const name of Object.keys(weights)) {
    if (weighted.includes(name)) continue
    sound = false
    const path = [...place.path, name]
    if (lines.some((line) => line.line === name)) c.report.error('scheme.not-weighted', path, { line: name })
    else c.report.error('scheme.unknown-line', path, { name, ...hintOf(nearNames(name, weighted), weighted) })
  }
  const full = weighted.map((line) => ({ line, weight: Object.hasOwn(weights, line) ? pointsOf(weights[line] ?? '0') : '0' }))
  if (sound) checkSum(full, place, c)
  return Object.fromEntries(full.map(({ line, weight }) => [line, weight]))
}

function checkSum(weights: readonly { readonly line: string; readonly weight: string }[], { path, where }: WeightsAt, { report }: SchemeCheck): void {
  const sum = weights.reduce((total, { weight }) => total.plus(weight), dec(0))
  if (sum.eq(100)) return
  const off = decimalText(sum.minus(100).abs())
  const gap: Wording = sum.lt(100) ? { zh: `少 ${off}`, en: `${off} too little` } : { zh: `多 ${off}`, en: `${off} too much` }
  const lines = weights.map(({ line, weight }) => `${line} ${weight}`).join(' + ')
  report.error('scheme.weights', path, { sum: decimalText(sum), lines, ...worded('where', where), ...worded('gap', gap) })
}
