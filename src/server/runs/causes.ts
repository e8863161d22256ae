import type { CalendarSpec, Period } from '../../base/calendar.ts'
import { actualOf, expressionsOf, expressionsRead, type RulesInForce, rulesInForce } from '../../engine/in-force.ts'
import type { ComponentIr, Expr, Program } from '../../engine/ir.ts'
import { nodeKey, type Plan, planSteps, type Step } from '../../engine/steps.ts'
import { walk } from '../../engine/walk.ts'
import type { Read } from '../../store/types.ts'
import type { ChangedRecord } from './changed-records.ts'
import type { Changes } from './dirty.ts'
import { type ChangeRange, isAggregateStep, touchedBy } from './touched.ts'

/** A figure of a person that moved, and the changed records that count for that person in the measures behind it. */
export interface Cause {
  readonly kind: 'line' | 'component' | 'measure'
  /** Id of the line, `<plan>/<component>`, or id of the measure. */
  readonly what: string
  readonly records: readonly RecordName[]
}

export type RecordName = Pick<ChangedRecord, 'id' | 'dataset' | 'key' | 'what' | 'file' | 'line'>

/** A person whose figures moved, with the scheme they are judged by after it. */
export interface Mover {
  readonly id: string
  readonly scheme: string | null
  readonly lines: readonly { readonly what: string }[]
  readonly components: readonly { readonly what: string }[]
  readonly measures: readonly { readonly what: string }[]
}

interface Asked {
  readonly calendar: CalendarSpec
  readonly period: Period
  readonly before: Changes
  readonly after: Changes
  readonly records: readonly ChangedRecord[]
}

/**
 * Which changed record moved which figure of whom: a record is named beside a figure where it counts, or counted, for that person (own, or through a line)
 * in one of the measures that the figure is worked out from, in the period that is read. What moved by rules, targets, people, rates or records that are only referred to, has no records.
 */
export async function causesOf(read: Read, program: Program, people: readonly Mover[], asked: Asked): Promise<ReadonlyMap<string, readonly Cause[]>> {
  if (asked.records.length === 0) return new Map()
  const rules = rulesInForce(program, asked.period)
  const moved = [...new Set(people.flatMap((p) => p.measures.map((m) => m.what)))].filter((id) => program.measures[id] !== undefined)
  const plan = planSteps(program, asked.calendar, moved, asked.period, expressionsRead(rules, false))
  const touches = touchesOf(read, program, asked)
  const found = new Map<string, readonly Cause[]>()
  for (const person of people) {
    const causes: Cause[] = []
    for (const { kind, what, roots } of figuresOf(person, rules, plan)) {
      const records = await recordsBehind(person.id, reached(plan.steps, roots), touches)
      if (records.length > 0) causes.push({ kind, what, records })
    }
    if (causes.length > 0) found.set(person.id, causes)
  }
  return found
}

interface Figure {
  readonly kind: Cause['kind']
  readonly what: string
  /** Steps it reads. */
  readonly roots: readonly number[]
}

/** What moved of a person, with what each of it reads. */
function figuresOf(person: Mover, rules: RulesInForce, plan: Plan): Figure[] {
  const scheme = rules.schemes.find(([id]) => id === person.scheme)?.[1]
  const stepsOf = (exprs: readonly Expr[]) => exprs.flatMap((expr) => readsOf(expr, plan))
  const lines = (scheme?.lines ?? []).map((line) => ({ line: line.line, roots: stepsOf([actualOf(line)]) }))
  const lineFigures = person.lines.map(({ what }): Figure => ({ kind: 'line', what, roots: lines.find((l) => l.line === what)?.roots ?? [] }))
  const components = new Map<string, Expr[]>(rules.incentives.flatMap(([id, i]) => i.components.map((c) => [`${id}/${c.component}`, amountsOf(c)] as const)))
  const componentFigures = person.components.map(({ what }): Figure => {
    const exprs = components.get(what) ?? []
    const judged = exprs.some(readsScore) ? lines.flatMap((l) => l.roots) : []
    return { kind: 'component', what, roots: [...stepsOf(exprs), ...judged] }
  })
  const measures = person.measures.map(({ what }): Figure => ({ kind: 'measure', what, roots: plan.wanted[what] === undefined ? [] : [plan.wanted[what]] }))
  return [...lineFigures, ...componentFigures, ...measures]
}

function amountsOf({ now, before }: ComponentIr): Expr[] {
  return [...expressionsOf(now), ...(before === null ? [] : expressionsOf(before))]
}

function readsOf(expr: Expr, plan: Plan): number[] {
  const found: number[] = []
  walk(expr, (e) => {
    const step = e.node === 'value' ? plan.read.get(nodeKey(e)) : undefined
    if (step !== undefined) found.push(step)
  })
  return found
}

function readsScore(expr: Expr): boolean {
  let found = false
  walk(expr, (e) => {
    if (e.node === 'result') found = true
  })
  return found
}

/** The steps themselves and all that they are worked out from. */
function reached(steps: readonly Step[], roots: readonly number[]): Step[] {
  const seen = new Set<number>()
  const visit = (index: number): void => {
    const step = steps[index]
    if (step === undefined || seen.has(index)) return
    seen.add(index)
    if (step.body.kind === 'formula') for (const need of step.body.needs) visit(need.step)
  }
  for (const root of roots) visit(root)
  return [...seen].sort((a, b) => a - b).flatMap((index) => steps[index] ?? [])
}

type Touches = (step: Step) => Promise<ReadonlyMap<string, readonly RecordName[]>>

/** What changed records each step counts for whom; each step is asked once. */
function touchesOf(read: Read, program: Program, { before, after, records }: Asked): Touches {
  const known = new Map<number, Promise<ReadonlyMap<string, readonly RecordName[]>>>()
  const byKey = new Map(
    records.map((r): [string, RecordName] => [nameOf(r.dataset, r.key), { id: r.id, dataset: r.dataset, key: r.key, what: r.what, file: r.file, line: r.line }]),
  )
  const ask: Touches = async (step) => {
    if (!isAggregateStep(step)) return new Map()
    const { dataset } = step.body.aggregate
    const range: ChangeRange = { from: before[dataset] ?? '0', to: after[dataset] ?? '0' }
    if (range.from === range.to) return new Map()
    const touched = await touchedBy(read, program, step, range)
    return new Map([...touched].map(([employee, keys]) => [employee, keys.flatMap((key) => byKey.get(nameOf(dataset, key)) ?? [])]))
  }
  return (step) => {
    const found = known.get(step.index) ?? ask(step)
    known.set(step.index, found)
    return found
  }
}

const nameOf = (dataset: string, key: string): string => JSON.stringify([dataset, key])

async function recordsBehind(employee: string, steps: readonly Step[], touches: Touches): Promise<RecordName[]> {
  const found = new Map<string, RecordName>()
  for (const step of steps) for (const record of (await touches(step)).get(employee) ?? []) found.set(nameOf(record.dataset, record.key), record)
  return [...found.values()]
}
