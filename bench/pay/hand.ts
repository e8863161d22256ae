import { type Sql, sql } from '../../src/base/sql.ts'

/** Tables like ours for what the hand-written SQL finds. */
export const PAY_TABLES: readonly Sql[] = [
  sql`create table if not exists calc.hand_value (employee_id text collate "C" primary key, figures json not null)`,
  sql`create table if not exists calc.hand_score (employee_id text collate "C" primary key, score numeric, grade text, lines json not null)`,
  sql`create table if not exists calc.hand_earning (employee_id text collate "C", component text not null, amount numeric, derivation json not null, primary key (employee_id))`,
  sql`truncate calc.hand_value, calc.hand_score, calc.hand_earning`,
]

interface Month {
  readonly from: string
  readonly until: string
}

const sumsOf = (period: Month): Sql =>
  sql`sum(amount) as revenue, sum(margin) as margin, sum(new_customers)::numeric as customers from data.sales where day >= ${period.from}::date and day < ${period.until}::date`

/** The sums of everybody, kept: what the statement for new records adds to. */
export function payHandSums(period: Month): Sql[] {
  return [
    sql`drop table if exists calc.hand_sum`,
    sql`create table calc.hand_sum (employee text collate "C" primary key, revenue numeric not null, margin numeric not null, customers numeric not null)`,
    sql`insert into calc.hand_sum select employee, ${sumsOf(period)} group by employee`,
  ]
}

/** Sums, scores with their lines and bonuses with their tiers in one statement over one pass of the records: the best SQL we could write by hand for this one plan. */
export const payByHand = (period: Month): Sql => payFrom(sql`sums as (select employee, ${sumsOf(period)} group by employee)`, period, { people: 'all' })

/**
 * The same for the people of the records after a change alone: their sums are added to, their scores and bonuses written over.
 * It keeps nothing of what was, as a run does: the least that new records can cost where derivations are stored.
 */
export const payByHandAfter = (period: Month, change: string): Sql =>
  payFrom(
    sql`added as (select employee, ${sumsOf(period)} and _change > ${change}::bigint group by employee),
    sums as (
      insert into calc.hand_sum as h select * from added
      on conflict (employee) do update set revenue = h.revenue + excluded.revenue, margin = h.margin + excluded.margin, customers = h.customers + excluded.customers returning h.*)`,
    period,
    { people: 'touched' },
  )

/** A statement from `sums`: of everybody into empty tables, or of whoever has sums over what stands there. */
function payFrom(sums: Sql, period: Month, { people }: { readonly people: 'all' | 'touched' }): Sql {
  const [join, over] = people === 'all' ? [sql`left join`, (_: Sql) => sql``] : [sql`join`, (columns: Sql) => sql` on conflict (employee_id) do update set ${columns}`]
  const line = (id: string, weight: number, actual: string, target: string, points: string): string =>
    `json_build_object('line', '${id}', 'weight', '${weight}', 'actual', x.${actual}::text, 'target', x.${target}::text, 'attainment', (x.${actual} / x.${target})::text, 'points', x.${points}::text, 'state', 'scored')`
  const part = (from: string, to: string | null, rate: string): string => {
    const width = `greatest(0, ${to === null ? 'x.revenue' : `least(x.revenue, ${to} * x.t_revenue)`} - ${from} * x.t_revenue)`
    return `json_build_object('part', (${width})::text, 'pays', (${width} * ${rate})::text)`
  }
  const plain = (text: string): Sql => ({ kind: 'sql', parts: [text], values: [] })
  const lines = plain(
    [line('revenue', 60, 'revenue', 't_revenue', 'p1'), line('margin', 30, 'margin', 't_margin', 'p2'), line('new_customers', 10, 'customers', 't_customers', 'p3')].join(', '),
  )
  const parts = plain([part('0', '0.8', '0.01'), part('0.8', '1', '0.02'), part('1', '1.2', '0.03'), part('1.2', null, '0.05')].join(', '))
  return sql`
    with ${sums},
    asked as (
      select employee_id, max(target) filter (where measure = 'revenue') as t_revenue, max(target) filter (where measure = 'margin') as t_margin,
        max(target) filter (where measure = 'new_customers') as t_customers
      from app.target where from_date = ${period.from}::date and until_date = ${period.until}::date group by 1),
    x as materialized (
      select a.employee_id, a.t_revenue, a.t_margin, a.t_customers, coalesce(s.revenue, 0) as revenue, coalesce(s.margin, 0) as margin, coalesce(s.customers, 0) as customers,
        least(150, greatest(0, coalesce(s.revenue, 0) / a.t_revenue * 100)) as p1, least(150, greatest(0, coalesce(s.margin, 0) / a.t_margin * 100)) as p2,
        least(150, greatest(0, coalesce(s.customers, 0) / a.t_customers * 100)) as p3
      from asked as a ${join} sums as s on s.employee = a.employee_id),
    figures as (
      insert into calc.hand_value select x.employee_id, json_build_object('revenue', x.revenue::text, 'margin', x.margin::text, 'new_customers', x.customers::text) from x${over(sql`figures = excluded.figures`)}),
    scored as (select x.*, round((x.p1 * 60 + x.p2 * 30 + x.p3 * 10) / 100, 2) as score from x),
    scores as (
      insert into calc.hand_score
      select x.employee_id, x.score, case when x.score >= 130 then 'S' when x.score >= 110 then 'A' when x.score >= 90 then 'B' when x.score >= 70 then 'C' else 'D' end,
        json_build_array(${lines})
      from scored as x${over(sql`score = excluded.score, grade = excluded.grade, lines = excluded.lines`)})
    insert into calc.hand_earning
    select x.employee_id, 'bonus',
      round(least(x.t_revenue * 0.03, greatest(0, least(x.revenue, 0.8 * x.t_revenue)) * 0.01 + greatest(0, least(x.revenue, x.t_revenue) - 0.8 * x.t_revenue) * 0.02
        + greatest(0, least(x.revenue, 1.2 * x.t_revenue) - x.t_revenue) * 0.03 + greatest(0, x.revenue - 1.2 * x.t_revenue) * 0.05), 2),
      json_build_object('of', x.revenue::text, 'scale', x.t_revenue::text, 'tiers', json_build_array(${parts}))
    from x${over(sql`amount = excluded.amount, derivation = excluded.derivation`)}`
}
