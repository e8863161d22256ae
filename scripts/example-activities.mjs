/** What the people of the made-up company did beside selling: visits, the funnel, surveys, complaints, team work, what is due, and how they rate each other. */
import { addDays, daysIn, EMPLOYEE_IDS, idsOf, LAST_DAY, MONTHS, monthEnd, monthsOf, nameOf, PEOPLE, pad, partnerOn, QUARTERS, SELLER_IDS, stretchOn } from './example-people.mjs'

const MANAGERS = idsOf('manager')
const HR = idsOf('hr')
const byDay = (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)
const numbered = (prefix, width, rows) => rows.map((row, i) => [`${prefix}${pad(i + 1, width)}`, ...row])

/** So many times a month in the mean, for everybody of a list: a day on which they work here, and their role then. */
function* occasions(random, ids, often) {
  for (const month of MONTHS)
    for (const id of ids) {
      const mean = often(id, stretchOn(id, `${month}-15`)?.role)
      const times = Math.floor(mean) + (random.chance(mean - Math.floor(mean)) ? 1 : 0)
      for (let i = 0; i < times; i += 1) {
        const day = `${month}-${pad(random.between(1, daysIn(month)), 2)}`
        if (stretchOn(id, day) !== undefined) yield { id, day, role: stretchOn(id, day).role }
      }
    }
}

/** Customers that somebody could meet on a day: those whom they look after or sold to. */
function meetings(orders) {
  const known = new Map(SELLER_IDS.map((id) => [id, orders.filter((o) => o.owner === id).map((o) => ({ id: o.customer.id, since: o.day }))]))
  return (random, id, day) => {
    const list = known.get(id)
    const soon = list.filter((c) => c.since <= addDays(day, 45))
    return random.pick(soon.length > 0 ? soon : list.slice(0, 1)).id
  }
}

function visits(random, { meet, talents }) {
  const rows = []
  const often = (id, role) => ({ hunter: 12, farmer: 9, 'direct-seller': 6 })[role] * (talents.get(id).care / 100)
  for (const { id, day } of occasions(random, SELLER_IDS, (who, role) => often(who, role ?? 'farmer'))) {
    const proposal = random.chance(0.35)
    // People write names; one of them is known to everybody by another one.
    const who = id === 'QS011' && random.chance(0.5) ? '东哥' : nameOf(id)
    const result = random.pick(['成功', '成功', '成功', '待跟进', '无效'])
    rows.push([
      day,
      random.between(8, 19),
      random.pick(['00', '15', '30', '45']),
      who,
      meet(random, id, day),
      result,
      proposal ? '是' : '否',
      proposal ? random.between(5, 10) : '',
    ])
  }
  rows.sort((a, b) => byDay(a, b) || a[1] - b[1])
  return numbered(
    'BF',
    5,
    rows.map(([day, hour, minute, ...rest]) => [`${day} ${pad(hour, 2)}:${minute}`, ...rest]),
  )
}

/** A lead may become an opportunity, a quotation, and a deal won or lost; a step that did not happen has no date. */
function opportunities(random, { meet, talents }) {
  const rows = []
  for (const { id, day } of occasions(random, idsOf('hunter', 'farmer'), (_, role) => ({ hunter: 4.2, farmer: 1.8 })[role] ?? 0)) {
    const { skill } = talents.get(id)
    const next = (from, low, high) => (from === '' ? '' : addDays(from, Math.round((random.between(low, high) * 100) / skill)))
    const known = (date) => (date > LAST_DAY ? '' : date)
    const opened = known(random.chance(0.78) ? next(day, 2, 20) : '')
    const quoted = known(random.chance(0.78) ? next(opened, 3, 25) : '')
    const closed = known(random.chance(0.88) ? next(quoted, 3, 40) : '')
    const result = closed === '' ? '' : random.chance(0.55 * (skill / 100)) ? '赢单' : '输单'
    rows.push([day, meet(random, id, day), id, opened, quoted, closed, result, String(random.between(8, 180) * 1000)])
  }
  return numbered(
    'SJ',
    5,
    rows.sort(byDay).map(([day, customer, id, ...rest]) => [customer, id, day, ...rest]),
  )
}

function surveys(random, { meet, talents }) {
  const rows = []
  for (const { id, day } of occasions(random, SELLER_IDS, () => 0.9)) {
    const good = Math.round((talents.get(id).care - 100) / 30)
    rows.push([day, '客户', id, meet(random, id, day), Math.max(3, Math.min(10, random.between(6, 10) + good)), partnerOn(stretchOn(id, day).unit, day)])
  }
  for (const quarter of QUARTERS)
    for (const id of EMPLOYEE_IDS) {
      const day = `${monthsOf(quarter).at(-1)}-15`
      const stretch = stretchOn(id, day)
      if (stretch !== undefined && random.chance(0.85)) rows.push([day, '员工', id, '', random.between(6, 10), partnerOn(stretch.unit, day)])
    }
  return numbered(
    'WJ',
    4,
    rows.sort(byDay).map(([day, kind, id, customer, score, partner]) => [kind, id, customer, day, score, partner]),
  )
}

function voices(random, { meet, talents }) {
  const rows = []
  for (const { id, day } of occasions(random, SELLER_IDS, () => 0.3)) {
    const isComplaint = random.chance(0.45 - (talents.get(id).care - 100) / 150)
    rows.push([day, meet(random, id, day), id, isComplaint ? '投诉' : '表扬', isComplaint && random.chance(0.14) ? '是' : '否'])
  }
  return numbered('KS', 4, rows.sort(byDay))
}

function teamRows(random) {
  const list = (often, make) => [...occasions(random, SELLER_IDS, (_, role) => often(role))].map(({ id, day }) => make(id, day)).sort(byDay)
  const expenses = list(
    (role) => (role === 'direct-seller' ? 0.3 : 1.4),
    (id, day) => [day, id, random.pick(['差旅', '招待', '样机']), (random.between(8000, 320000) / 100).toFixed(2)],
  )
  const shares = list(
    () => 0.3,
    (id, day) => [day, nameOf(id), random.pick(['水质检测实操', '酒店行业打法', '报价技巧', '老客回访话术', '社区体验日', '竞品对比'])],
  )
  const passed = list(
    () => 0.2,
    (id, day) => [day, nameOf(id), nameOf(random.pick(SELLER_IDS.filter((other) => other !== id && stretchOn(other, day) !== undefined)))],
  )
  return { expenses: numbered('FY', 4, expenses), shares: numbered('FX', 4, shares), passed: numbered('ZJ', 4, passed) }
}

/** An interview planned each month with each seller; some are late, some did not happen. */
function interviews(random) {
  const late = new Map(MANAGERS.map((id) => [id, random.between(6, 22) / 100]))
  return MONTHS.flatMap((month) =>
    SELLER_IDS.flatMap((id) => {
      const planned = `${month}-10`
      const manager = stretchOn(id, planned)?.manager
      if (manager === undefined) return []
      const on = random.chance(0.04) ? '' : addDays(planned, random.chance(late.get(manager)) ? random.between(1, 6) : random.between(-4, 0))
      return [[`${month}-${id}`, manager, id, planned, on]]
    }),
  )
}

/** A step and a form are due every month; somebody of human resources sees to it. */
function tasks(random) {
  return MONTHS.flatMap((month) =>
    EMPLOYEE_IDS.flatMap((id) => {
      const due = `${month}-20`
      const stretch = stretchOn(id, due)
      if (stretch === undefined) return []
      const partner = partnerOn(stretch.unit, due)
      return ['流程', '表单'].map((kind) => {
        const done = random.chance(0.05) ? '' : addDays(due, random.chance(0.08) ? random.between(1, 4) : random.between(-6, 0))
        return [`${month}-${id}-${kind}`, kind, id, due, done, partner]
      })
    }),
  )
}

/** Who was on board at each month's end, and who left in the month. */
function headcount() {
  return MONTHS.flatMap((month) =>
    EMPLOYEE_IDS.flatMap((id) => {
      const end = monthEnd(month)
      if (stretchOn(id, end) !== undefined) return [[end, id, '在岗']]
      const last = PEOPLE.find((p) => p.id === id && p.until !== '' && addDays(p.until, -1).slice(0, 7) === month)
      return last === undefined ? [] : [[addDays(last.until, -1), id, '离职']]
    }),
  )
}

/** Market sizes by the regional managers, hours of training and mistakes in the payroll by human resources. */
function entered(random) {
  const usual = { QS002: 5200, QS003: 4700, QS004: 3900, QS005: 4300 }
  return QUARTERS.flatMap((quarter) => {
    const markets = Object.entries(usual).map(([id, middle]) => ['市场规模', id, quarter, random.around(middle, 0.2) * 10_000, '行业协会季度估算'])
    const hours = monthsOf(quarter).flatMap((month) =>
      HR.filter((id) => stretchOn(id, `${month}-28`) !== undefined).map((id) => ['培训学时', id, month, random.around(12, 0.6), '']),
    )
    const there = HR.filter((id) => stretchOn(id, `${monthsOf(quarter)[2]}-28`) !== undefined)
    return [...markets, ...hours, ...there.map((id) => ['薪酬差错数', id, quarter, random.pick([0, 0, 0, 1, 1, 2]), ''])]
  })
}

/** Colleagues and the manager rate each seller once a quarter, on the quarter's last day. */
function ratings(random, { talents }) {
  return QUARTERS.flatMap((quarter) =>
    SELLER_IDS.flatMap((id) => {
      const day = monthEnd(monthsOf(quarter)[2])
      const stretch = stretchOn(id, day)
      if (stretch === undefined) return []
      const good = Math.round((talents.get(id).care - 100) / 5)
      const mark = (low, high) => Math.max(40, Math.min(100, random.between(low, high) + good))
      const peers = SELLER_IDS.filter((other) => other !== id && stretchOn(other, day)?.manager === stretch.manager)
      const rows = [['协作评分', id, stretch.manager, '上级', day, mark(70, 94), '']]
      const count = Math.min(peers.length, random.between(0, 2))
      for (let i = 0; i < count; i += 1) rows.push(['协作评分', id, peers[(i * 3 + random.between(0, 2)) % peers.length], '同事', day, mark(66, 98), i === 1 ? '响应很快' : ''])
      return rows.filter((row, i) => rows.findIndex((other) => other[2] === row[2]) === i)
    }),
  )
}

/** Everything beside sales as files. */
export function activityFiles(random, orders, talents) {
  const about = { meet: meetings(orders), talents }
  const { expenses, shares, passed } = teamRows(random)
  return [
    { path: 'data/拜访.csv', header: ['拜访编号', '时间', '业务员', '客户', '结果', '提交方案', '方案评分'], rows: visits(random, about) },
    { path: 'data/商机.csv', header: ['商机号', '客户', '业务员', '线索日', '商机日', '报价日', '关闭日', '结果', '预计金额'], rows: opportunities(random, about) },
    { path: 'data/问卷.csv', header: ['问卷号', '类型', '员工', '客户', '日期', '得分', '人力对口人'], rows: surveys(random, about) },
    { path: 'data/客诉.csv', header: ['编号', '日期', '客户', '业务员', '类型', '严重'], rows: voices(random, about) },
    { path: 'data/费用.csv', header: ['单号', '日期', '员工', '类型', '金额'], rows: expenses },
    { path: 'data/分享.csv', header: ['编号', '日期', '员工', '主题'], rows: shares },
    { path: 'data/转介.csv', header: ['编号', '日期', '转出人', '接手人'], rows: passed },
    { path: 'data/面谈.csv', header: ['编号', '经理', '员工', '计划日', '实际日'], rows: interviews(random) },
    { path: 'data/任务.csv', header: ['编号', '类型', '员工', '应完成日', '完成日', '人力对口人'], rows: tasks(random) },
    { path: 'data/人员月报.csv', header: ['日期', '员工', '状态'], rows: headcount() },
    { path: 'entered.csv', header: ['measure', 'employee', 'date', 'value', 'note'], rows: entered(random) },
    { path: 'ratings.csv', header: ['measure', 'employee', 'rater', 'source', 'date', 'score', 'comment'], rows: ratings(random, about) },
  ]
}
