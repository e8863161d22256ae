/** What is asked of the people of the made-up company month by month, and what their pay is made of. */
import { daysIn, EMPLOYEE_IDS, idsOf, MONTHS, monthsOf, pad, quarterOf, SELLER_IDS, stretchIn, stretchOn, teamOn } from './example-people.mjs'
import { seasonOf, USUAL } from './example-world.mjs'

/** Yuan to the next lower thousand. */
const thousands = (yuan) => Math.floor(yuan / 1000) * 1000
/** The first months know only receipts of orders since July 2025. */
const FIRST_RECEIPTS = { '2025-07': 30, '2025-08': 75 }

/** Whether somebody is here on any day of a month. */
const isHere = (id, month) => Array.from({ length: daysIn(month) }, (_, i) => `${month}-${pad(i + 1, 2)}`).some((day) => stretchOn(id, day) !== undefined)

/** What is asked of a seller in a month, in yuan and in numbers; the better, the more. */
function sellerTargets(role, month, skill) {
  const share = (75 * 100 + 25 * skill) / 10_000
  const sales = (USUAL[role] * seasonOf(month) * share) / 100
  const levels = (yuan) => [thousands(yuan), thousands(yuan * 1.15), thousands(yuan * 1.3)]
  switch (role) {
    case 'hunter':
      return [
        ['销售额', ...levels(sales)],
        ['新客户数', 2 + (seasonOf(month) >= 104 ? 1 : 0), '', ''],
        ['拜访数', 12, '', ''],
      ]
    case 'farmer':
      return [
        ['销售额', ...levels(sales)],
        ['回款额', ...levels((sales * (FIRST_RECEIPTS[month] ?? 98)) / 100)],
        ['老客户销售额', thousands(sales * 0.9), '', ''],
        ['拜访数', 9, '', ''],
      ]
    default:
      return [
        ['销售额', ...levels(sales)],
        ['新联系人数', 2, '', ''],
        ['转介绍订单数', 4, '', ''],
      ]
  }
}

/**
 * Months of a whole quarter for everybody who works in it: what falls outside is taken off in proportion to the days.
 * The target of a team is the sum of those of whoever stands in it at the month's end (or on the last day they were here).
 */
export function targetRows(talents) {
  const rows = []
  const asked = new Map()
  for (const month of MONTHS) {
    const months = monthsOf(quarterOf(month))
    for (const id of SELLER_IDS) {
      const stretch = stretchIn(id, `${months[0]}-01`, `${months[2]}-${pad(daysIn(months[2]), 2)}`)
      if (stretch === undefined) continue
      for (const [measure, ...levels] of sellerTargets(stretch.role, month, talents.get(id).skill)) {
        rows.push([id, measure, month, ...levels])
        asked.set(`${id} ${measure} ${month}`, levels[0])
      }
    }
    for (const id of idsOf('manager', 'director')) {
      const team = teamOn(id, `${month}-${pad(daysIn(month), 2)}`).filter((other) => isHere(other, month))
      const sum = (measure) => team.reduce((total, other) => total + (asked.get(`${other} ${measure} ${month}`) ?? 0), 0)
      rows.push([id, '团队销售额', month, sum('销售额'), '', ''])
      if (sum('新客户数') > 0) rows.push([id, '团队新客户数', month, sum('新客户数'), '', ''])
    }
    for (const id of idsOf('hr')) if (isHere(id, month)) rows.push([id, '培训学时', month, 12, '', ''])
  }
  return rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] < b[2] ? -1 : 1))
}

/** Yuan a month. */
const PAY = {
  director: { 基本工资: 22_000, 绩效工资: 12_000, 奖金基数: 30_000 },
  manager: { 基本工资: 11_000, 绩效工资: 6_000, 奖金基数: 12_000 },
  hunter: { 基本工资: 4_500, 绩效工资: 2_600 },
  farmer: { 基本工资: 4_800, 绩效工资: 2_600, 奖金基数: 4_800 },
  hr: { 基本工资: 6_800, 绩效工资: 2_000, 奖金基数: 3_000 },
}
const OWN = { QS060: { 基本工资: 7_000, 绩效工资: 3_000, 奖金基数: 5_000 }, QS006: { 基本工资: 10_500, 绩效工资: 3_600, 奖金基数: 4_500 } }
/** Base salaries from 2026 on, in percent of before. */
const RAISE = 104

/** Pay items of everybody but direct sellers, who live of what they sell. */
export function payRows() {
  return EMPLOYEE_IDS.flatMap((id) => {
    const stretch = stretchIn(id, MONTHS[0].concat('-01'), `${MONTHS.at(-1)}-30`)
    const items = OWN[id] ?? PAY[stretch.role]
    if (items === undefined) return []
    const rows = Object.entries(items).map(([item, amount]) => [id, item, amount, ''])
    const before = stretch.from === '' || stretch.from < '2026-01-01'
    return before && (stretch.until === '' || stretch.until > '2026-01-01') ? [...rows, [id, '基本工资', (items.基本工资 * RAISE) / 100, '2026-01-01']] : rows
  })
}
