/** The people of the made-up company 青山净水, and the calendar it lives in. Everything here is invented. */

const DAY_MS = 86_400_000
export const addDays = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
export const daysBetween = (a, b) => (Date.parse(b) - Date.parse(a)) / DAY_MS
export const pad = (n, width) => String(n).padStart(width, '0')

export const FIRST_DAY = '2025-07-01'
export const LAST_DAY = '2026-09-30'
/** The fifteen months of the records, as `2025-07`. */
export const MONTHS = Array.from({ length: 15 }, (_, i) => `${2025 + Math.floor((6 + i) / 12)}-${pad(((6 + i) % 12) + 1, 2)}`)
export const QUARTERS = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
export const monthEnd = (month) => addDays(addDays(`${month}-28`, 4).slice(0, 8).concat('01'), -1)
export const daysIn = (month) => Number(monthEnd(month).slice(8))
export const quarterOf = (month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
export const monthsOf = (quarter) => MONTHS.filter((month) => quarterOf(month) === quarter)

export const UNITS = [
  ['总部', '青山净水', ''],
  ['华东', '华东大区', '总部'],
  ['华南', '华南大区', '总部'],
  ['西南', '西南大区', '总部'],
  ['华北', '华北大区', '总部'],
]

/** Outside causes: what the scores of a region are multiplied by in a quarter, why, and by whom. */
export const FACTORS = [['2025-Q4', '华北', '', '', '1.05', '10 月起当地限产两个月，工业客户停工', '林远山']]

const TITLES = { director: '销售总监', manager: '大区经理', hunter: '客户拓展', farmer: '客户维护', hr: '人力资源', 'direct-seller': '直销顾问' }

/** Who stands where: unit, manager, role, then the people as `id name` with `from` and `until` where they joined or left. */
const GROUPS = [
  ['总部', '', 'director', ['QS001 林远山']],
  ['总部', 'QS001', 'hr', ['QS006 傅明霞', 'QS007 许可', 'QS008 尹小舟 2025-09-01', 'QS009 龚雪']],
  ['华东', 'QS001', 'manager', ['QS002 沈佳宁']],
  ['华南', 'QS001', 'manager', ['QS003 黄志强']],
  ['西南', 'QS001', 'manager', ['QS004 杨帆', 'QS060 彭素云']],
  ['华北', 'QS001', 'manager', ['QS005 贺铁军']],
  [
    '华东',
    'QS002',
    'hunter',
    ['QS011 陈晓东 2021-03-15', 'QS012 王思雨 2022-08-01', 'QS013 周磊 - 2026-02-01', 'QS014 吴倩 2025-10-09', 'QS018 顾一鸣 2023-05-08', 'QS019 施晴 - 2026-04-01'],
  ],
  ['华南', 'QS003', 'hunter', ['QS013 周磊 2026-02-01']],
  ['华东', 'QS002', 'farmer', ['QS015 李文博 2018-04-09', 'QS016 赵雅琴', 'QS017 孙立', 'QS051 戚曼', 'QS052 卢沛然']],
  ['华南', 'QS003', 'hunter', ['QS021 梁俊杰 2020-11-02', 'QS022 何婉婷 2021-09-13', 'QS023 罗浩 2024-02-26', 'QS027 麦家豪 2023-10-09', 'QS028 简宁 2026-04-07']],
  ['华南', 'QS003', 'farmer', ['QS024 谢敏仪', 'QS025 邓国华 - 2026-04-21', 'QS026 曾雨桐 2026-05-06', 'QS029 伍咏诗', 'QS053 欧阳澜']],
  ['西南', 'QS004', 'hunter', ['QS031 刘洋 2019-06-03', 'QS032 唐悦 2022-03-21', 'QS038 雷鸣 2024-04-15', 'QS039 阿依 2026-01-12']],
  ['西南', 'QS004', 'farmer', ['QS033 郑楠 2021-12-06', 'QS054 廖静', 'QS055 文川', 'QS056 苟国栋']],
  [
    '华北',
    'QS005',
    'hunter',
    ['QS041 石磊 2020-07-06', 'QS042 佟丽 2023-02-13', 'QS043 侯晨 2024-05-20', 'QS044 白雪飞 2025-11-03', 'QS046 纪云 - 2026-04-01', 'QS048 关山 2026-07-06', 'QS049 马骁'],
  ],
  ['华北', 'QS005', 'farmer', ['QS045 温如玉 2019-10-21', 'QS046 纪云 2026-04-01', 'QS047 耿直', 'QS050 荣华']],
]

/** Direct sellers report to QS060; `by` is who brought them in. */
const DIRECT = [
  'QS034 蒋玉梅 - - by',
  'QS035 冯春燕 - - by QS034',
  'QS036 韩冬 2025-11-01 - by QS034',
  'QS037 袁小曼 2026-01-05 - by QS035',
  'QS061 鲁桂芬 - - by QS034',
  'QS062 佘阿香 - - by QS035',
  'QS063 邱丽华 - - by',
  'QS064 童欣 - - by QS063',
  'QS065 乔巧 - 2026-06-01 by QS063',
  'QS066 裴红 2025-08-18 - by QS064',
  'QS067 费小雨 - - by QS061',
  'QS068 单云 2026-03-02 - by QS066',
]

const day = (text) => (text === undefined || text === '-' ? '' : text)

function stretch(text, unit, role, manager, sponsor = '') {
  const [id, name, from, until] = text.split(' ')
  const position = id === 'QS060' ? '直销主管' : id === 'QS006' ? '人力资源经理' : TITLES[role]
  const superior = id === 'QS060' ? 'QS004' : role === 'hr' && id !== 'QS006' ? 'QS006' : manager
  return { id, name, alias: { QS001: '林总', QS011: '东哥' }[id] ?? '', unit, position, role, manager: superior, sponsor, from: day(from), until: day(until) }
}

/** One row a stretch of time: who someone is, where they sit, whom they report to. Empty dates are open. */
export const PEOPLE = [
  ...GROUPS.flatMap(([unit, manager, role, list]) => list.map((text) => stretch(text, unit, role, manager))),
  ...DIRECT.map((text) => stretch(text, '西南', 'direct-seller', 'QS060', text.split(' by')[1].trim())),
].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.from < b.from ? -1 : 1))

const SALES_ROLES = ['hunter', 'farmer', 'direct-seller']
const byId = new Map()
for (const p of PEOPLE) byId.set(p.id, [...(byId.get(p.id) ?? []), p])

/** The stretch of a person that holds on a day, or undefined before they join and after they leave. */
export const stretchOn = (id, day) => byId.get(id).find((p) => (p.from === '' || p.from <= day) && (p.until === '' || day < p.until))
/** The first day of the first stretch, the day after the last; '' is open. */
export const joined = (id) => byId.get(id)[0].from
export const left = (id) => byId.get(id).at(-1).until
export const EMPLOYEE_IDS = [...byId.keys()]
export const SELLER_IDS = EMPLOYEE_IDS.filter((id) => SALES_ROLES.includes(byId.get(id)[0].role))
export const idsOf = (...roles) => EMPLOYEE_IDS.filter((id) => byId.get(id).some((p) => roles.includes(p.role)))
export const nameOf = (id) => byId.get(id)[0].name
/** The last stretch that touches a span of days, or undefined. */
export const stretchIn = (id, from, to) => byId.get(id).findLast((p) => (p.from === '' || p.from <= to) && (p.until === '' || p.until > from))
/** Everybody who stands below someone on a day, and they themselves. */
export const teamOn = (id, day) => [id, ...EMPLOYEE_IDS.filter((other) => stretchOn(other, day)?.manager === id).flatMap((other) => teamOn(other, day))]
/** Which of the people of human resources looks after whom. */
export const PARTNERS = { 总部: 'QS006', 华东: 'QS007', 华南: 'QS008', 西南: 'QS009', 华北: 'QS007' }
export const partnerOn = (unit, day) => (stretchOn(PARTNERS[unit], day) === undefined ? 'QS006' : PARTNERS[unit])
