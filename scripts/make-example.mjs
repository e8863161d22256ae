/**
 * Makes the data of examples/qingshan: fifteen months of a made-up water purifier company.
 * `node scripts/make-example.mjs` writes the files, `--check` says which committed ones are not current (exit code 1).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { activityFiles } from './example-activities.mjs'
import { payRows, targetRows } from './example-goals.mjs'
import { FACTORS, PEOPLE, UNITS } from './example-people.mjs'
import { makeOrders, salesFiles } from './example-sales.mjs'
import { customerBook, PRODUCTS, RATES, randomFrom, talents } from './example-world.mjs'

const SEED = 20260930
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples', 'qingshan')

const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value))
/** CSV with CRLF, as Excel writes it. */
const csv = ({ header, rows }) =>
  [header, ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
    .concat('\r\n')

function costRows() {
  return PRODUCTS.flatMap((p) => [[p.id, '', p.cost], ...Object.entries(p.later).map(([day, cost]) => [p.id, day, cost])])
}

/** Customers, and a second version of some: promoted or moved down from the first of January 2026. */
function customerRows(all) {
  return all.flatMap((c, i) => {
    const row = [c.id, c.name, c.industry, c.region, c.place, c.level, '']
    return i % 9 === 4 && c.since < '2026-01-01' ? [row, [c.id, c.name, c.industry, c.region, c.place, c.level === '重点' ? '普通' : '重点', '2026-01-01']] : [row]
  })
}

function masterFiles(all) {
  const people = PEOPLE.map((p) => [p.id, p.name, p.alias, p.unit, p.position, p.role, p.manager, p.sponsor, p.from, p.until, `${p.id.toLowerCase()}@qingshan.example`])
  return [
    { path: 'people.csv', header: ['id', 'name', 'alias', 'unit', 'position', 'role', 'manager', 'sponsor', 'from', 'until', 'email'], rows: people },
    { path: 'units.csv', header: ['id', 'name', 'parent', 'from', 'until'], rows: UNITS.map((u) => [...u, '', '']) },
    { path: 'rates.csv', header: ['currency', 'date', 'rate'], rows: RATES },
    { path: 'data/客户.csv', header: ['客户编号', '名称', '行业', '大区', '地区', '级别', '生效日'], rows: customerRows(all) },
    { path: 'data/产品.csv', header: ['产品编号', '名称', '品类'], rows: PRODUCTS.map((p) => [p.id, p.name, p.category]) },
    { path: 'data/成本.csv', header: ['产品编号', '生效日', '成本'], rows: costRows() },
  ]
}

/** Every generated file: its path in the folder and its bytes. */
export function exampleFiles() {
  const ability = talents(randomFrom(SEED + 1))
  const book = customerBook(randomFrom(SEED + 2))
  const orders = makeOrders(randomFrom(SEED + 3), book, ability)
  const files = [
    ...masterFiles(book.all),
    ...salesFiles(randomFrom(SEED + 4), orders, ability),
    ...activityFiles(randomFrom(SEED + 5), orders, ability),
    { path: 'targets.csv', header: ['employee', 'measure', 'period', 'target', 'stretch', 'challenge'], rows: targetRows(ability) },
    { path: 'factors.csv', header: ['period', 'unit', 'scheme', 'line', 'factor', 'reason', 'by'], rows: FACTORS },
    { path: 'pay.csv', header: ['employee', 'item', 'amount', 'from'], rows: payRows() },
  ]
  // The receipts come from an old finance system that writes GB18030; Excel saves the visits with a byte order mark.
  return files.map((file) => [
    file.path,
    file.path === 'data/回款.csv' ? iconv.encode(csv(file), 'gb18030') : Buffer.from(file.path === 'data/拜访.csv' ? `\uFEFF${csv(file)}` : csv(file)),
  ])
}

function main() {
  const stale = exampleFiles().filter(([path, bytes]) => {
    try {
      return !readFileSync(join(FOLDER, path)).equals(bytes)
    } catch {
      return true
    }
  })
  if (process.argv.includes('--check')) {
    for (const [path] of stale) console.error(`not current: examples/qingshan/${path}`)
    process.exitCode = stale.length > 0 ? 1 : 0
    return
  }
  for (const [path, bytes] of stale) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), bytes)
  }
  console.log(`${exampleFiles().length} files, ${stale.length} written`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
