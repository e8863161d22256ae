/**
 * The results the shipped example must have, worked out from its CSV files by plain arithmetic on fractions and plain loops,
 * with nothing of the engine: no documents, no SQL, no formulas. Reading it next to measures/*.yaml shows what each measure means.
 * `node scripts/example-expected.mjs` writes examples/qingshan/expected/*.csv, `--check` says which are not current.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { add, compare, div, mul, parse, readCsv, round, sub, sum, text, whole, ZERO } from './exact.mjs'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples', 'qingshan')
const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
const HUNDRED = whole(100)
const DAY_MS = 86_400_000

const read = (path) => readCsv(path.endsWith('回款.csv') ? iconv.decode(readFileSync(join(FOLDER, path)), 'gb18030') : readFileSync(join(FOLDER, path), 'utf8'))
const table = (name) => read(`data/${name}.csv`)

const people = read('people.csv')
const ids = [...new Set(people.map((p) => p.id))]
const employee = (word) => people.find((p) => p.id === word || p.name === word || p.alias === word).id

/** First day, and the day after the last. */
function span(quarter) {
  const year = Number(quarter.slice(0, 4))
  const q = Number(quarter.slice(6))
  const day = (y, m) => `${m > 12 ? y + 1 : y}-${String(m > 12 ? m - 12 : m).padStart(2, '0')}-01`
  return { from: day(year, q * 3 - 2), until: day(year, q * 3 + 1) }
}
const daysBetween = (a, b) => (Date.parse(b) - Date.parse(a)) / DAY_MS
const dayBefore = (day) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)

/** Newest rate on or before the day, the amount rounded to the fen. */
const rates = read('rates.csv')
function yuan(amount, currency, day) {
  if (currency === 'CNY') return parse(amount)
  const rate = rates.filter((r) => r.currency === currency && r.date <= day).sort((a, b) => (a.date < b.date ? 1 : -1))[0].rate
  return round(mul(parse(amount), parse(rate)), 2)
}

/** The version that holds on a day: the newest one that begins on or before it. */
const versionOn = (rows, day) => rows.filter((r) => r.生效日 === '' || r.生效日 <= day).sort((a, b) => (a.生效日 < b.生效日 ? 1 : -1))[0]

/** The superior on a line on a day. */
const superior = (line, id, day) => people.find((p) => p.id === id && (p.from === '' || p.from <= day) && (p.until === '' || day < p.until))?.[line] || null
/** How many steps `id` is below `top` on that day, or null: 0 is the person. */
function below(line, top, id, day) {
  let steps = 0
  for (let at = id; at !== null; at = superior(line, at, day), steps += 1) if (at === top) return steps
  return null
}

// ——— who counts what: each entry is one record, one employee, one share ———

const orders = table('订单')
const orderOf = new Map(orders.map((o) => [o.订单号, o]))
const costs = table('成本')
const products = new Map(table('产品').map((p) => [p.产品编号, p]))
const customers = table('客户')
const customerOn = (id, day) =>
  versionOn(
    customers.filter((c) => c.客户编号 === id),
    day,
  )

function credits() {
  const shares = table('分成')
  return orders.flatMap((o) => {
    const mine = shares.filter((s) => s.订单号 === o.订单号)
    const given = sum(mine.filter((s) => s.叠加 === '否').map((s) => parse(s.比例)))
    const rest = sub(HUNDRED, given)
    const list = [...mine.map((s) => ({ who: employee(s.员工), percent: parse(s.比例) })), { who: o.业务员, percent: rest }]
    if (o.售前 !== '') list.push({ who: o.售前, percent: whole(10) })
    const byPerson = new Map()
    for (const c of list) byPerson.set(c.who, add(byPerson.get(c.who) ?? ZERO, c.percent))
    return [...byPerson]
      .filter(([, percent]) => percent.n !== 0n)
      .map(([who, percent]) => ({ ...o, who, day: o.日期, share: div(percent, HUNDRED), amount: yuan(o.金额, o.币种, o.日期) }))
  })
}

/** Whether no record with the same key comes before this one (by day, then order number), in the last `within` days. */
const before = (a, b) => a.日期 < b.日期 || (a.日期 === b.日期 && a.订单号 < b.订单号)
const isFirst = (o, key, within = Infinity) => !orders.some((x) => key(x) === key(o) && before(x, o) && daysBetween(x.日期, o.日期) <= within)
const hadEarlier = (o, key, within = Infinity) => orders.some((x) => key(x) === key(o) && x.日期 < o.日期 && daysBetween(x.日期, o.日期) <= within)
const customerOf = (o) => o.客户
const placeOf = (o) => customerOn(o.客户, o.日期).地区

const dated = (rows, who, day) => rows.filter((r) => r[day] !== '').map((r) => ({ ...r, who: employee(r[who]), day: r[day].slice(0, 10) }))
const facts = {
  orders: credits(),
  lines: table('订单行').map((l) => {
    const o = orderOf.get(l.订单号)
    const price = yuan(l.单价, l.币种, o.日期)
    const cost = parse(
      versionOn(
        costs.filter((c) => c.产品编号 === l.产品),
        o.日期,
      ).成本,
    )
    const quantity = parse(l.数量)
    return { who: o.业务员, day: o.日期, kind: products.get(l.产品).品类, quantity, revenue: mul(quantity, price), profit: mul(quantity, sub(price, cost)) }
  }),
  receipts: table('回款').map((r) => ({ who: orderOf.get(r.订单号).业务员, day: r.到账日期, amount: yuan(r.金额, r.币种, r.到账日期) })),
  refunds: table('退款').map((r) => ({ who: orderOf.get(r.订单号).业务员, day: r.日期, amount: yuan(r.金额, r.币种, r.日期) })),
  expenses: dated(table('费用'), '员工', '日期'),
  visits: dated(table('拜访'), '业务员', '时间'),
  leads: dated(table('商机'), '业务员', '线索日'),
  closed: dated(table('商机'), '业务员', '关闭日'),
  surveys: dated(table('问卷'), '员工', '日期'),
  voices: dated(table('客诉'), '业务员', '日期'),
  shares: dated(table('分享'), '员工', '日期'),
  passed: dated(table('转介'), '转出人', '日期'),
  received: dated(table('转介'), '接手人', '日期'),
  interviews: dated(table('面谈'), '经理', '计划日'),
  tasks: dated(table('任务'), '员工', '应完成日'),
  staff: dated(table('人员月报'), '员工', '日期'),
  entered: read('entered.csv').map((r) => ({ ...r, who: r.employee, day: dayBefore(span(r.date).until) })),
  ratings: dated(read('ratings.csv'), 'employee', 'date'),
}
const visitBefore = (a, b) => (a.时间 < b.时间 && a.day < b.day ? true : a.day === b.day && a.拜访编号 < b.拜访编号)
const firstVisit = (v) => !facts.visits.some((x) => x.客户 === v.客户 && (x.day < v.day || visitBefore(x, v)))

// ——— scopes: which of the entries count for a person ———

const own = (id) => (f) => f.who === id
const team = (id) => (f) => below('manager', id, f.who, f.day) !== null
const teamAtEnd = (id, lastDay) => (f) => below('manager', id, f.who, lastDay) !== null
const direct = (id) => (f) => below('manager', id, f.who, f.day) === 1
const downline =
  (id, depth = Infinity) =>
  (f) => {
    const steps = below('sponsor', id, f.who, f.day)
    return steps !== null && steps > 0 && steps <= depth
  }

const shared = (list) => sum(list.map((o) => mul(o.amount, o.share)))
const amounts = (list, field = 'amount') => sum(list.map((f) => f[field]))
const count = (list) => whole(list.length)
const distinct = (list, key) => whole(new Set(list.map(key)).size)
const average = (list, key, places) => round(div(sum(list.map(key)), whole(list.length)), places)
const largest = (list) => list.reduce((most, o) => (most === null || compare(o.amount, most) > 0 ? o.amount : most), null)
const percent = (a, b, places = 2) => {
  const q = div(a, b)
  return q === null ? null : round(mul(q, HUNDRED), places)
}
const growth = (now, then) => (then.n === 0n ? null : percent(sub(now, then), then))

/** Everything that is counted for one person in one quarter: `of(name)` are the person's own entries, `of(name, scope)` those of a scope. */
function gather(id, quarter) {
  const { from, until } = span(quarter)
  return (name, scope = own(id)) => facts[name].filter((f) => f.day >= from && f.day < until && scope(f))
}

function money(id, quarter) {
  const of = gather(id, quarter)
  const revenue = shared(of('orders'))
  const earlierQuarter = (back) => {
    const index = QUARTERS.indexOf(quarter) - back
    return index < 0 ? ZERO : shared(gather(id, QUARTERS[index])('orders'))
  }
  const received = amounts(of('receipts'))
  const refunded = amounts(of('refunds'))
  const expenses = sum(of('expenses').map((e) => parse(e.金额)))
  const market = of('entered').filter((e) => e.measure === '市场规模')
  const marketSize = market.length === 0 ? null : parse(market[0].value)
  return {
    销售额: revenue,
    回款额: received,
    退款额: refunded,
    净回款: sub(received, refunded),
    销量: sum(
      of('lines')
        .filter((l) => l.kind !== '服务')
        .map((l) => l.quantity),
    ),
    明细金额: amounts(of('lines'), 'revenue'),
    毛利: amounts(of('lines'), 'profit'),
    毛利率: percent(amounts(of('lines'), 'profit'), amounts(of('lines'), 'revenue')),
    收款率: percent(received, revenue),
    销售额环比: growth(revenue, earlierQuarter(1)),
    销售额同比: growth(revenue, earlierQuarter(4)),
    市场规模: marketSize,
    市场份额: percent(shared(of('orders', team(id))), marketSize),
    费用: expenses,
    费用率: percent(expenses, revenue),
    最大订单: largest(of('orders')),
    海外销售额: shared(of('orders').filter((o) => customerOn(o.客户, o.日期).大区 === '海外')),
    重点客户销售额: shared(of('orders').filter((o) => customerOn(o.客户, o.日期).级别 === '重点')),
  }
}

function efficiency(id, quarter) {
  const of = gather(id, quarter)
  const leads = of('leads')
  const reached = (field) => leads.filter((l) => l[field] !== '')
  const wonLeads = leads.filter((l) => l.结果 === '赢单')
  const won = of('closed').filter((l) => l.结果 === '赢单')
  const lost = of('closed').filter((l) => l.结果 === '输单')
  const visits = of('visits')
  const good = visits.filter((v) => v.结果 === '成功')
  const proposals = visits.filter((v) => v.提交方案 === '是')
  return {
    销售周期: average(won, (l) => whole(daysBetween(l.线索日, l.关闭日)), 1),
    订单数: count(of('orders')),
    平均订单额: round(div(shared(of('orders')), count(of('orders'))), 2),
    拜访成功数: count(good),
    拜访成功率: percent(count(good), count(visits)),
    转商机线索数: count(reached('商机日')),
    转报价线索数: count(reached('报价日')),
    转赢单线索数: count(wonLeads),
    线索转商机率: percent(count(reached('商机日')), count(leads)),
    商机转报价率: percent(count(reached('报价日')), count(reached('商机日'))),
    报价转赢单率: percent(count(wonLeads), count(reached('报价日'))),
    总转化率: percent(count(wonLeads), count(leads)),
    赢单数: count(won),
    输单数: count(lost),
    赢单率: percent(count(won), whole(won.length + lost.length)),
    关闭数: whole(won.length + lost.length),
    拜访数: count(visits),
    方案数: count(proposals),
    方案质量: average(proposals, (v) => parse(v.方案评分), 2),
    新线索数: count(leads),
    新联系人数: count(visits.filter(firstVisit)),
  }
}

function customer(id, quarter) {
  const of = gather(id, quarter)
  const list = of('orders')
  const revenue = shared(list)
  const repeat = list.filter((o) => hadEarlier(o, customerOf))
  const fresh = shared(list.filter((o) => isFirst(o, customerOf, 365)))
  const last = QUARTERS[QUARTERS.indexOf(quarter) - 1]
  const lastList = last === undefined ? [] : gather(id, last)('orders')
  const kept = list.filter((o) => hadEarlier(o, customerOf, 180))
  const voices = (kind) => of('voices').filter((v) => v.类型 === kind)
  return {
    成交客户数: distinct(list, customerOf),
    新客户数: count(list.filter((o) => isFirst(o, customerOf))),
    新客户销售额: fresh,
    新客户销售占比: percent(fresh, revenue),
    老客户销售额: shared(repeat),
    忠诚度: percent(shared(repeat), revenue),
    老客户增长: growth(shared(repeat), shared(lastList.filter((o) => hadEarlier(o, customerOf)))),
    复购客户数: distinct(repeat, customerOf),
    复购率: percent(distinct(repeat, customerOf), distinct(list, customerOf)),
    留存客户数: distinct(kept, customerOf),
    留存率: percent(distinct(kept, customerOf), distinct(lastList, customerOf)),
    客户满意度: average(
      of('surveys').filter((s) => s.类型 === '客户'),
      (s) => parse(s.得分),
      2,
    ),
    投诉数: count(voices('投诉')),
    表扬数: count(voices('表扬')),
    投诉率: round(div(count(voices('投诉')), count(list)), 4),
    表扬率: round(div(count(voices('表扬')), count(list)), 4),
    转介绍订单数: count(list.filter((o) => o.来源 === '转介绍')),
    首次进入地区数: distinct(
      list.filter((o) => isFirst(o, placeOf)),
      placeOf,
    ),
  }
}

function teamwork(id, quarter) {
  const of = gather(id, quarter)
  const goals = (scope) => of('entered', scope).filter((e) => e.measure === '销售目标')
  const goal = (list) => sum(list.map((e) => parse(e.value)))
  const revenue = shared(of('orders', team(id)))
  const closed = (kind) => of('closed', team(id)).filter((l) => l.结果 === kind)
  const staff = of('staff', team(id))
  const onBoard = staff.filter((s) => s.状态 === '在岗')
  const left = staff.filter((s) => s.状态 === '离职')
  const months = distinct(onBoard, (s) => s.日期)
  const rated = (source) => of('ratings').filter((r) => r.source === source)
  return {
    销售目标: goal(goals(own(id))),
    达成率: percent(shared(of('orders')), goal(goals(own(id)))),
    团队销售额: revenue,
    期末团队销售额: shared(of('orders', teamAtEnd(id, dayBefore(span(quarter).until)))),
    直接下属销售额: shared(of('orders', direct(id))),
    团队目标: goal(goals(team(id))),
    团队达成率: percent(revenue, goal(goals(team(id)))),
    团队赢单率: percent(count(closed('赢单')), whole(closed('赢单').length + closed('输单').length)),
    团队成交客户数: distinct(of('orders', team(id)), customerOf),
    知识分享数: count(of('shares')),
    转介同事客户数: count(of('passed')),
    接到转介数: count(of('received')),
    协作评分: rating(rated('上级'), rated('同事')),
    离职人数: count(left),
    在岗人月: count(onBoard),
    月数: months,
    平均在岗人数: round(div(count(onBoard), months), 2),
    人员流失率: percent(count(left), div(count(onBoard), months)),
  }
}

/** Manager 60 %, colleagues 40 %. */
function rating(manager, peers) {
  const mean = (list) => div(sum(list.map((r) => parse(r.score))), whole(list.length))
  const parts = [
    [mean(manager), 60],
    [mean(peers), 40],
  ].filter(([score]) => score !== null)
  if (parts.length === 0) return null
  return round(div(sum(parts.map(([score, weight]) => mul(score, whole(weight)))), whole(parts.reduce((all, [, weight]) => all + weight, 0))), 2)
}

function procedure(id, quarter) {
  const of = gather(id, quarter)
  const tasks = (kind) => of('tasks').filter((t) => t.类型 === kind)
  const steps = tasks('流程').filter((t) => t.完成日 !== '' && t.完成日 <= t.应完成日)
  const forms = tasks('表单').filter((t) => t.完成日 !== '')
  const interviews = of('interviews')
  const onTime = interviews.filter((i) => i.实际日 !== '' && i.实际日 <= i.计划日)
  return {
    应办面谈数: count(interviews),
    按时面谈数: count(onTime),
    面谈按时率: percent(count(onTime), count(interviews)),
    应办流程数: count(tasks('流程')),
    按时流程数: count(steps),
    流程按时率: percent(count(steps), count(tasks('流程'))),
    应填表单数: count(tasks('表单')),
    已填表单数: count(forms),
    表单完成率: percent(count(forms), count(tasks('表单'))),
    员工满意度: average(
      of('surveys', team(id)).filter((s) => s.类型 === '员工'),
      (s) => parse(s.得分),
      2,
    ),
    个人业绩: shared(of('orders')),
    两层下线业绩: shared(of('orders', downline(id, 2))),
    下线业绩: shared(of('orders', downline(id))),
    下线回款: amounts(of('receipts', downline(id))),
  }
}

/** One line an employee, one column a measure; an empty cell is a value there is none of. */
function expected(quarter) {
  const { from, until } = span(quarter)
  // Who works here on a day of the quarter; whoever has left, or is yet to come, has no results.
  const here = ids.filter((id) => people.some((p) => p.id === id && (p.from === '' || p.from < until) && (p.until === '' || p.until > from)))
  const rows = here.map((id) => [id, { ...money(id, quarter), ...efficiency(id, quarter), ...customer(id, quarter), ...teamwork(id, quarter), ...procedure(id, quarter) }])
  const names = Object.keys(rows[0][1])
  return `${[['employee', ...names], ...rows.map(([id, values]) => [id, ...names.map((name) => text(values[name]))])].map((r) => r.join(',')).join('\n')}\n`
}

function main() {
  mkdirSync(join(FOLDER, 'expected'), { recursive: true })
  for (const quarter of QUARTERS) {
    const path = join(FOLDER, 'expected', `${quarter}.csv`)
    if (!process.argv.includes('--check')) writeFileSync(path, expected(quarter))
    else if (readFileSync(path, 'utf8') !== expected(quarter)) {
      console.error(`not current: examples/qingshan/expected/${quarter}.csv`)
      process.exitCode = 1
    }
  }
}

main()
