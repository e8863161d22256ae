import type { Day, Period } from '../../base/calendar.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { EarningResult } from '../../engine/results.ts'
import type { Read, Store } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import type { Who } from '../http/who.ts'
import type { SheetColumn } from '../http/workbook.ts'
import type { PeriodNow } from './newest.ts'
import { type ComponentShown, shownPlans } from './pay-shown.ts'

/** Which amounts of a run go into a file: of the people whose pay one sees. */
export interface EarningsFile {
  readonly who: Who
  readonly run: string
  readonly period: Period
  /** The day on which the reach is judged. */
  readonly on: Day
  readonly incentive: string | undefined
  readonly component: string | undefined
  /** The measure of money that pay is set against; null: none. */
  readonly measure: string | null
}

/** What a component of a plan came to for a person. Figures are exact decimal text. */
interface EarnedRow {
  readonly id: string
  readonly name: string
  readonly unitName: string | null
  readonly incentive: string
  readonly component: string
  readonly amount: string | null
  readonly result: string | null
  readonly derivation: Pick<EarningResult, 'now' | 'before'>
}

/** Rows asked for at once. */
const PAGE = 500

/** Every amount by plan, component and person. Each page is a question of its own: nothing is held open while a slow line takes the file, and the run is fixed. */
export async function* earnedPages(store: Store, of: EarningsFile): AsyncGenerator<readonly EarnedRow[]> {
  for (let after: EarnedRow | null = null; ; ) {
    const rows: readonly EarnedRow[] = await store.read((read) => earnedAfter(read, of, after))
    yield rows
    after = rows.at(-1) ?? null
    if (rows.length < PAGE || after === null) return
  }
}

async function earnedAfter(read: Read, { who, run, period, on, incentive, component, measure }: EarningsFile, after: EarnedRow | null): Promise<EarnedRow[]> {
  const beyond = after === null ? sql`true` : sql`(g.incentive, g.component, g.employee_id) > (${after.incentive}::text, ${after.component}::text, ${after.id}::text)`
  return await read.query<EarnedRow>(sql`
    select g.employee_id as id, e.name, u.name as "unitName", g.incentive, g.component, trim_scale(g.amount)::text as amount, g.derivation,
      trim_scale((v.figures ->> ${measure}::text)::numeric)::text as result
    from calc.earning as g join app.employee as e on e.employee_id = g.employee_id
    left join lateral (select a.unit_id from app.assignment as a where a.employee_id = g.employee_id and a.from_date < ${period.until}::date and a.until_date > ${period.from}::date
      order by a.from_date desc limit 1) as a on true
    left join app.unit as u on u.unit_id = a.unit_id
    left join calc.value as v on v.run_id = g.run_id and v.employee_id = g.employee_id
    where g.run_id = ${run}::bigint and (${incentive ?? null}::text is null or g.incentive = ${incentive ?? null}::text)
      and (${component ?? null}::text is null or g.component = ${component ?? null}::text) and ${isVisible(sql`g.employee_id`, who, 'pay.read', on)} and ${beyond}
    order by g.incentive, g.component, g.employee_id limit ${PAGE}::int`)
}

const TITLES = {
  zh: { id: '工号', name: '姓名', unit: '部门', plan: '激励方案', component: '项目', amount: '金额', currency: '币种', formula: '算法', basis: '依据' },
  en: { id: 'Id', name: 'Name', unit: 'Unit', plan: 'Plan', component: 'Component', amount: 'Amount', currency: 'Currency', formula: 'Formula', basis: 'Basis' },
} as const

/** The columns of the file in the reader's words; the formula is that of the rules in force, as everywhere an amount is explained; the currency is that of the run. */
export function earnedColumns(
  { currency, ...now }: Pick<PeriodNow, 'loaded' | 'input'> & { readonly currency: string },
  measure: string | null,
  lang: Lang,
): SheetColumn<EarnedRow>[] {
  const t = TITLES[lang]
  const { incentives, measures } = now.input.program
  const shown = (row: EarnedRow): ComponentShown | undefined => shownPlans([{ ...row, ...row.derivation }], now, lang)[0]?.components[0]
  return [
    { title: t.id, kind: 'text', of: (row) => row.id },
    { title: t.name, kind: 'text', of: (row) => row.name },
    { title: t.unit, kind: 'text', of: (row) => row.unitName },
    { title: t.plan, kind: 'text', of: (row) => nameIn(incentives[row.incentive]?.name, lang, row.incentive) },
    { title: t.component, kind: 'text', of: (row) => shown(row)?.name ?? row.component },
    { title: t.amount, kind: 'number', of: (row) => row.amount },
    { title: t.currency, kind: 'text', of: () => currency },
    { title: t.formula, kind: 'text', of: (row) => shown(row)?.now?.formula ?? null },
    { title: t.basis, kind: 'text', of: (row) => basisOf(shown(row), lang) },
    ...(measure === null ? [] : [{ title: nameIn(measures[measure]?.name, lang, measure), kind: 'number' as const, of: (row: EarnedRow) => row.result }]),
  ]
}

/** The figures that an amount rests on, each once: 回款额 = 145000; a component over the year also says what it came to and what is taken off. */
function basisOf(component: ComponentShown | undefined, lang: Lang): string | null {
  const { now = null, before = null } = component ?? {}
  if (now === null) return null
  const figures = now.parts.flatMap(({ text, result }) => (typeof result === 'string' ? [`${text} = ${result}`] : []))
  const [so, far] = [now.amount ?? '–', before?.amount ?? '–']
  const year = before === null ? [] : [lang === 'zh' ? `本年累计 ${so}，减去此前 ${far}` : `${so} so far this year, less ${far} before`]
  const told = [...new Set([...figures, ...year])]
  return told.length === 0 ? null : told.join(lang === 'zh' ? '；' : '; ')
}
