/** What people earn in the shipped example, said once more in plain arithmetic: reading it next to incentives/*.yaml and tables/*.yaml shows what each component means. */
import { add, compare, div, mul, parse, round, sub, whole, ZERO } from './exact.mjs'
import { gather, QUARTERS, span, team } from './example-facts.mjs'
import { amounts, measuresOf, shared } from './example-measures.mjs'
import { along, scoreOf } from './example-scores.mjs'
import { payOf, presence, proratedTarget, roleIn, targetIn, targetOf, tenure } from './example-targets.mjs'

const number = (n) => parse(String(n))
const times = (...factors) => (factors.includes(null) ? null : factors.reduce(mul))
const atMost = (amount, limit) => (compare(amount, limit) > 0 ? limit : amount)

/** Each tier pays its rate on the part that lies in it; the bounds are shares of `scale`. Null without a scale above 0. */
function marginal(tiers, quantity, scale = whole(1)) {
  if (scale === null || scale.n <= 0n) return null
  let from = ZERO
  let paid = ZERO
  for (const [to, rate] of tiers) {
    const until = to === null ? null : mul(number(to), scale)
    const reached = until === null || compare(quantity, until) < 0 ? quantity : until
    if (compare(reached, from) > 0) paid = add(paid, mul(sub(reached, from), number(rate)))
    if (until === null) break
    from = until
  }
  return paid
}

const COMMISSION = [
  [0.6, 0.01],
  [1, 0.028],
  [1.3, 0.05],
  [null, 0.06],
]
const RECEIPTS = [
  [0.8, 0.015],
  [1, 0.024],
  [null, 0.032],
]
const TEAM = [
  [0.8, 0.0025],
  [1, 0.006],
  [1.2, 0.01],
  [null, 0.012],
]
const COMPANY = [
  [0.8, 0.0008],
  [1, 0.0015],
  [null, 0.0025],
]
const RETAIL = [
  [10000, 0.17],
  [30000, 0.2],
  [null, 0.22],
]
const NEW_CUSTOMERS = [
  [6, 200],
  [null, 350],
]
const HR_BONUS = [
  [75, 0],
  [92, 0.8],
  [108, 1.2],
  [120, 1.5],
]

/** Share of the bonus of a farmer: attainment of receipts, then retention (a percent). Without retention: a half, or nothing below 80 %. */
function farmerShare(reached, retention) {
  if (reached !== null && compare(reached, number(0.8)) < 0) return '0'
  if (reached === null || retention === null) return '0.5'
  const [full, more] = [compare(reached, whole(1)) >= 0, compare(reached, number(1.15)) >= 0]
  const kept = compare(retention, whole(60)) < 0 ? 0 : compare(retention, whole(80)) < 0 ? 1 : 2
  if (!full) return ['0.4', '0.7', '0.9'][kept]
  return kept === 0 ? '0.8' : more ? '1.5' : '1.2'
}

/** Share of the bonus of a manager: attainment of the team, then its margin (a percent). */
function managerShare(reached, margin) {
  if (reached === null || compare(reached, number(0.85)) < 0 || margin === null) return '0'
  const good = compare(margin, whole(38)) >= 0
  return compare(reached, whole(1)) >= 0 ? (good ? '1.4' : '1') : good ? '0.7' : '0.4'
}

/** The first three months a lower target, the next three a little lower. */
const ramp = (months) => (months === null || months >= 6 ? '1' : months < 3 ? '0.6' : '0.85')
const reachedBy = (value, target) => (target === null || target.n <= 0n ? null : div(value, target))

const SALARIED = ['director', 'manager', 'hunter', 'farmer', 'hr']

// ——— by the quarter: plan, component, amount ———

function hunterQuarter(id, quarter) {
  const m = measuresOf(id, quarter)
  const target = proratedTarget(id, '销售额', ['hunter'], quarter)
  const commission = marginal(COMMISSION, m.销售额, times(target, parse(ramp(tenure(id, quarter)))))
  const isSound = m.毛利率 !== null && compare(m.毛利率, whole(28)) >= 0
  return [
    ['新客开拓', '提成', atMost(commission, times(target, number(0.07)))],
    ['新客开拓', '新客户奖', isSound ? marginal(NEW_CUSTOMERS, m.新客户数) : ZERO],
  ]
}

function farmerQuarter(id, quarter) {
  const m = measuresOf(id, quarter)
  const share = farmerShare(reachedBy(m.回款额, proratedTarget(id, '回款额', ['farmer'], quarter)), m.留存率)
  const bonus = times(payOf(id, '奖金基数', quarter), round(presence(id, ['farmer'], quarter), 16), parse(share))
  return [['老客维护', '维护奖金', m.严重投诉数.n === 0n ? bonus : ZERO]]
}

function managerQuarter(id, quarter) {
  const m = measuresOf(id, quarter)
  const target = targetOf(id, '团队销售额', quarter)
  const bonus = times(payOf(id, '奖金基数', quarter), parse(managerShare(reachedBy(m.团队销售额, target), m.团队毛利率)))
  return [
    ['销售经理', '团队提成', atMost(marginal(TEAM, m.团队销售额, target), times(target, number(0.01)))],
    ['销售经理', '经理奖金', compare(m.团队严重投诉数, whole(2)) <= 0 ? bonus : ZERO],
  ]
}

/** The director's share is worked out from the first of January, less what that came to before the quarter. */
function directorQuarter(id, quarter) {
  const m = measuresOf(id, quarter)
  const { from, until } = span(quarter)
  const january = `${quarter.slice(0, 4)}-01-01`
  const upTo = (day) => {
    if (day === january) return ZERO
    const days = { from: january, until: day }
    const amount = marginal(COMPANY, shared(gather(id, days)('orders', team(id))), targetIn(id, '团队销售额', days))
    return amount === null ? ZERO : round(amount, 2)
  }
  const share = managerShare(reachedBy(m.团队销售额, targetOf(id, '团队销售额', quarter)), m.团队毛利率)
  return [
    ['销售总监', '公司提成', sub(upTo(until), upTo(from))],
    ['销售总监', '总监奖金', times(payOf(id, '奖金基数', quarter), parse(share))],
  ]
}

function hrQuarter(id, quarter) {
  return [['人力资源', '人力奖金', times(payOf(id, '奖金基数', quarter), round(presence(id, ['hr'], quarter), 16), along(HR_BONUS, scoreOf(id, quarter).score))]]
}

function directSellerQuarter(id, quarter) {
  const { 净回款: net } = measuresOf(id, quarter)
  if (net.n <= 0n) return [['直销服务', '服务奖金', ZERO]]
  return [['直销服务', '服务奖金', atMost(times(net, number(0.04), scoreOf(id, quarter).coefficient), times(net, number(0.06)))]]
}

const QUARTERLY = { hunter: hunterQuarter, farmer: farmerQuarter, manager: managerQuarter, director: directorQuarter, hr: hrQuarter, 'direct-seller': directSellerQuarter }

function inQuarter(id, role, quarter) {
  const salary = times(payOf(id, '绩效工资', quarter), whole(3), round(presence(id, SALARIED, quarter), 16), scoreOf(id, quarter).coefficient)
  return [...QUARTERLY[role](id, quarter), ...(SALARIED.includes(role) ? [['绩效工资', '绩效工资', salary]] : [])]
}

// ——— by the month ———

function inMonth(id, role, month) {
  const of = gather(id, span(month))
  const net = sub(amounts(of('receipts')), amounts(of('refunds')))
  const base = SALARIED.includes(role) ? [['基本工资', '基本工资', times(payOf(id, '基本工资', month), round(presence(id, SALARIED, month), 16))]] : []
  if (role === 'direct-seller') return [['直销提成', '零售提成', marginal(RETAIL, net)]]
  if (role !== 'farmer') return base
  const target = proratedTarget(id, '回款额', ['farmer'], month)
  return [['老客回款', '回款提成', atMost(marginal(RECEIPTS, net, target), times(target, number(0.05)))], ...base]
}

/** Every component of a person in a period, in whole fen, by plan and component; empty for who did not work in it. */
export function earningsOf(id, period) {
  const role = roleIn(id, period)
  if (role === null) return []
  const list = QUARTERS.includes(period) ? inQuarter(id, role, period) : inMonth(id, role, period)
  return list.map(([incentive, component, amount]) => ({ incentive, component, amount: round(amount, 2) }))
}
