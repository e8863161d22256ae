import type { Diagnostic } from '../../base/diagnostic.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { MeasureIr, SchemeIr } from '../ir.ts'
import type { Catalogue } from './catalogue.ts'
import { lintScheme, lintTogether } from './lint-schemes.ts'
import type { Placed } from './report.ts'
import { type Edition, editionsOf } from './scheme-editions.ts'
import { checkGates, checkReachable, gradesOf } from './scheme-grades.ts'
import { linesOf, type SchemeCheck } from './scheme-lines.ts'
import { checkOneScheme } from './scheme-roles.ts'
import { checkWeights, newcomerWeights, periodWeights } from './scheme-weights.ts'

/** A scheme that is right, with its document and what the linter and the incentive plans need to know of it. */
export interface CheckedScheme {
  readonly edition: Edition<SchemeDocument>
  readonly ir: SchemeIr
}

/**
 * Check every scheme and compile it. Those that are wrong are left out, and reported; known mistakes that do no harm to the figures are warnings.
 * `measures`: the measures that compiled, for the linter.
 */
export function checkSchemes(
  sources: readonly Placed<SchemeDocument>[],
  catalogue: Catalogue,
  measures: ReadonlyMap<string, MeasureIr>,
  sink: Diagnostic[],
): { schemes: ReadonlyMap<string, SchemeIr>; editions: readonly Edition<SchemeDocument>[] } {
  const { calendar } = catalogue.company
  const editions = editionsOf(sources, calendar, sink)
  checkOneScheme(editions, calendar)
  const checked = editions.flatMap((edition): CheckedScheme[] => {
    const ir = schemeOf(edition, catalogue)
    return ir === null ? [] : [{ edition, ir }]
  })
  for (const one of checked) lintScheme(one, catalogue, measures)
  lintTogether(checked, calendar)
  return { schemes: new Map(checked.map(({ edition, ir }) => [edition.id, ir])), editions }
}

/** Null: reported. */
function schemeOf({ source: { document }, report, inForce }: Edition<SchemeDocument>, catalogue: Catalogue): SchemeIr | null {
  const before = report.errors()
  const c: SchemeCheck = { catalogue, report }
  const lines = linesOf(document, c)
  checkWeights(document, c)
  const scheme: SchemeIr = {
    scheme: document.scheme,
    name: document.name ?? document.scheme,
    ...inForce,
    lines,
    weights: periodWeights(document, c),
    newcomers: newcomerWeights(document, c),
    factors: document.factors === 'applied',
    grades: gradesOf(document, report),
    round: document.round,
  }
  // Of lines that are wrong nobody knows how far they reach.
  if (lines.length === document.lines.length) {
    checkReachable(scheme, report)
    checkGates(scheme, report)
  }
  return report.errors() > before ? null : scheme
}
