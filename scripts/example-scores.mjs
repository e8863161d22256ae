/** What people are judged by in the shipped example, said once more in plain arithmetic: reading it next to schemes/*.yaml shows what each line means. */
import { add, compare, div, fraction, mul, parse, round, sub, sum, whole, ZERO } from './exact.mjs'
import { HUNDRED, read } from './example-facts.mjs'
import { measuresOf } from './example-measures.mjs'
import { proratedTarget, roleIn, targetOf, tenure, unitIn } from './example-targets.mjs'

const number = (n) => parse(String(n))
const most = (points, limit) => (limit !== undefined && compare(points, number(limit)) > 0 ? number(limit) : points)
const least = (points, limit) => (limit !== undefined && compare(points, number(limit)) < 0 ? number(limit) : points)

// ——— rules: from the actual and the target to points, 100 for what is asked; undefined where there is no data ———

const linear =
  (cap, threshold = 0) =>
  ({ reached }) => {
    if (reached === null) return undefined
    return most(compare(reached, number(threshold)) < 0 ? ZERO : reached, cap)
  }
/** From worst to best, at least 0. */
const range =
  (worst, best, cap) =>
  ({ actual }) =>
    actual === null ? undefined : most(least(mul(div(sub(actual, number(worst)), number(best - worst)), HUNDRED), 0), cap)
/** Points of the first band whose upper bound lies above. */
const bands = (of, list) => (line) => (line[of] === null ? undefined : number(list.find(([to]) => to === null || compare(line[of], number(to)) < 0)[1]))
const lower =
  (floor, cap) =>
  ({ actual, target }) => {
    if (actual === null) return undefined
    return actual.n <= 0n ? number(cap) : most(least(mul(div(target, actual), HUNDRED), floor), cap)
  }
/** Straight lines between points. */
export function along(points, x) {
  if (compare(x, number(points[0][0])) <= 0) return number(points[0][1])
  const i = points.findIndex(([at]) => compare(x, number(at)) <= 0)
  if (i < 0) return number(points.at(-1)[1])
  const [[a, from], [b, to]] = [points[i - 1], points[i]].map((p) => p.map(number))
  return add(from, div(mul(sub(x, a), sub(to, from)), sub(b, a)))
}
const curve =
  (points) =>
  ({ actual }) =>
    actual === null ? undefined : along(points, actual)
const bonus =
  (each, { floor, cap }) =>
  ({ actual }) =>
    most(least(mul(number(each), actual), floor), cap)

/** A line: its id, measure, weight, rule; `prorate`d or `fixed` target; what is given without data (skipped where nothing is said). */
const line = (id, measure, weight, rule, more = {}) => ({ id, measure, weight, rule, ...more })
const beside = (id, measure, rule) => ({ id, measure, weight: 0, rule, isBeside: true })
const gate = (id, measure, allowed, limit) => ({ id, measure, weight: 0, gate: { allowed, limit } })
const SERIOUS = gate('严重投诉', '严重投诉数', 0, 74.99)
const prorate = true

const VISITS = bands('reached', [
  [60, 0],
  [80, 60],
  [100, 85],
  [120, 100],
  [null, 115],
])
const hunterLines = (marginWeight) => [
  line('销售额', '销售额', 35, linear(150, 50), { prorate }),
  line('新客户', '新客户数', 20, linear(140), { prorate }),
  line('毛利率', '毛利率', marginWeight, range(20, 37, 120)),
  line('拜访', '拜访数', 15, VISITS, { prorate }),
  line('协作', '协作评分', 10, range(50, 85, 120)),
]
const SHARING = beside('分享', '知识分享数', bonus(1, { cap: 3 }))

const HUNTER = {
  scheme: '新客开拓',
  lines: [...hunterLines(10), line('周期', '销售周期', 10, lower(0, 130), { fixed: 48 }), SHARING, SERIOUS],
  periods: { '2026-Q1': { 销售额: 50, 新客户: 15, 毛利率: 5, 拜访: 15, 协作: 10, 周期: 5 } },
  newcomers: { 销售额: 15, 新客户: 30, 毛利率: 10, 拜访: 30, 协作: 10, 周期: 5 },
}
/** From the third quarter of 2026 on the margin weighs 20 and the cycle nothing. */
const HUNTER_LATER = {
  scheme: '新客开拓@2026-07-01',
  lines: [...hunterLines(20), SHARING, SERIOUS],
  newcomers: { 销售额: 15, 新客户: 30, 毛利率: 15, 拜访: 30, 协作: 10 },
}
const FARMER = {
  scheme: '老客维护',
  lines: [
    line('回款', '回款额', 30, linear(140, 50), { prorate, without: 0 }),
    line('老客销售', '老客户销售额', 20, linear(140), { prorate }),
    line(
      '留存率',
      '留存率',
      20,
      curve([
        [40, 50],
        [60, 80],
        [80, 105],
        [100, 125],
      ]),
    ),
    line('满意度', '客户满意度', 10, range(5, 8.5, 120)),
    line('投诉率', '投诉率', 10, lower(40, 110), { fixed: 0.03, without: 100 }),
    line('协作', '协作评分', 10, range(50, 85, 120)),
    beside('转介绍', '转介绍订单数', bonus(0.25, { cap: 2 })),
    SERIOUS,
  ],
  periods: { '2026-Q1': { 回款: 25, 老客销售: 35, 留存率: 10, 满意度: 10, 投诉率: 10, 协作: 10 } },
  newcomers: { 回款: 20, 老客销售: 10, 留存率: 25, 满意度: 20, 投诉率: 10, 协作: 15 },
}
const MANAGER = {
  scheme: '销售经理',
  lines: [
    line('团队销售', '团队销售额', 40, linear(140, 60)),
    line('团队新客户', '团队新客户数', 15, linear(130)),
    line('团队毛利率', '团队毛利率', 15, range(25, 40, 120)),
    line(
      '团队收款率',
      '团队收款率',
      10,
      curve([
        [60, 40],
        [90, 95],
        [110, 120],
      ]),
    ),
    line('人员流失', '人员流失率', 10, range(25, 0, 100)),
    line(
      '面谈',
      '面谈按时率',
      10,
      bands('actual', [
        [70, 40],
        [85, 80],
        [95, 100],
        [null, 115],
      ]),
    ),
    gate('严重投诉', '团队严重投诉数', 2, 89.99),
  ],
  periods: { '2026-Q1': { 团队销售: 55, 团队新客户: 10, 团队毛利率: 10, 团队收款率: 5, 人员流失: 10, 面谈: 10 } },
}
const DIRECTOR = {
  scheme: '销售总监',
  lines: [
    line('公司销售', '团队销售额', 45, linear(140, 70)),
    line('公司毛利率', '团队毛利率', 20, range(25, 40, 120)),
    line('公司新客户', '团队新客户数', 15, linear(130)),
    line('人员流失', '人员流失率', 10, range(15, 0, 100)),
    line('员工满意', '员工满意度', 10, range(5, 8, 120)),
    gate('严重投诉', '团队严重投诉数', 6, 89.99),
  ],
}
const HR = {
  scheme: '人力资源',
  lines: [
    line(
      '流程',
      '对口流程按时率',
      35,
      curve([
        [70, 50],
        [85, 90],
        [95, 115],
        [100, 130],
      ]),
    ),
    line('表单', '对口表单完成率', 20, range(70, 96, 115)),
    line('满意度', '对口员工满意度', 25, range(5, 8, 125)),
    line('培训', '培训学时', 20, linear(130), { prorate }),
    beside('差错', '薪酬差错数', bonus(-3, { floor: -9 })),
    gate('差错过多', '薪酬差错数', 3, 74.99),
  ],
}
const DIRECT_SELLER = {
  scheme: '直销顾问',
  lines: [
    line('个人零售', '销售额', 50, linear(150, 40), { prorate }),
    line('新联系人', '新联系人数', 20, linear(130), { prorate }),
    line('转介绍', '转介绍订单数', 20, linear(130), { prorate }),
    line('满意度', '客户满意度', 10, range(5, 8.5, 120)),
    SHARING,
    SERIOUS,
  ],
  periods: { '2026-Q1': { 个人零售: 60, 新联系人: 15, 转介绍: 15, 满意度: 10 } },
  newcomers: { 个人零售: 30, 新联系人: 35, 转介绍: 25, 满意度: 10 },
}
const SCHEMES = { hunter: HUNTER, farmer: FARMER, manager: MANAGER, director: DIRECTOR, hr: HR, 'direct-seller': DIRECT_SELLER }
const NEWCOMER_MONTHS = 6
const GRADES = [
  ['S', 115, '1.5'],
  ['A', 105, '1.2'],
  ['B', 90, '1'],
  ['C', 75, '0.8'],
  ['D', -1_000_000, '0.5'],
]

const factors = read('factors.csv')
const parents = new Map(read('units.csv').map((u) => [u.id, u.parent]))
/** What outside causes multiply: the row of the person's unit, else that of the unit above it; one that names the scheme goes first. */
function factorOf(id, quarter, scheme, line) {
  for (let unit = unitIn(id, quarter); unit !== undefined && unit !== ''; unit = parents.get(unit)) {
    const rows = factors.filter((f) => f.period === quarter && f.unit === unit && f.line === line && (f.scheme === '' || f.scheme === scheme.split('@')[0]))
    const row = rows.find((f) => f.scheme !== '') ?? rows[0]
    if (row !== undefined) return parse(row.factor)
  }
  return whole(1)
}

/** One line of a person's score: state, weight, target, actual, points. */
function judged(rule, { id, role, quarter, scheme, weight }) {
  const actual = measuresOf(id, quarter)[rule.measure]
  const needs = rule.fixed !== undefined || rule.prorate || ['团队销售额', '团队新客户数'].includes(rule.measure)
  const isTargeted = needs && rule.gate === undefined && !rule.isBeside
  const target = !isTargeted
    ? null
    : rule.fixed !== undefined
      ? number(rule.fixed)
      : rule.prorate
        ? proratedTarget(id, rule.measure, [role], quarter)
        : targetOf(id, rule.measure, quarter)
  const reached = actual === null || target === null || target.n <= 0n ? null : mul(round(div(actual, target), 16), HUNDRED)
  const line = { line: rule.id, weight: whole(weight), target, actual }
  if (rule.gate !== undefined) return { ...line, points: null, state: compare(actual, number(rule.gate.allowed)) <= 0 ? 'passed' : 'failed' }
  const points = rule.rule({ actual, target, reached })
  if (points !== undefined) return { ...line, points: mul(points, factorOf(id, quarter, scheme, rule.id)), state: 'scored' }
  if (rule.without === undefined) return { ...line, points: null, state: 'skipped' }
  return { ...line, points: whole(rule.without), state: rule.without === 0 ? 'zero' : 'full' }
}

const known = new Map()
/** Scheme, score, grade, coefficient and lines of a person in a quarter; null for who did not work in it. */
export function scoreOf(id, quarter) {
  const key = `${id} ${quarter}`
  if (!known.has(key)) known.set(key, scored(id, quarter))
  return known.get(key)
}

function scored(id, quarter) {
  const role = roleIn(id, quarter)
  if (role === null) return null
  const scheme = role === 'hunter' && quarter >= '2026-Q3' ? HUNTER_LATER : SCHEMES[role]
  const months = tenure(id, quarter)
  const other = months !== null && months < NEWCOMER_MONTHS && scheme.newcomers ? scheme.newcomers : scheme.periods?.[quarter]
  const lines = scheme.lines.map((rule) => ({
    rule,
    ...judged(rule, { id, role, quarter, scheme: scheme.scheme, weight: other === undefined || rule.weight === 0 ? rule.weight : (other[rule.id] ?? 0) }),
  }))
  const weighed = lines.filter((l) => l.points !== null && !l.rule.isBeside)
  const average = div(sum(weighed.map((l) => mul(l.weight, l.points))), sum(weighed.map((l) => l.weight)))
  const added = add(round(average, 16), sum(lines.flatMap((l) => (l.rule.isBeside ? [l.points] : []))))
  const limits = lines.flatMap((l) => (l.state === 'failed' ? [l.rule.gate.limit] : []))
  const score = round(
    limits.reduce((points, limit) => most(points, limit), mul(added, factorOf(id, quarter, scheme.scheme, ''))),
    2,
  )
  const [grade, , coefficient] = GRADES.find(([, from]) => compare(score, fraction(BigInt(from))) >= 0)
  return { scheme: scheme.scheme, score, grade, coefficient: parse(coefficient), lines }
}
