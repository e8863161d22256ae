import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string | Buffer | null>>

/** A small plan that is right: people with a manager, orders from a file, entered values, ratings, three measures. */
export const GOOD: Files = {
  'company.yaml': 'company: good\nname: { zh: 好公司, en: Good }\ncurrency: CNY\nunits:\n  单: { zh: 单, en: order }\n  分: { zh: 分, en: point }\n',
  'people.csv': 'id,name,alias,unit,manager\nE1,王经理,,销售部,\nE2,李雷,小李,销售部,E1\nE3,韩梅梅,,销售部,E1\n',
  'units.csv': 'id,name,parent\n销售部,销售部,\n',
  'rates.csv': 'currency,date,rate\nUSD,2026-01-01,7.1\n',
  'datasets/orders.yaml':
    'dataset: orders\nname: { zh: 订单, en: Orders }\nkey: [id]\nowner: seller\ndate: day\nfields:\n  id: text\n  seller: { type: employee, required: true }\n  day: { type: date, required: true }\n  amount: { type: money, required: true }\n  cost: money\nsource: { file: orders.csv }\n',
  'measures/sales.yaml':
    '- measure: sales\n  name: { zh: 销售额, en: Sales }\n  kind: aggregate\n  category: financial\n  unit: money\n  dataset: orders\n  aggregate: sum\n  value: amount\n- measure: orders_count\n  kind: aggregate\n  unit: 单\n  dataset: orders\n  aggregate: count\n- measure: average_order\n  kind: ratio\n  unit: money/单\n  round: 2\n  numerator: sales\n  denominator: orders_count\n- measure: team_sales\n  kind: formula\n  unit: money\n  scope: team\n  formula: sales\n- measure: target\n  kind: entered\n  unit: money\n- measure: attitude\n  kind: rating\n  unit: 分\n  sources: { manager: { weight: 100 } }\n',
  'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-01-08,12000.00,7800\nO2,小李,2026-02-20,8600,6020.5\nO3,韩梅梅,2026-03-31,0.01,\n',
  'entered.csv': 'measure,employee,date,value,note\ntarget,E2,2026-Q1,20000,一季度\ntarget,E3,2026-03-31,100,"含, 逗号"\n',
  'ratings.csv': 'measure,employee,rater,source,date,score,comment\nattitude,E2,E1,manager,2026-03-31,4.5,不错\n',
}

/** Write a folder; null leaves a file of `base` out. Call `remove` at the end. */
export async function planFolder(change: Files = {}, base: Files = GOOD): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'heng-plan-'))
  for (const [name, content] of Object.entries({ ...base, ...change })) {
    if (content === null) continue
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), content)
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}
