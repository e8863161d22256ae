import type { Diagnostic, Params } from '../../base/diagnostic.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import { FUNCTIONS } from '../formula/functions.ts'
import type { AmountIr, Expr, IncentiveIr, InForce } from '../ir.ts'
import { isSlip } from '../near.ts'
import { walk } from '../walk.ts'
import { type Wording, worded } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { warnUnusedOwnTables, withOwnTables } from './check-tables.ts'
import { componentsOf } from './incentive-components.ts'
import type { DocumentPath, Placed, Reporter } from './report.ts'
import { type Edition, editionsOf, periodWords, together } from './scheme-editions.ts'
import { rolePath, roleWords, warnSpellings } from './scheme-roles.ts'

type Result = Extract<Expr, { node: 'result' }>['what']

/**
 * Check every incentive plan and compile it; those that are wrong are left out, and reported.
 * `catalogue` has the tables of the plan folder. `schemes`: all of them, also wrong ones: what plans ask of a score is looked up there.
 */
export function checkIncentives(
  sources: readonly Placed<IncentiveDocument>[],
  catalogue: Catalogue,
  schemes: readonly Edition<SchemeDocument>[],
  sink: Diagnostic[],
): ReadonlyMap<string, IncentiveIr> {
  const editions = editionsOf(sources, catalogue.company.calendar, sink)
  warnSpellings([...schemes, ...editions])
  const incentives = editions.flatMap((edition): [string, IncentiveIr][] => {
    const ir = incentiveOf(edition, catalogue)
    if (ir === null) return []
    warnResults(ir, edition.report, { schemes, catalogue })
    return [[edition.id, ir]]
  })
  return new Map(incentives)
}

/** Null: reported. */
function incentiveOf({ source: { document }, report, inForce }: Edition<IncentiveDocument>, shared: Catalogue): IncentiveIr | null {
  const before = report.errors()
  const own = { path: ['tables'], report }
  const catalogue = withOwnTables(document.tables, { ...own, catalogue: shared })
  const components = componentsOf(document, { catalogue, report })
  if (report.errors() > before) return null
  warnUnusedOwnTables(document.tables, { ...own, catalogue })
  return { incentive: document.incentive, name: document.name ?? document.incentive, ...inForce, components }
}

/** What a plan asks of a score that nobody in its roles will have. */
function warnResults(incentive: IncentiveIr, report: Reporter, known: { readonly schemes: readonly Edition<SchemeDocument>[]; readonly catalogue: Catalogue }): void {
  const told = new Set<string>()
  for (const [i, component] of incentive.components.entries()) {
    for (const { what, key } of resultsIn(component.now)) {
      const missing = told.has(what) ? null : missingFor(what, incentive, known)
      if (missing === null) continue
      told.add(what)
      const fn: Wording = FUNCTIONS.find((entry) => entry.id === what)?.name ?? { zh: what, en: what }
      const params = { ...worded('function', fn, what), ...roleWords(missing.role), ...worded('every', periodWords(incentive.every), incentive.every) }
      if (missing.scheme === null) noScheme(missing.role, { report, path: ['components', i, key], params }, known.schemes, incentive)
      else report.warning('incentive.no-grades', ['components', i, key], { ...params, scheme: missing.scheme })
    }
  }
}

interface Told {
  readonly report: Reporter
  readonly path: DocumentPath
  readonly params: Params
}

/** Most often the role is there, mistyped in the scheme: then it is the scheme that is pointed at. */
function noScheme(role: string | null, { report, path, params }: Told, schemes: readonly Edition<SchemeDocument>[], { every }: InForce): void {
  for (const { inForce, report: reportScheme, source } of schemes) {
    const near = role === null || inForce.every !== every ? undefined : inForce.roles?.find((name) => isSlip(role, name))
    if (near === undefined) continue
    reportScheme.warning('incentive.no-scheme-near', rolePath(source.document, near), { ...params, near, where: report.where(path) })
    return
  }
  report.warning('incentive.no-scheme', path, params)
}

function resultsIn(amount: AmountIr): { what: Result; key: string }[] {
  const found: { what: Result; key: string }[] = []
  const look = (key: string, expr: Expr | null): void =>
    walk(expr, (e) => {
      if (e.node === 'result') found.push({ what: e.what, key })
    })
  look('amount', amount.amount)
  for (const { when } of amount.conditions) look('when', when)
  look('floor', amount.floor)
  look('cap', amount.cap)
  return found
}

/** The first role that has no scheme of the same kind of period, or one without what is asked. Null: all have it. */
function missingFor(
  what: Result,
  incentive: InForce,
  { schemes, catalogue }: { readonly schemes: readonly Edition<SchemeDocument>[]; readonly catalogue: Catalogue },
): { readonly role: string | null; readonly scheme: string | null } | null {
  const { calendar } = catalogue.company
  const same = schemes.filter(({ inForce }) => inForce.every === incentive.every && together(inForce, incentive, calendar))
  for (const role of incentive.roles ?? [null]) {
    const fitting = same.filter(({ inForce }) => role === null || inForce.roles === null || inForce.roles.includes(role))
    if (fitting.length === 0) return { role, scheme: null }
    const lacking = fitting.find(({ source: { document } }) => !has(what, document))
    if (lacking !== undefined) return { role, scheme: lacking.id }
  }
  return null
}

function has(what: Result, { grades }: SchemeDocument): boolean {
  return what === 'score' || (grades.length > 0 && (what === 'grade' || grades.some((g) => g.coefficient !== undefined)))
}
