import { z } from 'zod'
import { dec } from '../../base/decimal.ts'
import type { Diagnostic, Lang, TextCatalogue } from '../../base/diagnostic.ts'
import { PLAN_TABLE_BYTES } from '../../base/limits.ts'
import { sql } from '../../base/sql.ts'
import type { TargetLevel } from '../../engine/ir.ts'
import type { Read } from '../../store/types.ts'
import { writableBy } from '../goals/matrix.ts'
import { planTargets } from '../goals/plan-targets.ts'
import { TARGET_FIELDS, TARGET_NAMES, type TargetField } from '../goals/rows.ts'
import { LEVELS, type Target } from '../goals/target.ts'
import { Finding, findingOf } from '../http/problem.ts'
import { type Route, work } from '../http/route.ts'
import { withUpload } from '../http/upload.ts'
import type { Who } from '../http/who.ts'
import { payWritableBy } from '../incentives/change-pay.ts'
import { type Pay, planPay } from '../incentives/plan-pay.ts'
import { PAY_FIELDS, PAY_NAMES, type PayField } from '../incentives/rows.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { loadDirectory } from '../org/queries.ts'
import type { OrgRow } from '../org/rows.ts'
import { BEGINNING } from '../org/stretches.ts'
import { type RowsShape, readRows } from './rows.ts'

const Preview = z
  .object({
    file: z.string(),
    rows: z.number().int(),
    same: z.number().int().describe('Figures that hold already.'),
    edits: z.array(
      z.object({
        employee: z.string(),
        name: z.string(),
        measure: z.string(),
        period: z.string(),
        level: z.enum(LEVELS),
        from: z.string().nullable(),
        to: z.string().describe('Empty: the file clears it.'),
        writable: z.boolean(),
      }),
    ),
    problems: z.array(Finding),
  })
  .meta({ id: 'TargetFilePreview', description: 'What a file of targets would change. To do it, send the edits to `POST /targets`.' })

/** A table that was sent, as rows of a plan folder's file; its name in messages is that of the sender. */
export async function sentRows<Field extends string>(
  file: { readonly path: string; readonly name: string },
  shape: RowsShape<Field>,
): Promise<{ rows: OrgRow<Field>[]; diagnostics: Diagnostic[] }> {
  const { rows, diagnostics } = await readRows({ path: file.path, format: 'csv' } as Parameters<typeof readRows>[0], shape, { dir: '', dataDir: '' }) // A table needs no more of a plan file than this.
  return { rows: rows.map((row) => ({ ...row, file: file.name })), diagnostics: diagnostics.map((d) => renamed(d, file.name)) }
}

/** Where the file lay for a moment is nobody's business. */
function renamed({ code, severity, place, params }: Diagnostic, name: string): Diagnostic {
  return { code, severity, place: 'file' in place ? { ...place, file: name } : place, params: 'file' in params ? { ...params, file: name } : params }
}

/** Levels that a row states: a column that the file lacks leaves what there is alone. */
const statedBy = ({ row }: Target): TargetLevel[] => LEVELS.filter((level) => row.fields[level] !== undefined)

async function differences(read: Read, targets: readonly Target[], asked: { readonly who: Who; readonly today: string }): Promise<Pick<z.input<typeof Preview>, 'edits' | 'same'>> {
  const stored = new Map(
    (
      await read.query<Record<TargetLevel, string | null> & { key: string }>(sql`
        select jsonb_build_array(employee_id, measure, period)::text as key, trim_scale(target)::text as target, trim_scale(stretch)::text as stretch, trim_scale(challenge)::text as challenge
        from app.target where employee_id = any(${[...new Set(targets.map((t) => t.employee))]}::text[])`)
    ).map((row) => [JSON.stringify(JSON.parse(row.key)), row]),
  )
  const nameOf = await namesOf(read, [...new Set(targets.map((t) => t.employee))])
  const writes = await writableBy(read, asked.who, asked.today)
  let same = 0
  const edits = targets.flatMap((target) => {
    const { employee, measure, period, levels } = target
    const now = stored.get(JSON.stringify([employee, measure.measure, period.id]))
    return statedBy(target).flatMap((level) => {
      const [from, to] = [now?.[level] ?? null, levels[level]]
      if (from === null || to === null ? from === to : dec(from).eq(dec(to))) {
        if (to !== null) same += 1
        return []
      }
      return [{ employee, name: nameOf.get(employee) ?? employee, measure: measure.measure, period: period.id, level, from, to: to ?? '', writable: writes(employee) }]
    })
  })
  return { edits, same }
}

const TARGETS: RowsShape<TargetField> = { fields: TARGET_FIELDS, required: ['employee', 'measure', 'period'], names: TARGET_NAMES }

const shown = (all: readonly Diagnostic[], lang: Lang, catalogue: TextCatalogue) => all.slice(0, TOLD).map((d) => findingOf(d, lang, catalogue))

/** Problems told one by one: who has more has another kind of file. */
const TOLD = 100

const previewTargets = (catalogue: TextCatalogue): Route =>
  work(
    'targets.preview',
    {
      id: 'previewTargetFile',
      method: 'post',
      path: '/targets/preview',
      tag: 'targets',
      summary: 'What a CSV or XLSX file with the columns of targets.csv would change. Nothing is stored.',
      may: 'target.write',
      reply: Preview,
      upload: { bytes: PLAN_TABLE_BYTES },
    },
    (store, { who, today, lang, request, audit }) =>
      withUpload(request, PLAN_TABLE_BYTES, async ({ path, name }) => {
        audit.about('targets', { file: name })
        const { rows, diagnostics } = await sentRows({ path, name }, TARGETS)
        return store.read(async (read) => {
          const { program, calendar, company } = await rulesInForceNow(read)
          const world = { directory: await loadDirectory(read), measures: Object.values(program.measures), calendar, currency: company.currency }
          const { targets, problems } = planTargets(rows, world)
          return { file: name, rows: rows.length, ...(await differences(read, targets, { who, today })), problems: shown([...diagnostics, ...problems.list], lang, catalogue) }
        })
      }),
  )

const PayPreview = z
  .object({
    file: z.string(),
    rows: z.number().int(),
    same: z.number().int().describe('Amounts that hold already.'),
    edits: z.array(
      z.object({
        employee: z.string(),
        name: z.string(),
        item: z.string(),
        from: z.string().describe('Empty: since ever.'),
        seen: z.string().nullable(),
        to: z.string(),
        writable: z.boolean(),
      }),
    ),
    problems: z.array(Finding),
  })
  .meta({ id: 'PayFilePreview', description: 'What a file of pay items would change. To do it, send the edits to `POST /pay-items`.' })

const PAY: RowsShape<PayField> = { fields: PAY_FIELDS, required: ['employee', 'item', 'amount'], names: PAY_NAMES }

async function payDifferences(read: Read, pay: readonly Pay[], asked: { readonly who: Who; readonly today: string }): Promise<Pick<z.input<typeof PayPreview>, 'edits' | 'same'>> {
  const people = [...new Set(pay.map((p) => p.employee))]
  const rows = await read.query<{ employee: string; item: string; from: string; amount: string }>(
    sql`select employee_id as employee, item, from_date::text as "from", trim_scale(amount)::text as amount from app.pay where employee_id = any(${people}::text[])`,
  )
  const stored = new Map(rows.map((row) => [JSON.stringify([row.employee, row.item, row.from]), row.amount]))
  const nameOf = await namesOf(read, people)
  const writes = await payWritableBy(read, asked.who, asked.today)
  const edits = pay.flatMap(({ employee, item, from, amount }) => {
    const seen = stored.get(JSON.stringify([employee, item, from])) ?? null
    if (seen !== null && dec(seen).eq(dec(amount))) return []
    return [{ employee, name: nameOf.get(employee) ?? employee, item, from: from === BEGINNING ? '' : from, seen, to: amount, writable: writes(employee) }]
  })
  return { edits, same: pay.length - edits.length }
}

const previewPay = (catalogue: TextCatalogue): Route =>
  work(
    'pay-items.preview',
    {
      id: 'previewPayFile',
      method: 'post',
      path: '/pay-items/preview',
      tag: 'pay-items',
      summary: 'What a CSV or XLSX file with the columns of pay.csv would change. Nothing is stored; amounts that the file lacks stay.',
      may: 'pay.write',
      reply: PayPreview,
      upload: { bytes: PLAN_TABLE_BYTES },
    },
    (store, { who, today, lang, request, audit }) =>
      withUpload(request, PLAN_TABLE_BYTES, async ({ path, name }) => {
        audit.about('pay-items', { file: name })
        const { rows, diagnostics } = await sentRows({ path, name }, PAY)
        return store.read(async (read) => {
          const { company } = await rulesInForceNow(read)
          const { pay, problems } = planPay(rows, { directory: await loadDirectory(read), currency: company.currency })
          return { file: name, rows: rows.length, ...(await payDifferences(read, pay, { who, today })), problems: shown([...diagnostics, ...problems.list], lang, catalogue) }
        })
      }),
  )

async function namesOf(read: Read, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = await read.query<{ id: string; name: string }>(sql`select employee_id as id, name from app.employee where employee_id = any(${[...people]}::text[])`)
  return new Map(names.map((n) => [n.id, n.name]))
}

/** Files of targets and pay items as people send them, looked at before they are saved. */
export function tableImportRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [previewTargets(catalogue), previewPay(catalogue)]
}
