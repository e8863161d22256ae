import { type Sql, sql } from '../src/base/sql.ts'

/**
 * The same results by the best SQL we could write by hand for this one plan: one pass over the records of the two quarters,
 * distinct customers by grouping twice, the team from the sums of persons. Written into a table like ours.
 * The line does not change inside the period, and the hand-written form makes use of it.
 */
export const HAND_TABLE: Sql = sql`create table if not exists calc.hand (employee_id text collate "C", measure text, value numeric, primary key (employee_id, measure))`

export function handWritten(period: { from: string; until: string }, previous: { from: string }): Sql {
  return sql`
    insert into calc.hand (employee_id, measure, value)
    with own as (
      select employee,
        sum(amount) filter (where day >= ${period.from}::date) as revenue,
        count(*) filter (where day >= ${period.from}::date) as orders,
        count(amount) filter (where day >= ${period.from}::date) as amounts,
        sum(cost) filter (where day >= ${period.from}::date) as cost,
        sum(amount) filter (where day < ${period.from}::date) as before
      from data.orders where status = 'won' and day >= ${previous.from}::date and day < ${period.until}::date group by employee),
    met as (
      select employee, count(*) as customers from (
        select employee, customer from data.orders where status = 'won' and day >= ${period.from}::date and day < ${period.until}::date group by 1, 2) as pairs group by 1),
    team as (
      select c.superior_id as employee, sum(o.revenue) as revenue
      from own as o join app.line_closure as c on c.line = 'reporting' and c.employee_id = o.employee and c.from_date <= ${period.from}::date and c.until_date > ${period.from}::date group by 1)
    select e.employee_id, m.measure, m.value
    from app.employee as e left join own as o on o.employee = e.employee_id left join met as d on d.employee = e.employee_id left join team as t on t.employee = e.employee_id
    cross join lateral (values
      ('revenue', coalesce(o.revenue, 0)),
      ('order_count', coalesce(o.orders, 0)),
      ('customers', coalesce(d.customers, 0)),
      ('average_order', round(o.revenue / nullif(o.amounts, 0), 2)),
      ('cost_of_sales', coalesce(o.cost, 0)),
      ('margin', round((o.revenue - o.cost) / nullif(o.revenue, 0) * 100, 2)),
      ('revenue_growth', round((coalesce(o.revenue, 0) - o.before) / nullif(o.before, 0) * 100, 2)),
      ('team_revenue', coalesce(t.revenue, 0)),
      ('revenue_per_customer', round(o.revenue / nullif(d.customers, 0), 2))) as m(measure, value)`
}
