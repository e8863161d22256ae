/** What every measure of a person comes to in a quarter, by plain arithmetic on fractions. Reading it next to measures/*.yaml shows what each measure means. */
import { compare, div, mul, parse, round, sub, sum, whole, ZERO } from './exact.mjs'
import {
  customerOf,
  customerOn,
  dayBefore,
  daysBetween,
  direct,
  downline,
  firstVisit,
  gather,
  HUNDRED,
  hadEarlier,
  isFirst,
  placeOf,
  QUARTERS,
  span,
  team,
  teamAtEnd,
} from './example-facts.mjs'
import { targetOf } from './example-targets.mjs'

export const shared = (list) => sum(list.map((o) => mul(o.amount, o.share)))
export const amounts = (list, field = 'amount') => sum(list.map((f) => f[field]))
const count = (list) => whole(list.length)
const distinct = (list, key) => whole(new Set(list.map(key)).size)
const average = (list, key, places) => round(div(sum(list.map(key)), whole(list.length)), places)
const largest = (list) => list.reduce((most, o) => (most === null || compare(o.amount, most) > 0 ? o.amount : most), null)
const percent = (a, b, places = 2) => {
  const q = div(a, b)
  return q === null ? null : round(mul(q, HUNDRED), places)
}
export const newCustomers = (list) => count(list.filter((o) => isFirst(o, customerOf)))
export const margin = (lines) => percent(amounts(lines, 'profit'), amounts(lines, 'revenue'))
const growth = (now, then) => (then.n === 0n ? null : percent(sub(now, then), then))

function money(id, quarter) {
  const of = gather(id, span(quarter))
  const revenue = shared(of('orders'))
  const earlierQuarter = (back) => {
    const index = QUARTERS.indexOf(quarter) - back
    return index < 0 ? ZERO : shared(gather(id, span(QUARTERS[index]))('orders'))
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
    毛利率: margin(of('lines')),
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
  const of = gather(id, span(quarter))
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
  const of = gather(id, span(quarter))
  const list = of('orders')
  const revenue = shared(list)
  const repeat = list.filter((o) => hadEarlier(o, customerOf))
  const fresh = shared(list.filter((o) => isFirst(o, customerOf, 365)))
  const last = QUARTERS[QUARTERS.indexOf(quarter) - 1]
  const lastList = last === undefined ? [] : gather(id, span(last))('orders')
  const kept = list.filter((o) => hadEarlier(o, customerOf, 180))
  const voices = (kind) => of('voices').filter((v) => v.类型 === kind)
  return {
    成交客户数: distinct(list, customerOf),
    新客户数: newCustomers(list),
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
    严重投诉数: count(voices('投诉').filter((v) => v.严重 === '是')),
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
  const of = gather(id, span(quarter))
  const goal = (measure) => targetOf(id, measure, quarter)
  const revenue = shared(of('orders', team(id)))
  const closed = (kind) => of('closed', team(id)).filter((l) => l.结果 === kind)
  const staff = of('staff', team(id))
  const onBoard = staff.filter((s) => s.状态 === '在岗')
  const left = staff.filter((s) => s.状态 === '离职')
  const months = distinct(onBoard, (s) => s.日期)
  const rated = (source) => of('ratings').filter((r) => r.source === source)
  return {
    销售目标: goal('销售额'),
    达成率: percent(shared(of('orders')), goal('销售额')),
    团队销售额: revenue,
    期末团队销售额: shared(of('orders', teamAtEnd(id, dayBefore(span(quarter).until)))),
    直接下属销售额: shared(of('orders', direct(id))),
    团队目标: goal('团队销售额'),
    团队达成率: percent(revenue, goal('团队销售额')),
    团队新客户数: newCustomers(of('orders', team(id))),
    团队毛利率: margin(of('lines', team(id))),
    团队收款率: percent(amounts(of('receipts', team(id))), revenue),
    团队严重投诉数: count(of('voices', team(id)).filter((v) => v.类型 === '投诉' && v.严重 === '是')),
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
  const of = gather(id, span(quarter))
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
    ...served(of),
    个人业绩: shared(of('orders')),
    两层下线业绩: shared(of('orders', downline(id, 2))),
    下线业绩: shared(of('orders', downline(id))),
    下线回款: amounts(of('receipts', downline(id))),
  }
}

/** What members of human resources are measured by: the tasks and surveys of the people they look after, and what was entered. */
function served(of) {
  const tasks = (kind) => of('servedTasks').filter((t) => t.类型 === kind)
  const steps = tasks('流程').filter((t) => t.完成日 !== '' && t.完成日 <= t.应完成日)
  const forms = tasks('表单').filter((t) => t.完成日 !== '')
  const entered = (measure) => sum(of('entered').flatMap((e) => (e.measure === measure ? [parse(e.value)] : [])))
  return {
    对口应办流程数: count(tasks('流程')),
    对口按时流程数: count(steps),
    对口流程按时率: percent(count(steps), count(tasks('流程'))),
    对口应填表单数: count(tasks('表单')),
    对口已填表单数: count(forms),
    对口表单完成率: percent(count(forms), count(tasks('表单'))),
    对口员工满意度: average(
      of('servedSurveys').filter((s) => s.类型 === '员工'),
      (s) => parse(s.得分),
      2,
    ),
    培训学时: entered('培训学时'),
    薪酬差错数: entered('薪酬差错数'),
  }
}

const known = new Map()
/** Every measure of a person in a quarter by its id; null where there is no value. */
export function measuresOf(id, quarter) {
  const key = `${id} ${quarter}`
  if (!known.has(key)) known.set(key, { ...money(id, quarter), ...efficiency(id, quarter), ...customer(id, quarter), ...teamwork(id, quarter), ...procedure(id, quarter) })
  return known.get(key)
}
