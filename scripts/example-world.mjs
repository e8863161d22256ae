/** The goods and customers of the made-up company 青山净水, and the dice that all its files are thrown with. */
import { MONTHS, pad, SELLER_IDS, stretchOn } from './example-people.mjs'

/** A small seeded generator (mulberry32): the same seed, the same company, on every machine. */
export function randomFrom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low, high) => low + Math.floor(next() * (high - low + 1))
  return {
    /** Whole number from low to high, both included. */
    between,
    /** A whole number of which half lie within a quarter of the middle: the mean of two throws. */
    around: (middle, spread) => Math.round(middle * (1 + (spread * (between(-100, 100) + between(-100, 100))) / 20_000)),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
  }
}

/** id, name, category, price, cost from the start, and later costs by their first day. */
export const PRODUCTS = [
  ['P01', '商用净水机 A300', '整机', 6800, '4120', { '2026-01-01': '4250.5' }],
  ['P02', '商用净水机 A500', '整机', 12800, '7900', { '2026-01-01': '8130' }],
  ['P03', '直饮水站 Z8', '整机', 26800, '17300', { '2026-04-01': '16850.8' }],
  ['P04', '家用净水器 J2', '整机', 2680, '1480', { '2026-01-01': '1525.4', '2026-07-01': '1499' }],
  ['P05', '软水机 R1', '整机', 5200, '3350', {}],
  ['P06', 'PP 棉滤芯（三支装）', '滤芯', 96, '38.5', { '2026-01-01': '41.2' }],
  ['P07', 'RO 膜滤芯', '滤芯', 680, '295', { '2026-07-01': '318.6' }],
  ['P08', '活性炭滤芯', '滤芯', 158, '61', {}],
  ['P09', '安装服务', '服务', 400, '260', {}],
  ['P10', '年度维保', '服务', 2400, '1100', { '2026-01-01': '1180' }],
].map(([id, name, category, price, cost, later]) => ({ id, name, category, price, cost, later }))

/** Yuan for one unit of the currency, from a day on. */
export const RATES = MONTHS.flatMap((month, i) => [
  ['USD', `${month}-01`, (7.18 - i * 0.0135).toFixed(4)],
  ['SGD', `${month}-01`, (5.56 + (i % 4) * 0.0125).toFixed(4)],
])

/** Provinces in the order they were entered. */
const REGIONS = {
  华东: ['上海', '江苏', '浙江', '安徽', '山东'],
  华南: ['广东', '广西', '福建', '海南'],
  西南: ['四川', '重庆', '云南', '贵州'],
  华北: ['北京', '天津', '河北', '山西', '内蒙古'],
  海外: ['新加坡', '马来西亚'],
}
const FIRST = [
  '清源',
  '和悦',
  '云栖',
  '锦程',
  '嘉禾',
  '明德',
  '启航',
  '安泰',
  '润禾',
  '百川',
  '金桥',
  '星河',
  '瑞康',
  '绿洲',
  '天成',
  '海悦',
  '长风',
  '致远',
  '同济堂',
  '向阳',
  '禾木',
  '松涛',
  '东篱',
  '青屿',
  '沐光',
  '广厦',
]
const KINDS = [
  ['酒店', '酒店'],
  ['餐饮', '餐饮'],
  ['学校', '学校'],
  ['医院', '医院'],
  ['写字楼', '物业'],
  ['社区', '社区'],
]
const OVERSEAS = ['Merlion Suites', 'Orchard Clinic', 'Lion City Foods', 'Straits Academy', 'Penang Bay Hotel', 'Selangor Dental', 'Johor Offices', 'Raffles Kitchen']
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
/** Before the fifteen months: the last order that the old system had of a customer. */
export const OPENING = '2024-06'
/** Who is in charge of customers that somebody leaves behind. */
const SUCCESSOR = { QS025: 'QS024', QS019: 'QS018', QS065: 'QS064', QS013: 'QS012' }

/** All customers so far, who looks after them, and how new ones come in. */
export function customerBook(random) {
  const all = []
  const list = (id) => all.filter((c) => c.owner === id)
  const add = (owner, since, { name, industry, region }) => {
    const places = REGIONS[region]
    const months = Math.max(0, MONTHS.indexOf(since.slice(0, 7)))
    const known = Math.min(places.length, 2 + Math.floor(months / 5))
    const place = region === '海外' ? places[name.length % 2] : places[Math.min(random.between(0, known - 1), random.between(0, known))]
    const customer = { id: `C${pad(all.length + 1, 4)}`, name, industry, region, place, level: random.chance(0.2) ? '重点' : '普通', since, owner }
    all.push(customer)
    return customer
  }
  const business = (owner, since, region) => {
    const [industry, word] = KINDS[all.length % KINDS.length]
    return add(owner, since, { name: `${FIRST[(all.length * 7) % FIRST.length]}${word}${region}${pad(all.length + 1, 4)}店`, industry, region })
  }
  const family = (owner, since, region) =>
    add(owner, since, { name: `${SURNAMES[(all.length * 5) % SURNAMES.length]}${all.length % 2 === 0 ? '先生' : '女士'}家${pad(all.length + 1, 4)}`, industry: '家庭', region })
  /** A customer nobody had before. */
  const fresh = (owner, day) => {
    const { role, unit } = stretchOn(owner, day)
    return role === 'direct-seller' ? family(owner, day, unit) : business(owner, day, unit)
  }
  for (const id of SELLER_IDS) {
    const since = `${OPENING}-${pad(random.between(1, 28), 2)}`
    if (stretchOn(id, since) === undefined) continue
    const many = { hunter: 5, farmer: 15, 'direct-seller': 12 }[stretchOn(id, since).role]
    for (let i = 0; i < many; i += 1) fresh(id, `${OPENING}-${pad(random.between(1, 28), 2)}`)
  }
  for (const name of OVERSEAS) add('QS022', `${OPENING}-15`, { name, industry: /Hotel|Suites/.test(name) ? '酒店' : '写字楼', region: '海外' })
  /** From the first of a month on, customers of whoever left or moved away belong to a colleague; QS026, who comes in May 2026, gets some of QS024's and of those overseas. */
  const handOver = (month) => {
    for (const c of all) {
      const stretch = stretchOn(c.owner, `${month}-28`)
      if (c.owner in SUCCESSOR && (stretch === undefined || c.region !== stretch.unit)) c.owner = SUCCESSOR[c.owner]
    }
    if (month !== '2026-05') return
    const passed = [...list('QS024').filter((_, i) => i % 2 === 0), ...all.filter((c) => c.region === '海外').slice(0, 3)]
    for (const c of passed) c.owner = 'QS026'
  }
  return { all, list, fresh, handOver }
}

/** How good someone is at selling, in percent of what is usual, and the biggest discount they give. */
const GOOD = { QS011: 138, QS015: 121, QS021: 117, QS031: 126, QS041: 112, QS024: 110, QS045: 128, QS034: 140, QS063: 124, QS033: 116 }
const WEAK = { QS023: 72, QS019: 66, QS017: 84, QS052: 76, QS055: 74, QS043: 78, QS067: 70, QS065: 68, QS056: 86, QS053: 82 }
export function talents(random) {
  const drawn = SELLER_IDS.map((id) => [id, { skill: GOOD[id] ?? WEAK[id] ?? random.between(84, 120), discount: random.between(6, 14), care: random.between(70, 130) }])
  return new Map(drawn).set('QS011', { skill: GOOD.QS011, discount: 4, care: 135 })
}

const SEASON = { '01': 88, '02': 68, '03': 108, '04': 98, '05': 100, '06': 114, '07': 94, '08': 95, '09': 110, 10: 94, 11: 104, 12: 122 }
/** How much is sold in a month, in percent of what is usual: the season, and eight percent of growth a year. The launch of 2026-Q1 brings more. */
export const seasonOf = (month) => SEASON[month.slice(5)] + Math.floor((MONTHS.indexOf(month) * 8) / 12) + (month.startsWith('2026-0') && Number(month.slice(6)) <= 3 ? 10 : 0)
/** Yuan a month that somebody of the role is usually good for. */
export const USUAL = { hunter: 168_000, farmer: 142_000, 'direct-seller': 27_000 }
