/** The records of the made-up company: what was sold, paid, returned, visited, asked and rated. */
import { addDays, EMPLOYEE_IDS, FIRST_DAY, LAST_DAY, MONTHS, monthEnd, nameOf, PEOPLE, PRODUCTS, pad, QUARTERS, SELLER_IDS, stretchOn } from './example-world.mjs'

const roleOf = (id) => PEOPLE.find((p) => p.id === id).role
/** Yuan for one unit in the export price list: fixed for the year, unlike the dated rates that convert an order. */
const LIST_RATE = { CNY: 1, USD: 7, SGD: 5.4 }

/** Whom someone sells to: direct sellers to families, QS022 and QS026 also overseas, everybody else in the region they sit in on that day. */
function customersFor(id, day, everyone) {
  const all = everyone.filter((c) => c.since <= day)
  if (roleOf(id) === 'direct-seller') return all.filter((c) => c.industry === '家庭')
  const region = stretchOn(id, day).unit
  const own = all.filter((c) => c.region === region && c.industry !== '家庭')
  return id === 'QS022' || id === 'QS026' ? [...all.filter((c) => c.region === '海外'), ...own.slice(0, 6)] : own
}

/** Hunters mostly sell to the newest customers, farmers to the oldest. */
function chooseCustomer(random, id, list) {
  const half = Math.max(1, Math.ceil(list.length / 3))
  if (roleOf(id) === 'hunter' && random.chance(0.6)) return random.pick([...list].sort((a, b) => (a.since < b.since ? 1 : -1)).slice(0, half))
  return random.pick(roleOf(id) === 'farmer' ? list.slice(0, half * 2) : list)
}

function orderLines(random, role, currency) {
  const goods =
    role === 'direct-seller'
      ? PRODUCTS.filter((p) => ['P04', 'P06', 'P08'].includes(p.id))
      : role === 'farmer'
        ? PRODUCTS.filter((p) => p.category !== '整机' || p.price < 10_000)
        : PRODUCTS
  const lines = []
  const count = random.between(1, 2)
  for (let i = 0; i < count; i += 1) {
    const product = random.pick(goods.filter((g) => !lines.some((l) => l.product.id === g.id)))
    const quantity = product.category === '滤芯' ? random.between(2, 24) : random.between(1, 4)
    // A discount of up to 12 %.
    const cents = Math.round((product.price * (100 - random.between(0, 12))) / LIST_RATE[currency])
    lines.push({ product, quantity, cents, price: (cents / 100).toFixed(2) })
  }
  return lines
}

function orders(random, all) {
  const list = []
  for (const month of MONTHS)
    for (const id of SELLER_IDS) {
      const many = roleOf(id) === 'direct-seller' ? random.between(0, 2) : random.between(0, 2) + (random.chance(0.3) ? 1 : 0)
      for (let i = 0; i < many; i += 1) {
        const day = `${month}-${pad(random.between(1, Number(monthEnd(month).slice(8))), 2)}`
        if (stretchOn(id, day) === undefined) continue
        const customer = chooseCustomer(random, id, customersFor(id, day, all))
        const currency = customer.region !== '海外' ? 'CNY' : customer.place === '新加坡' ? 'SGD' : 'USD'
        list.push({
          id: '',
          day,
          owner: id,
          customer,
          currency,
          from: random.pick(['自拓', '自拓', '网络', '转介绍', '同事转介']),
          presales: customer.region !== '海外' && id !== 'QS017' && random.chance(0.05) ? 'QS017' : '',
          lines: orderLines(random, roleOf(id), currency),
        })
      }
    }
  list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  list.forEach((o, i) => {
    o.id = `QSO-${o.day.slice(2, 4)}${o.day.slice(5, 7)}-${pad(i + 1, 4)}`
    o.cents = o.lines.reduce((sum, l) => sum + l.cents * l.quantity, 0)
  })
  return list
}

/** One or two receipts an order, later than the order by up to eighty days; some are still open. */
function receipts(random, list) {
  const rows = []
  for (const o of list) {
    const parts = random.chance(0.3) ? [Math.floor(o.cents * 0.4), o.cents - Math.floor(o.cents * 0.4)] : [o.cents]
    let day = o.day
    for (const cents of parts) {
      day = addDays(day, random.between(0, 40))
      if (day > LAST_DAY || random.chance(0.05)) continue
      rows.push([`HK${pad(rows.length + 1, 4)}`, day, o.id, (cents / 100).toFixed(2), o.currency])
    }
  }
  return rows
}

function refunds(random, list) {
  return list
    .filter(() => random.chance(0.06))
    .flatMap((o, i) => {
      const day = addDays(o.day, random.between(5, 45))
      return day > LAST_DAY
        ? []
        : [[`TK${pad(i + 1, 3)}`, day, o.id, (Math.floor(o.cents / random.between(2, 5)) / 100).toFixed(2), o.currency, random.pick(['质量', '延误', '重复下单'])]]
    })
}

/** Some orders are shared with a colleague; the owner keeps the rest. A few shares are overlays, counted beyond the owner's 100 %. */
function splits(random, list) {
  return list
    .filter((o) => roleOf(o.owner) !== 'direct-seller' && random.chance(0.07))
    .map((o, i) => {
      const partner = random.pick(SELLER_IDS.filter((id) => id !== o.owner && roleOf(id) !== 'direct-seller' && stretchOn(id, o.day) !== undefined))
      return i % 5 === 4 ? [o.id, nameOf(partner), '25', '是'] : [o.id, nameOf(partner), random.pick(['30', '40', '33.33']), '否']
    })
}

/** Orders with their lines, receipts, refunds and shares. */
export function salesStories(random, all) {
  const list = orders(random, all)
  return [
    {
      path: 'data/订单.csv',
      header: ['订单号', '日期', '客户', '业务员', '金额', '币种', '来源', '售前'],
      rows: list.map((o) => [o.id, o.day, o.customer.id, o.owner, (o.cents / 100).toFixed(2), o.currency, o.from, o.presales]),
    },
    {
      path: 'data/订单行.csv',
      header: ['订单号', '行号', '产品', '数量', '单价', '币种'],
      rows: list.flatMap((o) => o.lines.map((l, i) => [o.id, i + 1, l.product.id, l.quantity, l.price, o.currency])),
    },
    { path: 'data/回款.csv', header: ['回款单号', '到账日期', '订单号', '金额', '币种'], rows: receipts(random, list) },
    { path: 'data/退款.csv', header: ['退款单号', '日期', '订单号', '金额', '币种', '原因'], rows: refunds(random, list) },
    { path: 'data/分成.csv', header: ['订单号', '员工', '比例', '叠加'], rows: splits(random, list) },
  ]
}

/** Days between two, at random, on which the person works here. */
function workDay(random, id, from = FIRST_DAY, span = 456) {
  const day = addDays(from, random.between(0, span))
  return day <= LAST_DAY && stretchOn(id, day) !== undefined ? day : null
}

function visits(random, all) {
  const rows = []
  for (let i = 0; i < 460; i += 1) {
    const id = random.pick(SELLER_IDS)
    const day = workDay(random, id)
    if (day === null) continue
    const proposal = random.chance(0.35)
    // People write names; one of them is known to everybody by another one.
    const who = id === 'QS011' && random.chance(0.5) ? '东哥' : nameOf(id)
    rows.push([
      day,
      random.between(8, 23),
      random.pick(['00', '15', '30', '45']),
      who,
      random.pick(customersFor(id, day, all)).id,
      random.pick(['成功', '成功', '待跟进', '无效']),
      proposal ? '是' : '否',
      proposal ? random.between(5, 10) : '',
    ])
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
  return rows.map(([day, hour, minute, ...rest], i) => [`BF${pad(i + 1, 4)}`, `${day} ${pad(hour, 2)}:${minute}`, ...rest])
}

/** A lead may become an opportunity, a quotation, and a deal won or lost; a step that did not happen has no date. */
function opportunities(random, all) {
  const rows = []
  for (let i = 0; i < 190; i += 1) {
    const id = random.pick(SELLER_IDS.filter((s) => roleOf(s) !== 'direct-seller'))
    const lead = workDay(random, id)
    if (lead === null) continue
    const next = (day, low, high) => (day === '' ? '' : addDays(day, random.between(low, high)))
    const known = (day) => (day > LAST_DAY ? '' : day)
    const opened = known(random.chance(0.75) ? next(lead, 2, 20) : '')
    const quoted = known(random.chance(0.75) ? next(opened, 3, 25) : '')
    const closed = known(random.chance(0.85) ? next(quoted, 3, 40) : '')
    rows.push([
      lead,
      random.pick(customersFor(id, lead, all)).id,
      id,
      opened,
      quoted,
      closed,
      closed === '' ? '' : random.chance(0.6) ? '赢单' : '输单',
      String(random.between(8, 260) * 1000),
    ])
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  return rows.map(([lead, customer, id, ...rest], i) => [`SJ${pad(i + 1, 4)}`, customer, id, lead, ...rest])
}

function surveys(random, all) {
  const rows = []
  for (let i = 0; i < 150; i += 1) {
    const id = random.pick(SELLER_IDS)
    const day = workDay(random, id)
    if (day !== null) rows.push([`WJ${pad(rows.length + 1, 3)}`, '客户', id, random.pick(customersFor(id, day, all)).id, day, random.between(4, 10)])
  }
  for (const quarter of QUARTERS)
    for (const id of EMPLOYEE_IDS) {
      const day = `${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3, 2)}-15`
      if (stretchOn(id, day) !== undefined && random.chance(0.8)) rows.push([`WJ${pad(rows.length + 1, 3)}`, '员工', id, '', day, random.between(5, 10)])
    }
  return rows
}

function voices(random, all) {
  const rows = []
  for (let i = 0; i < 60; i += 1) {
    const id = random.pick(SELLER_IDS)
    const day = workDay(random, id)
    if (day !== null) rows.push([`KS${pad(rows.length + 1, 3)}`, day, random.pick(customersFor(id, day, all)).id, id, random.pick(['投诉', '表扬', '表扬'])])
  }
  return rows
}

function teamRows(random) {
  const pairs = (count, make) =>
    Array.from({ length: count }, () => {
      const id = random.pick(SELLER_IDS)
      const day = workDay(random, id)
      return day === null ? null : make(id, day)
    }).filter((row) => row !== null)
  const expenses = pairs(170, (id, day) => [day, id, random.pick(['差旅', '招待', '样机']), (random.between(8000, 420000) / 100).toFixed(2)]).map((r, i) => [
    `FY${pad(i + 1, 4)}`,
    ...r,
  ])
  const shares = pairs(45, (id, day) => [day, nameOf(id), random.pick(['水质检测实操', '酒店行业打法', '报价技巧', '老客回访话术'])]).map((r, i) => [`FX${pad(i + 1, 3)}`, ...r])
  const passed = pairs(30, (id, day) => [day, nameOf(id), nameOf(random.pick(SELLER_IDS.filter((x) => x !== id)))]).map((r, i) => [`ZJ${pad(i + 1, 3)}`, ...r])
  return { expenses, shares, passed }
}

/** Interviews planned each quarter with each seller; some are late, some did not happen. */
function interviews(random) {
  return QUARTERS.flatMap((quarter) =>
    SELLER_IDS.flatMap((id) => {
      const planned = `${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3 - 1, 2)}-10`
      const stretch = stretchOn(id, planned)
      if (stretch === undefined) return []
      return [[`${quarter}-${id}`, stretch.manager, id, planned, random.chance(0.1) ? '' : addDays(planned, random.between(-4, 3))]]
    }),
  )
}

function tasks(random) {
  return QUARTERS.flatMap((quarter) =>
    EMPLOYEE_IDS.flatMap((id) => {
      const due = `${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3, 2)}-20`
      if (stretchOn(id, due) === undefined) return []
      return ['流程', '表单'].map((kind) => [`${quarter}-${id}-${kind}`, kind, id, due, random.chance(0.1) ? '' : addDays(due, random.between(-6, 2))])
    }),
  )
}

/** Who was on board at each month's end, and who left in the month. */
function headcount() {
  return MONTHS.flatMap((month) =>
    EMPLOYEE_IDS.flatMap((id) => {
      const end = monthEnd(month)
      if (stretchOn(id, end) !== undefined) return [[end, id, '在岗']]
      const left = PEOPLE.find((p) => p.id === id && p.until.slice(0, 7) === month)
      return left === undefined ? [] : [[addDays(left.until, -1), id, '离职']]
    }),
  )
}

function entered(random) {
  const target = { hunter: 90_000, farmer: 70_000, 'direct-seller': 12_000 }
  return QUARTERS.flatMap((quarter) => {
    const lastDay = monthEnd(`${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3, 2)}`)
    const goals = SELLER_IDS.filter((id) => stretchOn(id, lastDay) !== undefined).map((id) => ['销售目标', id, quarter, target[roleOf(id)] + random.between(0, 20) * 1000, ''])
    const markets = ['QS002', 'QS003', 'QS004'].map((id) => ['市场规模', id, quarter, random.between(520, 880) * 10_000, '行业协会季度估算'])
    return [...goals, ...markets]
  })
}

/** Colleagues and the manager rate each seller once a quarter, on the quarter's last day. */
function ratings(random) {
  return QUARTERS.flatMap((quarter) =>
    SELLER_IDS.flatMap((id) => {
      const day = monthEnd(`${quarter.slice(0, 4)}-${pad(Number(quarter.slice(6)) * 3, 2)}`)
      const stretch = stretchOn(id, day)
      if (stretch === undefined) return []
      const peers = SELLER_IDS.filter((x) => x !== id && stretchOn(x, day)?.unit === stretch.unit)
      const rows = [['协作评分', id, stretch.manager, '上级', day, random.between(60, 100), '']]
      const count = random.between(0, 2)
      for (let i = 0; i < count; i += 1) rows.push(['协作评分', id, peers[(i * 3) % peers.length], '同事', day, random.between(50, 100), i === 1 ? '响应很快' : ''])
      return rows
    }),
  )
}

/** Everything beside sales: visits, funnel, surveys, complaints, expenses, team work, interviews, tasks, headcount, entered values, ratings. */
export function activities(random, all) {
  const { expenses, shares, passed } = teamRows(random)
  return [
    { path: 'data/拜访.csv', header: ['拜访编号', '时间', '业务员', '客户', '结果', '提交方案', '方案评分'], rows: visits(random, all) },
    { path: 'data/商机.csv', header: ['商机号', '客户', '业务员', '线索日', '商机日', '报价日', '关闭日', '结果', '预计金额'], rows: opportunities(random, all) },
    { path: 'data/问卷.csv', header: ['问卷号', '类型', '员工', '客户', '日期', '得分'], rows: surveys(random, all) },
    { path: 'data/客诉.csv', header: ['编号', '日期', '客户', '业务员', '类型'], rows: voices(random, all) },
    { path: 'data/费用.csv', header: ['单号', '日期', '员工', '类型', '金额'], rows: expenses },
    { path: 'data/分享.csv', header: ['编号', '日期', '员工', '主题'], rows: shares },
    { path: 'data/转介.csv', header: ['编号', '日期', '转出人', '接手人'], rows: passed },
    { path: 'data/面谈.csv', header: ['编号', '经理', '员工', '计划日', '实际日'], rows: interviews(random) },
    { path: 'data/任务.csv', header: ['编号', '类型', '员工', '应完成日', '完成日'], rows: tasks(random) },
    { path: 'data/人员月报.csv', header: ['日期', '员工', '状态'], rows: headcount() },
    { path: 'entered.csv', header: ['measure', 'employee', 'date', 'value', 'note'], rows: entered(random) },
    { path: 'ratings.csv', header: ['measure', 'employee', 'rater', 'source', 'date', 'score', 'comment'], rows: ratings(random) },
  ]
}
