import type { CalendarSpec } from '../../base/calendar.ts'
import { type Decimal, dec, decimalText } from '../../base/decimal.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { SchemeDocument } from '../documents/scheme.ts'
import type { LineIr, MeasureIr, SchemeIr } from '../ir.ts'
import { walk } from '../walk.ts'
import type { Catalogue } from './catalogue.ts'
import type { Reporter } from './report.ts'
import { type Edition, sharedRoles, together } from './scheme-editions.ts'
import { rolePath, roleWords } from './scheme-roles.ts'

/** A line that weighs more decides alone; the others no longer matter to anybody. */
const WEIGHT_MOST = 60
/** A line that weighs less moves nobody. */
const WEIGHT_LEAST = 5
/** Share of marks given by people above which liking decides. */
const SUBJECTIVE_MOST = 40

interface Linted {
  readonly edition: Edition<SchemeDocument>
  readonly ir: SchemeIr
}

/** Known mistakes in how one scheme is made, each a warning: the scheme computes all the same. */
export function lintScheme({ edition: { source, report }, ir }: Linted, catalogue: Catalogue, measures: ReadonlyMap<string, MeasureIr>): void {
  const { document } = source
  const weighted = ir.lines.filter((line) => dec(line.weight).gt(0))
  const [only] = weighted
  if (weighted.length === 1 && only !== undefined) report.warning('lint.one-indicator', pathOf(ir, only), { scheme: ir.scheme, line: only.line })
  else lintWeights(ir, weighted, report)
  lintSubjective(ir, weighted, catalogue, report)
  lintTeam(ir, { catalogue, measures, document }, report)
  for (const line of ir.lines) {
    if (line.rule.rule === 'linear' && line.rule.cap === null) report.warning('lint.no-cap', [...pathOf(ir, line), 'score'], { line: line.line })
  }
  if (ir.grades.length === 0) report.warning('lint.no-grades', [], { scheme: ir.scheme })
  if (document.feedback === undefined || document.feedback === 'none')
    report.warning('lint.no-feedback', document.feedback === undefined ? [] : ['feedback'], { scheme: ir.scheme })
}

function pathOf(scheme: SchemeIr, line: LineIr): (string | number)[] {
  return ['lines', scheme.lines.indexOf(line)]
}

function lintWeights(scheme: SchemeIr, weighted: readonly LineIr[], report: Reporter): void {
  for (const line of weighted) {
    const params = { line: line.line, weight: line.weight }
    if (dec(line.weight).gt(WEIGHT_MOST)) report.warning('lint.weight-high', [...pathOf(scheme, line), 'weight'], { ...params, most: WEIGHT_MOST })
    else if (dec(line.weight).lt(WEIGHT_LEAST)) report.warning('lint.weight-low', [...pathOf(scheme, line), 'weight'], { ...params, least: WEIGHT_LEAST })
  }
}

function lintSubjective(scheme: SchemeIr, weighted: readonly LineIr[], catalogue: Catalogue, report: Reporter): void {
  const rated = weighted.filter((line) => catalogue.measures.get(line.measure)?.document.kind === 'rating')
  const share = rated.reduce<Decimal>((sum, line) => sum.plus(line.weight), dec(0))
  const [first] = rated
  if (first === undefined || share.lte(SUBJECTIVE_MOST)) return
  const lines = rated.map((line) => `${line.line} ${line.weight}`).join(' + ')
  report.warning('lint.subjective', pathOf(scheme, first), { share: decimalText(share), most: SUBJECTIVE_MOST, lines })
}

const LEADS = /经理|主管|总监|店长|组长|队长|manager|supervisor|director|head|team.?lead/i
/** Titles that sound like leading people and mean customers, products or projects. */
const LEADS_NOBODY = /(客户|产品|项目)经理|(account|product|project)[ _-]?manager|manager assistant|经理助理/i

/** Who leads people and is judged by nothing that they do. */
function lintTeam(scheme: SchemeIr, known: { catalogue: Catalogue; measures: ReadonlyMap<string, MeasureIr>; document: SchemeDocument }, report: Reporter): void {
  const role = scheme.roles?.find((name) => LEADS.test(name) && !LEADS_NOBODY.test(name))
  if (role === undefined || scheme.lines.some((line) => isOfTeam(line.measure, known))) return
  report.warning('lint.no-team', typeof known.document.role === 'string' ? ['role'] : ['role', (known.document.role ?? []).indexOf(role)], { scheme: scheme.scheme, role })
}

/** A measure over a line of people, or one that rests on such a measure, or one that its author calls so. */
function isOfTeam(id: string, known: { catalogue: Catalogue; measures: ReadonlyMap<string, MeasureIr> }, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(id)) return false
  const category = known.catalogue.measures.get(id)?.document.category
  if (category === 'team' || category === 'manager') return true
  const measure = known.measures.get(id)
  if (measure === undefined || measure.scope.line !== 'own') return measure !== undefined
  if (measure.body.kind !== 'formula') return false
  let found = false
  walk(measure.body.expr, (e) => {
    if (e.node === 'value' && (e.ref.scope.line !== 'own' || isOfTeam(e.ref.measure, known, new Set([...seen, id])))) found = true
  })
  return found
}

/** One role judged by one measure in two ways at once, in schemes of different periods. */
export function lintTogether(schemes: readonly Linted[], calendar: CalendarSpec): void {
  for (const [i, { edition, ir }] of schemes.entries()) {
    for (const other of schemes.slice(0, i)) {
      const [role] = sharedRoles(ir, other.ir)
      if (role === undefined || ir.every === other.ir.every || ir.scheme === other.ir.scheme || !together(ir, other.ir, calendar)) continue
      const line = ir.lines.find((one) => other.ir.lines.some((two) => two.measure === one.measure && canonicalJson(two.rule) !== canonicalJson(one.rule)))
      if (line === undefined) continue
      const params = { scheme: edition.id, other: other.edition.id, where: other.edition.report.where(rolePath(other.edition.source.document, role)), measure: line.measure }
      edition.report.warning('lint.two-rules', [...pathOf(ir, line), 'score'], { ...params, line: line.line, ...roleWords(role) })
    }
  }
}
