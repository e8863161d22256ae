import { decimalsOf } from '../../base/currency.ts'
import { Refusal } from '../../base/diagnostic.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { parseDocument } from '../../engine/documents/parse.ts'
import type { Read } from '../../store/types.ts'
import { listDocuments } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { type CheckedPlan, checkPlanFolder, hasErrors } from '../plan/check.ts'
import type { Plan, PlanDocument } from '../plan/read.ts'
import type { Template } from './shipped.ts'

/** What the first administrator says about the company. */
export interface CompanyBegun {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly timezone: string
  readonly yearStartMonth: number
}

export interface Beginning {
  readonly company: CompanyBegun
  readonly templates: readonly Template[]
  /** With the made-up people of the template, their targets and pay items. */
  readonly examples: boolean
}

/** Templates are taken by a company that has no rules yet: laid over rules of its own they would mix two meanings. Errors: `start.already`. */
export async function requireEmpty(read: Read): Promise<void> {
  const own = (await listDocuments(read)).filter((d) => d.kind !== 'company' && !(d.kind === 'dataset' && isBuiltIn(d.id)))
  if (own.length > 0) throw new Refusal('start.already', { count: own.length })
}

/** The plan that a company begins with: what the templates hold, each document once, under the company's own name. Errors: `start.unfit` with everything that does not fit. */
export function planToBegin({ company, templates, examples }: Beginning): CheckedPlan {
  const plans = templates.map((t) => t.plan)
  const plan: Plan = {
    dir: '',
    dataDir: '',
    company: companyOf(company, plans),
    datasets: once(
      plans,
      (p) => p.datasets,
      ({ document }) => document.dataset,
    ),
    measures: once(
      plans,
      (p) => p.measures,
      ({ document }) => document.measure,
    ),
    tables: once(
      plans,
      (p) => p.tables,
      ({ document }) => document.table,
    ),
    schemes: once(
      plans,
      (p) => p.schemes,
      ({ document }) => documentId(document),
    ),
    incentives: once(
      plans,
      (p) => p.incentives,
      ({ document }) => documentId(document),
    ),
    ...rowsOf(plans, examples),
    rates: null,
    factors: null,
    data: [],
  }
  const { checked, diagnostics } = checkPlanFolder(plan)
  if (checked === null || hasErrors(diagnostics)) {
    const details = diagnostics.filter((d) => d.severity === 'error')
    throw new Refusal('start.unfit', { count: details.length }, { details })
  }
  return checked
}

/** The same document comes with several templates. */
function once<T>(plans: readonly Plan[], of: (plan: Plan) => readonly PlanDocument<T>[], id: (document: PlanDocument<T>) => string): PlanDocument<T>[] {
  const found = new Map<string, PlanDocument<T>>()
  for (const plan of plans) for (const document of of(plan)) if (!found.has(id(document))) found.set(id(document), document)
  return [...found.values()]
}

/** Made-up people of several templates have the same numbers; only one template's can be taken. */
function rowsOf(plans: readonly Plan[], examples: boolean): Pick<Plan, 'people' | 'units' | 'targets' | 'pay'> {
  const [only] = plans
  if (!examples || only === undefined) return { people: null, units: null, targets: null, pay: null }
  const { people, units, targets, pay } = only
  return { people, units, targets, pay }
}

function companyOf({ id, name, currency, timezone, yearStartMonth }: CompanyBegun, plans: readonly Plan[]): NonNullable<Plan['company']> {
  const body = {
    company: id,
    name,
    timezone,
    currency,
    currencyDecimals: decimalsOf(currency),
    calendar: { kind: 'months', yearStartMonth },
    units: Object.assign({}, ...plans.map((p) => p.company?.document.units ?? {})) as Record<string, unknown>, // Units of companies that were checked.
  }
  const { document, diagnostics } = parseDocument('company', body)
  if (document === null) throw new Refusal('start.unfit', { count: diagnostics.length }, { details: diagnostics })
  return { document, file: 'company', body }
}
