/** Targets, presence, tenure and pay items of people in a period, from targets.csv, people.csv and pay.csv. */
import { fraction, mul, parse, round, sum } from './exact.mjs'
import { dayAfter, dayBefore, daysBetween, people, read, span, stretchOn } from './example-facts.mjs'

const targets = read('targets.csv')
const pay = read('pay.csv')
const byPerson = (rows) => {
  const groups = new Map()
  for (const row of rows) groups.set(row.employee, [...(groups.get(row.employee) ?? []), row])
  return groups
}
const targetsBy = byPerson(targets)
const payBy = byPerson(pay)

/** The months of a span of days, `2026-01` and on. */
const monthsIn =
  ({ from, until }) =>
  (rows) =>
    rows.filter((r) => `${r.period}-01` >= from && `${r.period}-01` < until)

/** What is asked of a person in a span of days: the sum of its months; null where there is none. */
export function targetIn(id, measure, days) {
  const rows = monthsIn(days)((targetsBy.get(id) ?? []).filter((r) => r.measure === measure))
  return rows.length === 0 ? null : sum(rows.map((r) => parse(r.target)))
}
export const targetOf = (id, measure, period) => targetIn(id, measure, span(period))

/** The last day on which a person worked in a period, or null. */
function lastWork(id, period) {
  const { from, until } = span(period)
  for (let day = dayBefore(until); day >= from; day = dayBefore(day)) if (stretchOn(id, day) !== undefined) return day
  return null
}
/** The unit of a person's last day of work in a period; undefined where they did not work in it. */
export const unitIn = (id, period) => {
  const day = lastWork(id, period)
  return day === null ? undefined : stretchOn(id, day).unit
}
/** The role that decides which rules are for a person in a period; null where they did not work in it. */
export function roleIn(id, period) {
  const day = lastWork(id, period)
  return day === null ? null : stretchOn(id, day).role
}

/** Share of the days of a period on which a person held one of the roles. */
export function presence(id, roles, period) {
  const { from, until } = span(period)
  let days = 0
  for (let day = from; day < until; day = dayAfter(day)) if (roles.includes(stretchOn(id, day)?.role)) days += 1
  return fraction(BigInt(days), BigInt(daysBetween(from, until)))
}

/** Whole months from the first day of a person to the first day of a period; null for who is there since ever. */
export function tenure(id, period) {
  const since = people.find((p) => p.id === id).from
  if (since === '') return null
  const { from } = span(period)
  const months = (Number(from.slice(0, 4)) - Number(since.slice(0, 4))) * 12 + Number(from.slice(5, 7)) - Number(since.slice(5, 7))
  return Math.max(0, months - (Number(from.slice(8)) < Number(since.slice(8)) ? 1 : 0))
}

/** Targets in proportion to the days are whole fen. Presence has sixteen decimal places. */
export const proratedTarget = (id, measure, roles, period) => {
  const target = targetOf(id, measure, period)
  return target === null ? null : round(mul(target, round(presence(id, roles, period), 16)), 2)
}

/** The newest amount of a pay item on the last day of a period, or null. */
export function payOf(id, item, period) {
  const last = dayBefore(span(period).until)
  const rows = (payBy.get(id) ?? []).filter((r) => r.item === item && (r.from === '' || r.from <= last)).sort((a, b) => (a.from < b.from ? 1 : -1))
  return rows.length === 0 ? null : parse(rows[0].amount)
}
