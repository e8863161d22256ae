import { type Day, lastDay } from '../../base/calendar.ts'
import { requirePeriod } from '../../base/calendar-check.ts'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { evaluate } from '../../engine/reference/evaluate.ts'
import type { Trace } from '../../engine/reference/trace.ts'
import { planSteps } from '../../engine/steps.ts'
import type { Read } from '../../store/types.ts'
import { requireVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import type { CheckedPlan } from '../plan/check.ts'
import { idOfBody } from '../plan/draft.ts'
import { requireActive } from '../runs/explain.ts'
import { loadFacts } from '../runs/facts.ts'
import { judgedOn } from '../runs/newest.ts'
import { type Checked, checkDrafts } from './check.ts'

/** What a drafted measure comes to for one person, worked out by the interpreter from the records there are now. */
export interface MeasurePreview {
  /** Canonical decimal text; null where it is empty or cannot be worked out. */
  readonly value: string | null
  readonly percent: boolean
  /** Base units with exponents: { CNY: 1 }. */
  readonly unit: Readonly<Record<string, number>>
  /** Records that counted; null for what is not counted from records itself. */
  readonly records: number | null
  /** The last day that counted. */
  readonly until: Day | null
  /** Why there is no value, or nothing was counted. */
  readonly problem: Diagnostic | null
}

export interface PreviewAsked {
  readonly body: Readonly<Record<string, unknown>>
  /** Further drafts it builds on. */
  readonly documents: readonly Checked[]
  readonly employee: string
  readonly period: string
}

/** Nothing is stored. Errors: those of `requireVisible`, `calendar.no-such-period`, `measures.no-plan`; whatever else is wrong is the `problem` of the answer. */
export async function previewMeasure(read: Read, asked: PreviewAsked, by: { readonly who: Who; readonly today: Day }): Promise<MeasurePreview> {
  const id = idOfBody('measure', asked.body) ?? ''
  const { plan, diagnostics } = await checkDrafts(read, [...asked.documents, { kind: 'measure', id, body: asked.body }])
  if (plan === null) {
    await requireVisible(read, by.who, 'score.read', asked.employee, by.today)
    return nothing(diagnostics.find((d) => d.severity === 'error') ?? null)
  }
  const period = requirePeriod(plan.company.document.calendar, asked.period)
  await requireVisible(read, by.who, 'score.read', asked.employee, judgedOn(period, by.today))
  const measure = plan.program.measures[id]
  if (measure === undefined) return nothing(null)
  try {
    await requireActive(read, asked.employee, period)
    const trace = await traceOf(read, plan, { ...asked, measure: id })
    const counted = trace.parts.kind === 'aggregate' ? trace.parts.counted.length : null
    return { value: trace.value, percent: measure.percent, unit: measure.unit, records: counted, until: lastDay(period), problem: reasonOf(trace) }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('explain.')) throw error
    return { ...nothing({ code: error.code, severity: 'info', place: {}, params: error.params }), percent: measure.percent, unit: measure.unit }
  }
}

async function traceOf(read: Read, { program, company }: CheckedPlan, ask: { readonly employee: string; readonly measure: string; readonly period: string }): Promise<Trace> {
  const { calendar } = company.document
  const facts = await loadFacts(read, program, planSteps(program, calendar, [ask.measure], requirePeriod(calendar, ask.period)), ask.employee)
  return evaluate(program, calendar, facts, ask)
}

const nothing = (problem: Diagnostic | null): MeasurePreview => ({ value: null, percent: false, unit: {}, records: null, until: null, problem })

const reasonOf = ({ why }: Trace): Diagnostic | null => (why === null ? null : { code: why.code, severity: 'info', place: {}, params: why.params })
