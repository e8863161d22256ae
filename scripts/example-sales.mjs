/** What was sold, paid and returned in the made-up company. */
import { addDays, daysBetween, daysIn, joined, LAST_DAY, left, monthsOf, nameOf, pad, QUARTERS, SELLER_IDS, stretchOn, UNITS } from './example-people.mjs'
import { OPENING, PRODUCTS, seasonOf, USUAL } from './example-world.mjs'

/** Yuan for one unit in the export price list: fixed for the year, unlike the dated rates that convert an order. */
const LIST_RATE = { CNY: 1, USD: 7, SGD: 5.4 }
const GOODS = {
  hunter: ['P01', 'P02', 'P02', 'P03', 'P03', 'P05', 'P09', 'P10'],
  farmer: ['P01', 'P02', 'P05', 'P06', 'P07', 'P07', 'P08', 'P10', 'P10'],
  'direct-seller': ['P04', 'P04', 'P06', 'P08'],
}
const product = (id) => PRODUCTS.find((p) => p.id === id)
const dayIn = (random, month, from, until) => {
  const first = from > `${month}-01` ? Number(from.slice(8)) : 1
  const last = until !== '' && until <= `${month}-${pad(daysIn(month), 2)}` ? Number(until.slice(8)) - 1 : daysIn(month)
  return `${month}-${pad(random.between(first, last), 2)}`
}

/** One or two lines of about so many yuan together, at a discount of up to so many percent. */
function orderLines(random, { role, yuan, currency, discount }) {
  const ids = [random.pick(GOODS[role])]
  if (random.chance(0.5))
    ids.push(
      ...GOODS[role]
        .filter((id) => id !== ids[0])
        .slice(random.between(0, 2))
        .slice(0, 1),
    )
  return ids.map((id, i) => {
    const { price } = product(id)
    const part = ids.length === 1 ? 1 : i === 0 ? 0.75 : 0.25
    const quantity = Math.max(1, Math.round((yuan * part) / price))
    const cents = Math.round((price * (100 - random.between(0, discount))) / LIST_RATE[currency])
    return { product: id, quantity, cents, price: (cents / 100).toFixed(2) }
  })
}

/** Share of a month that someone works in, and how far a newcomer has got: half of what is usual at first. */
function presence(id, month) {
  const days = Array.from({ length: daysIn(month) }, (_, i) => `${month}-${pad(i + 1, 2)}`).filter((day) => stretchOn(id, day) !== undefined).length
  if (days === 0) return 0
  const since = joined(id)
  const months = since === '' ? 99 : Math.floor(daysBetween(since, `${month}-28`) / 30)
  return (days / daysIn(month)) * Math.min(1, 0.55 + 0.15 * months)
}

/** How a region fares, in percent. */
const REGION = { 总部: 100, 华东: 97, 华南: 92, 西南: 103, 华北: 107 }
/** Hunters mostly find customers, farmers hardly ever, direct sellers every other time. */
const FRESH = { hunter: 0.6, farmer: 0.06, 'direct-seller': 0.42 }
const SIZES = { hunter: [14, 30, 45, 70, 100], farmer: [6, 12, 20, 30, 48], 'direct-seller': [1, 2, 3, 5, 8] }

function monthOrders(random, { id, month, book, talent, luck }) {
  const at = presence(id, month)
  if (at === 0) return []
  const { role } = stretchOn(id, stretchOn(id, `${month}-28`) === undefined ? `${month}-01` : `${month}-28`)
  const plan = random.around((USUAL[role] * talent.skill * seasonOf(month) * luck * at) / 1_000_000, 0.75)
  const orders = []
  let sum = 0
  for (let tries = 0; sum < plan * 0.93 && tries < 40; tries += 1) {
    const yuan = Math.min(random.pick(SIZES[role]) * random.between(700, 1300), Math.max(plan - sum, 1500))
    const day = dayIn(random, month, joined(id), left(id))
    const known = book.list(id)
    const isFresh = known.length === 0 || random.chance(FRESH[stretchOn(id, day).role])
    const customer = isFresh ? book.fresh(id, day) : random.pick(known)
    const currency = customer.region !== '海外' ? 'CNY' : customer.place === '新加坡' ? 'SGD' : 'USD'
    const lines = orderLines(random, { role, yuan, currency, discount: talent.discount })
    const cents = lines.reduce((total, l) => total + l.cents * l.quantity, 0)
    sum += (cents / 100) * LIST_RATE[currency]
    const presales = currency === 'CNY' && role !== 'direct-seller' && id !== 'QS017' && random.chance(0.03) ? 'QS017' : ''
    orders.push({ id: '', day: customer.since > day ? customer.since : day, owner: id, customer, currency, from: origin(random, isFresh, role), presales, lines, cents })
  }
  return orders
}

function origin(random, isFresh, role) {
  if (role === 'direct-seller') return random.pick(isFresh ? ['转介绍', '转介绍', '自拓'] : ['自拓', '转介绍'])
  return random.pick(isFresh ? ['自拓', '自拓', '网络', '转介绍', '同事转介'] : ['自拓', '自拓', '自拓', '转介绍'])
}

/** The last order that the old system had of each customer: so they are known not to be new. */
function opening(random, book) {
  return book.all
    .filter((c) => c.since.startsWith(OPENING))
    .map((customer) => {
      const { role } = stretchOn(customer.owner, customer.since)
      const lines = orderLines(random, { role, yuan: 1000 * random.pick(SIZES[role]), currency: 'CNY', discount: 8 })
      return {
        id: '',
        day: customer.since,
        owner: customer.owner,
        customer,
        currency: 'CNY',
        from: '自拓',
        presales: '',
        lines,
        cents: lines.reduce((sum, l) => sum + l.cents * l.quantity, 0),
      }
    })
}

/** All orders by day, with those of the old system before them. */
export function makeOrders(random, book, talents) {
  const list = opening(random, book)
  for (const quarter of QUARTERS) {
    // Somebody's good and bad quarters, in percent.
    const luck = new Map(SELLER_IDS.map((id) => [id, random.around(100, 0.7)]))
    // The best quarter of the best seller is the last one: the one that is looked at first.
    if (quarter === QUARTERS.at(-1)) luck.set('QS011', 113)
    const tide = new Map(UNITS.map(([unit]) => [unit, random.around(REGION[unit], 0.16)]))
    for (const month of monthsOf(quarter)) {
      book.handOver(month)
      for (const id of SELLER_IDS)
        list.push(...monthOrders(random, { id, month, book, talent: talents.get(id), luck: (luck.get(id) * tide.get(stretchOn(id, `${month}-01`)?.unit ?? '总部')) / 100 }))
    }
  }
  list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  list.forEach((o, i) => {
    o.id = `QSO-${o.day.slice(2, 4)}${o.day.slice(5, 7)}-${pad(i + 1, 4)}`
  })
  return list
}

/** One or two receipts an order, later than the order by up to eighty days; some are still open. Families pay at once. */
function receipts(random, list, talents) {
  const rows = []
  for (const o of list) {
    if (o.day.startsWith(OPENING)) continue
    const { care } = talents.get(o.owner)
    const direct = stretchOn(o.owner, o.day).role === 'direct-seller'
    const parts = !direct && random.chance(0.3) ? [Math.floor(o.cents * 0.4), o.cents - Math.floor(o.cents * 0.4)] : [o.cents]
    let day = o.day
    for (const cents of parts) {
      day = addDays(day, direct ? random.between(0, 2) : Math.floor((random.between(0, 40) * 130) / (care + 30)))
      if (day > LAST_DAY || random.chance(direct ? 0 : 0.03)) continue
      rows.push([`HK${pad(rows.length + 1, 5)}`, day, o.id, (cents / 100).toFixed(2), o.currency])
    }
  }
  return rows
}

function refunds(random, list) {
  return list
    .filter((o) => !o.day.startsWith(OPENING) && random.chance(0.025))
    .flatMap((o) => {
      const day = addDays(o.day, random.between(5, 45))
      return day > LAST_DAY ? [] : [[day, o.id, (Math.floor(o.cents / random.between(2, 5)) / 100).toFixed(2), o.currency, random.pick(['质量', '延误', '重复下单'])]]
    })
    .map((row, i) => [`TK${pad(i + 1, 3)}`, ...row])
}

/** Some orders are shared with a colleague; the owner keeps the rest. A few shares are overlays, counted beyond the owner's 100 %. */
function splits(random, list) {
  return list
    .filter((o) => !o.day.startsWith(OPENING) && stretchOn(o.owner, o.day).role !== 'direct-seller' && random.chance(0.05))
    .map((o, i) => {
      const partner = random.pick(SELLER_IDS.filter((id) => id !== o.owner && !['direct-seller', undefined].includes(stretchOn(id, o.day)?.role)))
      return i % 5 === 4 ? [o.id, nameOf(partner), '25', '是'] : [o.id, nameOf(partner), random.pick(['30', '40', '33.33']), '否']
    })
}

/** Orders with their lines, receipts, refunds and shares as files. */
export function salesFiles(random, list, talents) {
  return [
    {
      path: 'data/订单.csv',
      header: ['订单号', '日期', '客户', '业务员', '金额', '币种', '来源', '售前'],
      rows: list.map((o) => [o.id, o.day, o.customer.id, o.owner, (o.cents / 100).toFixed(2), o.currency, o.from, o.presales]),
    },
    {
      path: 'data/订单行.csv',
      header: ['订单号', '行号', '产品', '数量', '单价', '币种'],
      rows: list.flatMap((o) => o.lines.map((l, i) => [o.id, i + 1, l.product, l.quantity, l.price, o.currency])),
    },
    { path: 'data/回款.csv', header: ['回款单号', '到账日期', '订单号', '金额', '币种'], rows: receipts(random, list, talents) },
    { path: 'data/退款.csv', header: ['退款单号', '日期', '订单号', '金额', '币种', '原因'], rows: refunds(random, list) },
    { path: 'data/分成.csv', header: ['订单号', '员工', '比例', '叠加'], rows: splits(random, list) },
  ]
}
