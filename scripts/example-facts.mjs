/**
 * The records of the shipped example as plain entries: who counts what, on which day, by what share. Read from its CSV files,
 * with nothing of the engine: no documents, no SQL, no formulas.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { add, div, mul, parse, readCsv, round, sub, sum, whole, ZERO } from './exact.mjs'

export const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples', 'qingshan')
export const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
export const HUNDRED = whole(100)
const DAY_MS = 86_400_000

export const read = (path) => readCsv(path.endsWith('回款.csv') ? iconv.decode(readFileSync(join(FOLDER, path)), 'gb18030') : readFileSync(join(FOLDER, path), 'utf8'))
const table = (name) => read(`data/${name}.csv`)
const grouped = (rows, key) => {
  const groups = new Map()
  for (const row of rows) {
    const k = key(row)
    if (groups.has(k)) groups.get(k).push(row)
    else groups.set(k, [row])
  }
  return groups
}

export const people = read('people.csv')
export const ids = [...new Set(people.map((p) => p.id))]
const idOf = new Map(people.flatMap((p) => [p.id, p.name, ...(p.alias === '' ? [] : [p.alias])].map((word) => [word, p.id])))
const employee = (word) => idOf.get(word)

// ——— days and periods ———

const dayOf = (year, month) => `${month > 12 ? year + 1 : year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01`
/** First day, and the day after the last, of `2026-Q1` or `2026-03`. */
export function span(period) {
  const year = Number(period.slice(0, 4))
  const isQuarter = period[5] === 'Q'
  const first = isQuarter ? Number(period.slice(6)) * 3 - 2 : Number(period.slice(5))
  return { from: dayOf(year, first), until: dayOf(year, first + (isQuarter ? 3 : 1)) }
}
export const daysBetween = (a, b) => (Date.parse(b) - Date.parse(a)) / DAY_MS
export const dayAfter = (day, days = 1) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
export const dayBefore = (day) => dayAfter(day, -1)

// ——— people and their lines ———

const stretches = grouped(people, (p) => p.id)
/** Where somebody stood on a day, or undefined. */
export const stretchOn = (id, day) => stretches.get(id).find((p) => (p.from === '' || p.from <= day) && (p.until === '' || day < p.until))
const upwards = new Map()
/** Everybody above a person on a line on a day, nearest first, the person themselves before them. */
function chain(line, id, day) {
  const key = `${line} ${id} ${day}`
  if (!upwards.has(key)) {
    const superior = stretchOn(id, day)?.[line] || null
    upwards.set(key, superior === null ? [id] : [id, ...chain(line, superior, day)])
  }
  return upwards.get(key)
}
/** How many steps `id` is below `top` on that day, or null: 0 is the person. */
export function below(line, top, id, day) {
  const steps = chain(line, id, day).indexOf(top)
  return steps < 0 ? null : steps
}

// ——— amounts ———

const rates = grouped(read('rates.csv'), (r) => r.currency)
/** Newest rate on or before the day, the amount rounded to the fen. */
function yuan(amount, currency, day) {
  if (currency === 'CNY') return parse(amount)
  const { rate } = rates
    .get(currency)
    .filter((r) => r.date <= day)
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  return round(mul(parse(amount), parse(rate)), 2)
}

/** The version that holds on a day: the newest one that begins on or before it. */
const versionOn = (rows, day) => rows.filter((r) => r.生效日 === '' || r.生效日 <= day).sort((a, b) => (a.生效日 < b.生效日 ? 1 : -1))[0]
const costs = grouped(table('成本'), (c) => c.产品编号)
const products = new Map(table('产品').map((p) => [p.产品编号, p]))
const customers = grouped(table('客户'), (c) => c.客户编号)
export const customerOn = (id, day) => versionOn(customers.get(id), day)

// ——— who counts what: each entry is one record, one employee, one share ———

const orders = table('订单')
const orderOf = new Map(orders.map((o) => [o.订单号, o]))

function credits() {
  const shares = grouped(table('分成'), (s) => s.订单号)
  return orders.flatMap((o) => {
    const mine = shares.get(o.订单号) ?? []
    const given = sum(mine.filter((s) => s.叠加 === '否').map((s) => parse(s.比例)))
    const list = [...mine.map((s) => ({ who: employee(s.员工), percent: parse(s.比例) })), { who: o.业务员, percent: sub(HUNDRED, given) }]
    if (o.售前 !== '') list.push({ who: o.售前, percent: whole(10) })
    const byPerson = new Map()
    for (const c of list) byPerson.set(c.who, add(byPerson.get(c.who) ?? ZERO, c.percent))
    return [...byPerson]
      .filter(([, percent]) => percent.n !== 0n)
      .map(([who, percent]) => ({ ...o, who, day: o.日期, share: div(percent, HUNDRED), amount: yuan(o.金额, o.币种, o.日期) }))
  })
}

export const customerOf = (o) => o.客户
export const placeOf = (o) => customerOn(o.客户, o.日期).地区
/** Orders of one customer, or of one province. */
const alike = new Map([customerOf, placeOf].map((key) => [key, grouped(orders, key)]))
const isBefore = (a, b) => a.日期 < b.日期 || (a.日期 === b.日期 && a.订单号 < b.订单号)
/** Whether no record with the same key comes before this one (by day, then order number), in the last `within` days. */
export const isFirst = (o, key, within = Infinity) =>
  !alike
    .get(key)
    .get(key(o))
    .some((x) => isBefore(x, o) && daysBetween(x.日期, o.日期) <= within)
export const hadEarlier = (o, key, within = Infinity) =>
  alike
    .get(key)
    .get(key(o))
    .some((x) => x.日期 < o.日期 && daysBetween(x.日期, o.日期) <= within)

const dated = (rows, who, day) => rows.filter((r) => r[day] !== '').map((r) => ({ ...r, who: employee(r[who]), day: r[day].slice(0, 10) }))

function lineFacts() {
  return table('订单行').map((l) => {
    const o = orderOf.get(l.订单号)
    const price = yuan(l.单价, l.币种, o.日期)
    const quantity = parse(l.数量)
    const cost = parse(versionOn(costs.get(l.产品), o.日期).成本)
    return { who: o.业务员, day: o.日期, kind: products.get(l.产品).品类, quantity, revenue: mul(quantity, price), profit: mul(quantity, sub(price, cost)) }
  })
}

const facts = {
  orders: credits(),
  lines: lineFacts(),
  receipts: table('回款').map((r) => ({ who: orderOf.get(r.订单号).业务员, day: r.到账日期, amount: yuan(r.金额, r.币种, r.到账日期) })),
  refunds: table('退款').map((r) => ({ who: orderOf.get(r.订单号).业务员, day: r.日期, amount: yuan(r.金额, r.币种, r.日期) })),
  expenses: dated(table('费用'), '员工', '日期'),
  visits: dated(table('拜访'), '业务员', '时间'),
  leads: dated(table('商机'), '业务员', '线索日'),
  closed: dated(table('商机'), '业务员', '关闭日'),
  surveys: dated(table('问卷'), '员工', '日期'),
  servedSurveys: dated(table('问卷'), '人力对口人', '日期'),
  voices: dated(table('客诉'), '业务员', '日期'),
  shares: dated(table('分享'), '员工', '日期'),
  passed: dated(table('转介'), '转出人', '日期'),
  received: dated(table('转介'), '接手人', '日期'),
  interviews: dated(table('面谈'), '经理', '计划日'),
  tasks: dated(table('任务'), '员工', '应完成日'),
  servedTasks: dated(table('任务'), '人力对口人', '应完成日'),
  staff: dated(table('人员月报'), '员工', '日期'),
  entered: read('entered.csv').map((r) => ({ ...r, who: r.employee, day: dayBefore(span(r.date).until) })),
  ratings: dated(read('ratings.csv'), 'employee', 'date'),
}

const visitsOf = grouped(facts.visits, (v) => v.客户)
const visitBefore = (a, b) => a.day < b.day || (a.day === b.day && a.拜访编号 < b.拜访编号)
export const firstVisit = (v) => !visitsOf.get(v.客户).some((x) => visitBefore(x, v))

// ——— scopes: which of the entries count for a person ———

const own = (id) => (f) => f.who === id
export const team = (id) => (f) => below('manager', id, f.who, f.day) !== null
export const teamAtEnd = (id, lastDay) => (f) => below('manager', id, f.who, lastDay) !== null
export const direct = (id) => (f) => below('manager', id, f.who, f.day) === 1
export const downline =
  (id, depth = Infinity) =>
  (f) => {
    const steps = below('sponsor', id, f.who, f.day)
    return steps !== null && steps > 0 && steps <= depth
  }

const spans = new Map()
function within(name, { from, until }) {
  const key = `${name} ${from} ${until}`
  if (!spans.has(key))
    spans.set(
      key,
      facts[name].filter((f) => f.day >= from && f.day < until),
    )
  return spans.get(key)
}

/** Everything that is counted for one person in a span of days: `of(name)` are the person's own entries, `of(name, scope)` those of a scope. */
export function gather(id, days) {
  return (name, scope = own(id)) => within(name, days).filter(scope)
}
