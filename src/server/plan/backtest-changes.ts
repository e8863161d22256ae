import { type CalendarSpec, type Period, periodContaining, subPeriods } from '../../base/calendar.ts'
import type { Diagnostic, Lang, Params } from '../../base/diagnostic.ts'
import { placeOf } from '../../engine/check/report.ts'
import { periodWords } from '../../engine/check/scheme-editions.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { isInForce, type RulesInForce, rulesInForce } from '../../engine/in-force.ts'
import type { InForce, Program } from '../../engine/ir.ts'
import { usesOf } from '../../engine/uses.ts'
import { type Wording, worded } from '../../engine/wording.ts'
import { bodyHash, type PublishedDocument } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { nameOfBody } from '../measures/shown-document.ts'
import type { CheckedPlan } from './check.ts'
import { type DocumentName, documentsOf } from './publish.ts'
import type { PlanDocument } from './read.ts'

/** A document of the draft that is not what is in force, and where it could tell. */
export interface DraftChange extends DocumentName {
  readonly change: 'added' | 'changed' | 'removed'
  /** The version in force; null where there is none. */
  readonly version: number | null
  /** Ids of the periods asked for in which it had a part on either side. */
  readonly inPlay: readonly string[]
}

/** The rules in force and those of the draft. */
export interface BothPrograms {
  readonly before: Program
  readonly after: Program
}

/** What the draft changes, in the order of its folder; then what it leaves out. */
export function draftChanges(plan: CheckedPlan, inForce: readonly PublishedDocument[], programs: BothPrograms, periods: readonly Period[]): DraftChange[] {
  const key = ({ kind, id }: DocumentName): string => `${kind}/${id}`
  const published = new Map(inForce.map((d) => [key(d), d]))
  const documents = documentsOf(plan)
  const kept = new Set(documents.map(key))
  const found = documents.flatMap((d): Omit<DraftChange, 'inPlay'>[] => {
    const known = published.get(key(d))
    if (known?.hash === bodyHash(d.body)) return []
    return [{ kind: d.kind, id: d.id, change: known === undefined ? 'added' : 'changed', version: known?.version ?? null }]
  })
  const gone = inForce
    .filter((d) => !kept.has(key(d)) && !(d.kind === 'dataset' && isBuiltIn(d.id)))
    .map(({ kind, id, version }) => ({ kind, id, change: 'removed' as const, version }))
  return [...found, ...gone].map((c) => ({ ...c, inPlay: periods.filter((p) => isInPlay(c, programs, p)).map((p) => p.id) }))
}

function isInPlay({ kind, id }: DocumentName, { before, after }: BothPrograms, period: Period): boolean {
  return [before, after].some((program) => {
    const rules = rulesInForce(program, period)
    if (kind === 'scheme') return rules.schemes.some(([scheme]) => scheme === id)
    if (kind === 'incentive') return rules.incentives.some(([incentive]) => incentive === id)
    return reads(program, rules, { kind, id })
  })
}

function reads(program: Program, rules: RulesInForce, { kind, id }: DocumentName): boolean {
  // What a company or its datasets say may have a part in anything.
  if (kind !== 'measure' && kind !== 'table') return true
  const { measures, tables } = usesOf(program, rules)
  // A measure may be a helper of a rating, whose name begins with the rating's.
  return kind === 'table' ? tables.has(id) : [...measures].some((m) => m === id || m.startsWith(`${id}#`))
}

export interface UnusedInput {
  readonly plan: CheckedPlan
  readonly programs: BothPrograms
  readonly periods: readonly Period[]
}

/** A warning for every change that had no part in any of the periods: why, and which period would show it. */
export function unusedChanges(changes: readonly DraftChange[], input: UnusedInput): Diagnostic[] {
  return changes.filter((c) => c.inPlay.length === 0).map((change) => unused(change, input))
}

const KINDS: Readonly<Record<DocumentName['kind'], Wording>> = {
  company: { zh: '公司', en: 'company' },
  dataset: { zh: '业务表', en: 'dataset' },
  measure: { zh: '指标', en: 'measure' },
  table: { zh: '表', en: 'table' },
  scheme: { zh: '考核方案', en: 'scheme' },
  incentive: { zh: '激励方案', en: 'incentive plan' },
}

function unused({ kind, id }: Pick<DraftChange, 'kind' | 'id'>, { plan, programs, periods }: UnusedInput): Diagnostic {
  const rule = kind === 'scheme' ? ruleOf(programs, 'schemes', id) : kind === 'incentive' ? ruleOf(programs, 'incentives', id) : undefined
  const names = { zh: nameOf(plan, { kind, id }, 'zh'), en: nameOf(plan, { kind, id }, 'en') }
  const params = { ...worded('kind', KINDS[kind], kind), id, ...worded('name', names, id), periods: periods.map((p) => p.id).join(', ') }
  if (rule === undefined) {
    const readers = readersOf(programs, { kind, id })
    const rules = readers.length === 0 ? { zh: '没有方案用它。', en: 'No scheme and no incentive plan uses it.' } : readersText(readers)
    return warning('backtest.not-read', { ...params, ...worded('rules', rules, readers.join(', ')) }, plan, { kind, id }, [])
  }
  return whyNot(rule, { params, plan, periods, name: { kind, id } })
}

function readersText(readers: readonly string[]): Wording {
  return { zh: `用到它的是：${readers.join('、')}；回测它们的期间。`, en: `Read by: ${readers.join(', ')}; test periods of these.` }
}

interface Why {
  readonly params: Params
  readonly plan: CheckedPlan
  readonly periods: readonly Period[]
  readonly name: DocumentName
}

/** Rules of another kind of period; rules that begin later; rules that had ended. */
function whyNot(rule: InForce, { params, plan, periods, name }: Why): Diagnostic {
  const { calendar } = plan.company.document
  const [first] = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
  const ofKind = periods.filter((p) => p.kind === rule.every)
  const every = worded('every', periodWords(rule.every), rule.every)
  if (ofKind.length === 0) return warning('backtest.other-every', { ...params, ...every, key: rule.every, ...showing(calendar, rule, periods) }, plan, name, ['every'])
  if (rule.from !== null && ofKind.every((p) => p.from < (rule.from ?? ''))) {
    return warning('backtest.not-yet', { ...params, from: rule.from, first: first?.from ?? '' }, plan, name, ['from'])
  }
  return warning('backtest.no-longer', { ...params, from: rule.from ?? '–', until: rule.until ?? '–' }, plan, name, ['until'])
}

/** Periods of the rule's own kind, within those asked for or around them, in which it would be in force. */
function showing(calendar: CalendarSpec, rule: InForce, periods: readonly Period[]): Params {
  const own = periods.flatMap((p) => {
    const inside = subPeriods(calendar, p, rule.every)
    return inside.length > 0 ? inside : [periodContaining(calendar, rule.every, p.from)].filter((x) => x !== null)
  })
  const ids = [...new Set(own.filter((p) => isInForce(rule, p)).map((p) => p.id))]
  if (ids.length === 0) return worded('show', { zh: `先看它的 from、until：这些日子里它没有生效。`, en: 'Look at its from and until first: it is not in force on these days.' }, '')
  const list = ids.slice(0, MOST_SHOWN).join(',')
  return worded('show', { zh: `回测它自己的期间：--periods ${list}。`, en: `Test periods of its own: --periods ${list}.` }, list)
}

/** As many periods as fit into a command that is copied. */
const MOST_SHOWN = 12

function ruleOf({ before, after }: BothPrograms, kind: 'schemes' | 'incentives', id: string): InForce | undefined {
  return after[kind][id] ?? before[kind][id]
}

/** Rules of either side that read a measure or a table, in the words of the documents. */
function readersOf({ before, after }: BothPrograms, name: DocumentName): string[] {
  const found = [before, after].flatMap((program) => [
    ...Object.entries(program.schemes).flatMap(([id, s]) => (reads(program, { schemes: [[id, s]], incentives: [] }, name) ? [`${id} (every: ${s.every})`] : [])),
    ...Object.entries(program.incentives).flatMap(([id, i]) => (reads(program, { schemes: [], incentives: [[id, i]] }, name) ? [`${id} (every: ${i.every})`] : [])),
  ])
  return [...new Set(found)]
}

function warning(code: string, params: Params, plan: CheckedPlan, name: DocumentName, path: readonly string[]): Diagnostic {
  const source = sourceOf(plan, name)
  return { code, severity: 'warning', place: source === undefined ? {} : placeOf(source, path), params }
}

/** As the draft calls it; what it leaves out, or does not name, by its id. */
function nameOf(plan: CheckedPlan, name: DocumentName, lang: Lang): string {
  const body = sourceOf(plan, name)?.body
  return typeof body === 'object' && body !== null ? nameOfBody(body as Readonly<Record<string, unknown>>, lang, name.id) : name.id // Looked: a map.
}

function sourceOf(plan: CheckedPlan, { kind, id }: DocumentName): PlanDocument<unknown> | undefined {
  switch (kind) {
    case 'company':
      return plan.company
    case 'dataset':
      return plan.datasets.find((d) => d.document.dataset === id)
    case 'measure':
      return plan.measures.find((d) => d.document.measure === id)
    case 'table':
      return plan.tables.find((d) => d.document.table === id)
    case 'scheme':
      return plan.schemes.find((d) => documentId(d.document) === id)
    case 'incentive':
      return plan.incentives.find((d) => documentId(d.document) === id)
    default:
      return kind satisfies never
  }
}
