/** The people, goods and customers of the made-up company 青山净水, and the tools the generator shares. Everything here is invented. */

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
  return {
    /** Whole number from low to high, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
  }
}

const DAY_MS = 86_400_000
export const addDays = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
export const pad = (n, width) => String(n).padStart(width, '0')

export const FIRST_DAY = '2025-07-01'
export const LAST_DAY = '2026-09-30'
/** The fifteen months of the records, as `2025-07`. */
export const MONTHS = Array.from({ length: 15 }, (_, i) => `${2025 + Math.floor((6 + i) / 12)}-${pad(((6 + i) % 12) + 1, 2)}`)
export const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
export const monthEnd = (month) => addDays(addDays(`${month}-28`, 4).slice(0, 8).concat('01'), -1)

/** One row a stretch of time: who someone is, where they sit, whom they report to. Empty dates are open. */
export const PEOPLE = [
  ['QS001', '林远山', '林总', '总部', '销售总监', 'manager', '', '', '', ''],
  ['QS002', '沈佳宁', '', '华东', '大区经理', 'manager', 'QS001', '', '', ''],
  ['QS003', '黄志强', '', '华南', '大区经理', 'manager', 'QS001', '', '', ''],
  ['QS004', '杨帆', '', '西南', '大区经理', 'manager', 'QS001', '', '', ''],
  ['QS011', '陈晓东', '东哥', '华东', '客户拓展', 'hunter', 'QS002', '', '', ''],
  ['QS012', '王思雨', '', '华东', '客户拓展', 'hunter', 'QS002', '', '', ''],
  ['QS013', '周磊', '', '华东', '客户拓展', 'hunter', 'QS002', '', '', '2026-02-01'],
  ['QS013', '周磊', '', '华南', '客户拓展', 'hunter', 'QS003', '', '2026-02-01', ''],
  ['QS014', '吴倩', '', '华东', '客户拓展', 'hunter', 'QS002', '', '2025-10-09', ''],
  ['QS015', '李文博', '', '华东', '客户维护', 'farmer', 'QS002', '', '', ''],
  ['QS016', '赵雅琴', '', '华东', '客户维护', 'farmer', 'QS002', '', '', ''],
  ['QS017', '孙立', '', '华东', '客户维护', 'farmer', 'QS002', '', '', ''],
  ['QS021', '梁俊杰', '', '华南', '客户拓展', 'hunter', 'QS003', '', '', ''],
  ['QS022', '何婉婷', '', '华南', '客户拓展', 'hunter', 'QS003', '', '', ''],
  ['QS023', '罗浩', '', '华南', '客户拓展', 'hunter', 'QS003', '', '', ''],
  ['QS024', '谢敏仪', '', '华南', '客户维护', 'farmer', 'QS003', '', '', ''],
  ['QS025', '邓国华', '', '华南', '客户维护', 'farmer', 'QS003', '', '', '2026-04-21'],
  ['QS026', '曾雨桐', '', '华南', '客户维护', 'farmer', 'QS003', '', '2026-05-06', ''],
  ['QS031', '刘洋', '', '西南', '客户拓展', 'hunter', 'QS004', '', '', ''],
  ['QS032', '唐悦', '', '西南', '客户拓展', 'hunter', 'QS004', '', '', ''],
  ['QS033', '郑楠', '', '西南', '客户维护', 'farmer', 'QS004', '', '', ''],
  ['QS034', '蒋玉梅', '', '西南', '直销顾问', 'direct-seller', 'QS004', '', '', ''],
  ['QS035', '冯春燕', '', '西南', '直销顾问', 'direct-seller', 'QS004', 'QS034', '', ''],
  ['QS036', '韩冬', '', '西南', '直销顾问', 'direct-seller', 'QS004', 'QS034', '2025-11-01', ''],
  ['QS037', '袁小曼', '', '西南', '直销顾问', 'direct-seller', 'QS004', 'QS035', '2026-01-05', ''],
].map(([id, name, alias, unit, position, role, manager, sponsor, from, until]) => ({ id, name, alias, unit, position, role, manager, sponsor, from, until }))

export const UNITS = [
  ['总部', '青山净水', ''],
  ['华东', '华东大区', '总部'],
  ['华南', '华南大区', '总部'],
  ['西南', '西南大区', '总部'],
]

/** The stretch of a person that holds on a day, or undefined before they join and after they leave. */
export const stretchOn = (id, day) => PEOPLE.find((p) => p.id === id && (p.from === '' || p.from <= day) && (p.until === '' || day < p.until))
export const EMPLOYEE_IDS = [...new Set(PEOPLE.map((p) => p.id))]
export const SELLER_IDS = EMPLOYEE_IDS.filter((id) => PEOPLE.find((p) => p.id === id).role !== 'manager')
export const nameOf = (id) => PEOPLE.find((p) => p.id === id).name

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

const REGIONS = { 华东: ['上海', '江苏', '浙江'], 华南: ['广东', '广西', '福建'], 西南: ['四川', '重庆', '云南'], 海外: ['新加坡', '马来西亚'] }
const FIRST = ['清源', '和悦', '云栖', '锦程', '嘉禾', '明德', '启航', '安泰', '润禾', '百川', '金桥', '星河', '瑞康', '绿洲', '天成', '海悦', '长风', '致远', '同济堂', '向阳']
const KINDS = [
  ['酒店', '酒店'],
  ['餐饮', '餐饮'],
  ['学校', '学校'],
  ['医院', '医院'],
  ['写字楼', '物业'],
  ['社区', '社区'],
]
const OVERSEAS = ['Merlion Suites', 'Orchard Clinic', 'Lion City Foods', 'Straits Academy', 'Penang Bay Hotel', 'Selangor Dental', 'Johor Offices', 'Raffles Kitchen']
const FAMILY = [
  '赵先生家',
  '钱女士家',
  '孙先生家',
  '李女士家',
  '周先生家',
  '吴女士家',
  '郑先生家',
  '王女士家',
  '冯先生家',
  '陈女士家',
  '褚先生家',
  '卫女士家',
  '蒋先生家',
  '沈女士家',
  '韩先生家',
  '杨女士家',
]

/** Customers of every region; a family buys from direct sellers, overseas customers pay in US dollars. */
export function customers(random) {
  const all = []
  const add = (name, industry, region, i) => {
    const places = REGIONS[region]
    const place = i < 20 ? random.pick(places.slice(0, 2)) : (places[2] ?? random.pick(places))
    // Ten a region from the start, the rest one after the other; a third province is entered late.
    const since = `${MONTHS[i < 10 ? 0 : Math.min(14, Math.floor(((i - 10) * 15) / 20))]}-01`
    all.push({ id: `C${pad(all.length + 1, 3)}`, name, industry, region, place, level: random.chance(0.2) ? '重点' : '普通', since })
  }
  for (const region of ['华东', '华南', '西南'])
    for (let i = 0; i < 30; i += 1) {
      const [industry, word] = KINDS[i % KINDS.length]
      add(`${FIRST[(i * 7 + all.length) % FIRST.length]}${word}${region}${pad(i + 1, 2)}店`, industry, region, i)
    }
  OVERSEAS.forEach((name, i) => add(name, name.includes('Hotel') || name.includes('Suites') ? '酒店' : '写字楼', '海外', i + 6))
  FAMILY.forEach((name, i) => add(name, '家庭', '西南', i + 4))
  return all
}

/** Yuan for one unit of the currency, from a day on. */
export const RATES = MONTHS.flatMap((month, i) => [
  ['USD', `${month}-01`, (7.18 - i * 0.0135).toFixed(4)],
  ['SGD', `${month}-01`, (5.56 + (i % 4) * 0.0125).toFixed(4)],
])
