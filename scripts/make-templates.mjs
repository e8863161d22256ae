/**
 * Makes what the templates share with the shipped company: datasets, measures in packs, empty data files, and company.yaml with the units they use.
 * Schemes, incentive plans, tables, people, targets, pay and the READMEs of a template are written by hand and left alone.
 * A pack is the same in every template, so that folders of several roles can be copied together.
 * `node scripts/make-templates.mjs` writes the files, `--check` says which committed ones are not current (exit code 1).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const LIBRARY = join(ROOT, 'examples', 'qingshan')

/** Measures that belong together: a comment, then their ids. */
const PACKS = {
  销售: ['销售额、目标、毛利、订单', '销售额 销售目标 达成率 销量 明细金额 毛利 毛利率 销售额环比 销售额同比 订单数 平均订单额 最大订单'],
  回款: ['回款、退款、收款率', '回款额 退款额 净回款 收款率'],
  新客户: ['新客户：家数、销售额、占比', '成交客户数 新客户数 新客户销售额 新客户销售占比'],
  老客户: ['老客户：销售额、忠诚、复购、留存、增长', '老客户销售额 忠诚度 老客户增长 复购客户数 复购率 留存客户数 留存率'],
  满意与投诉: ['满意度、投诉、表扬、转介绍', '客户满意度 投诉数 严重投诉数 表扬数 投诉率 表扬率 转介绍订单数'],
  漏斗: ['线索、商机、赢单、周期', '新线索数 转商机线索数 转报价线索数 转赢单线索数 线索转商机率 商机转报价率 报价转赢单率 总转化率 赢单数 输单数 关闭数 赢单率 销售周期'],
  拜访: ['拜访、方案、新联系人', '拜访数 拜访成功数 拜访成功率 方案数 方案质量 新联系人数'],
  协作: ['知识分享、转介客户、协作评分', '知识分享数 转介同事客户数 接到转介数 协作评分'],
  团队: [
    '团队：销售、目标、新客户、毛利、收款、赢单、投诉',
    '团队销售额 期末团队销售额 直接下属销售额 团队目标 团队达成率 团队新客户数 团队毛利率 团队收款率 团队赢单率 团队成交客户数 团队严重投诉数',
  ],
  人员: ['在岗、离职、流失', '离职人数 在岗人月 月数 平均在岗人数 人员流失率'],
  面谈: ['绩效面谈', '应办面谈数 按时面谈数 面谈按时率'],
  市场与费用: ['市场规模、份额、销售费用', '市场规模 市场份额 费用 费用率'],
  流程与表单: ['本人的流程和表单，团队的满意度', '应办流程数 按时流程数 流程按时率 应填表单数 已填表单数 表单完成率 员工满意度'],
  人力服务: [
    '所服务的人的流程、表单、满意度，培训，薪酬差错',
    '对口应办流程数 对口按时流程数 对口流程按时率 对口应填表单数 对口已填表单数 对口表单完成率 对口员工满意度 培训学时 薪酬差错数',
  ],
  直销: ['个人业绩、下线业绩、首次进入的地区', '个人业绩 两层下线业绩 下线业绩 下线回款 首次进入地区数'],
}

const TEMPLATES = {
  hunter: ['销售', '新客户', '满意与投诉', '漏斗', '拜访', '协作'],
  farmer: ['销售', '回款', '新客户', '老客户', '满意与投诉', '拜访', '协作'],
  'sales-manager': ['销售', '回款', '新客户', '满意与投诉', '漏斗', '团队', '人员', '面谈', '市场与费用'],
  hr: ['人员', '面谈', '流程与表单', '人力服务'],
  'direct-seller': ['销售', '回款', '新客户', '满意与投诉', '拜访', '协作', '直销'],
}

const yamlOf = (folder) =>
  readdirSync(join(LIBRARY, folder))
    .map((file) => readFileSync(join(LIBRARY, folder, file), 'utf8'))
    .join('')
/** The documents of a folder by id, as text. */
function documents(folder, key) {
  const blocks = yamlOf(folder)
    .replace(/^#.*\n/gm, '')
    .split(new RegExp(`^(?=- ${key}: )`, 'm'))
  return new Map(blocks.filter((b) => b.startsWith('- ')).map((b) => [b.slice(`- ${key}: `.length, b.indexOf('\n')).trim(), b]))
}

/** Without what is peculiar to the shipped company: presales, several currencies, its odd files. */
const plain = (text) =>
  text
    .replace(/^ {2}# .*\n/gm, '')
    .replace(/^ {2}overlays:\n(?: {4}.*\n)+?(?= {2}\w)/m, '')
    .replace(/^ {4}(?:售前|币种): .*\n/gm, '')
    .replaceAll('currencyField: 币种, ', '')
    .replace(/^( {4}人力对口人: \{ type: employee), required: true/gm, '$1')
    .replace(/ {2,}#.*$/gm, '')

const measures = documents('measures', 'measure')
const datasets = new Map([...documents('datasets', 'dataset')].map(([id, text]) => [id, plain(text)]))
const units = [...readFileSync(join(LIBRARY, 'company.yaml'), 'utf8').matchAll(/^ {2}(\S+): (\{ zh: .*\})$/gm)].filter(([, id]) => id !== 'calendar')

/** Datasets that measures rest on, and those that they refer to. */
function datasetsOf(texts) {
  const found = new Set()
  const visit = (id) => {
    if (found.has(id) || !datasets.has(id)) return
    found.add(id)
    for (const [, to] of datasets.get(id).matchAll(/(?:to: |splits: \{ dataset: )([^\s,}]+)/g)) visit(to)
  }
  for (const text of texts) for (const [, id] of text.matchAll(/^ {2}dataset: (\S+)$/gm)) visit(id)
  return [...found]
}

/** The columns of a dataset's file: its fields, but those that read the column of another one. */
const columnsOf = (text) => [...text.matchAll(/^ {4}(\S+): \{(.*)\}$/gm)].filter(([, , body]) => !body.includes('column: ')).map(([, field]) => field)

function packText(name) {
  const [comment, ids] = PACKS[name]
  return `# ${comment}\n${ids
    .split(' ')
    .map((id) => measures.get(id))
    .join('')}`
}

function companyText(used) {
  const list = units.filter(([, id]) => used.some((text) => new RegExp(`unit: (?:\\S+/)?${id}(?:\\s|,|/)`).test(text))).map(([, id, names]) => `  ${id}: ${names}\n`)
  return `# 改成自己的公司：company 是它的编号（小写字母、数字、连字符），name 是名称\ncompany: my-company\nname: { zh: 我的公司, en: My company }\ntimezone: Asia/Shanghai\ncurrency: CNY\ncalendar: { kind: months, yearStartMonth: 1 }\nunits:\n${list.join('')}data: data\n`
}

/** Every generated file of a template: its path and its content. */
function filesOf(role) {
  const packs = TEMPLATES[role].map((name) => [name, packText(name)])
  const used = datasetsOf(packs.map(([, text]) => text)).map((id) => [id, datasets.get(id)])
  return [
    ['company.yaml', companyText([...packs, ...used].map(([, text]) => text))],
    ...packs.map(([name, text]) => [`measures/${name}.yaml`, text]),
    ...used.map(([id, text]) => [`datasets/${id}.yaml`, text]),
    ...used.map(([id, text]) => [`data/${id}.csv`, `${columnsOf(text).join(',')}\r\n`]),
  ].map(([path, text]) => [join(ROOT, 'templates', role, path), text])
}

function main() {
  for (const [path, text] of Object.keys(TEMPLATES).flatMap(filesOf)) {
    let before = null
    try {
      before = readFileSync(path, 'utf8')
    } catch {
      // It is new.
    }
    if (before === text) continue
    if (process.argv.includes('--check')) {
      console.error(`not current: ${path}`)
      process.exitCode = 1
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

main()
