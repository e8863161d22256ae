import type { Files } from './testing-folder.ts'

/**
 * Worked examples with published or hand-checked results, each as a plan folder: what it pays or scores in a period.
 * `earnings`: person → component → amount, `scores`: person → score.
 */
export interface GoldenCase {
  readonly id: string
  readonly says: string
  readonly files: Files
  readonly period: string
  readonly earnings?: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly scores?: Readonly<Record<string, string | null>>
}

export const GOLDEN_BASE: Files = {
  'company.yaml': 'company: golden\nname: Golden\ncurrency: CNY\n',
  'datasets/deals.yaml':
    'dataset: deals\nkey: [id]\nowner: who\ndate: day\nfields:\n  id: text\n  day: date\n  who: employee\n  amount: money\n  product: text\nsource: { file: deals.csv }\n',
  'measures/all.yaml': `- { measure: revenue, kind: aggregate, dataset: deals, aggregate: sum, value: amount, unit: money }
- { measure: deal_count, kind: aggregate, dataset: deals, aggregate: count, unit: number }
`,
}

export const goldenPeople = (count: number, more = ''): string =>
  `id,name,manager,role,from\n${Array.from({ length: count }, (_, i) => `E${i + 1},Person ${i + 1},,rep,2020-01-01`).join('\n')}\n${more}`

/** One deal a person, in this order; the next person has them all. */
const oneEachThenAll = (amounts: readonly number[]): Files => ({
  'people.csv': goldenPeople(amounts.length + 1),
  'deals.csv': `id,day,who,amount,product\n${amounts.map((a, i) => `D${i},2026-03-1${i},E${i + 1},${a},p\nT${i},2026-03-1${i},E${amounts.length + 1},${a},p`).join('\n')}\n`,
})

export const goldenPlan = (components: string, head = ''): string => `incentive: plan\nrole: rep\nevery: month\n${head}components:\n${components}`

const each = (amounts: readonly string[], component: string): Record<string, Record<string, string>> =>
  Object.fromEntries(amounts.map((amount, i) => [`E${i + 1}`, { [component]: amount }]))

const RANGES_G01 = (pays: readonly string[], key: 'rate' | 'amount'): string =>
  [1000, 3000, 8000, 20000]
    .map((to, i) => `      - { to: ${to}, ${key}: ${pays[i]} }\n`)
    .join('')
    .replace(/^ {6}/gm, '  ')

const tiersTable = (mode: string, tiers: string, more = ''): string => `table: steps\nkind: tiers\nmode: ${mode}\nof: money\n${more}tiers:\n${tiers}`

const perDeal = `${GOLDEN_BASE['measures/all.yaml']}- { measure: deal_pay, kind: aggregate, dataset: deals, aggregate: sum, value: 'round(tiers(steps, amount), 2)', unit: money }\n`

const TO_100K = '  - { to: 10000, rate: 1% }\n  - { to: 50000, rate: 2% }\n  - { to: 100000, rate: 3% }\n'

export const GOLDEN_TIERS: readonly GoldenCase[] = [
  {
    id: 'G01',
    says: 'each record alone, marginal',
    period: '2026-03',
    files: {
      ...oneEachThenAll([200, 300, 1500, 1200, 2000, 4500]),
      'tables/steps.yaml': tiersTable('marginal', RANGES_G01(['1%', '2%', '3%', '5%'], 'rate')),
      'measures/all.yaml': perDeal,
      'incentives/plan.yaml': goldenPlan('  - { component: pay, amount: deal_pay }\n'),
    },
    earnings: each(['2', '3', '20', '14', '30', '95', '164'], 'pay'),
  },
  {
    id: 'G03',
    says: 'each record alone, amounts interpolated',
    period: '2026-03',
    files: {
      ...oneEachThenAll([200, 300, 1500, 1200, 2000, 4500]),
      'tables/steps.yaml': tiersTable('interpolated', RANGES_G01(['10', '40', '100', '2000'], 'amount'), 'pays: money\nboundary: begins\n'),
      'measures/all.yaml': perDeal,
      'incentives/plan.yaml': goldenPlan('  - { component: pay, amount: deal_pay }\n'),
    },
    earnings: each(['2', '3', '20', '14', '30', '80', '149'], 'pay'),
  },
  ...(['whole', 'marginal'] as const).map(
    (mode): GoldenCase => ({
      id: 'G05',
      says: `tiers on the period's revenue, ${mode}`,
      period: '2026-03',
      files: {
        'people.csv': goldenPeople(3),
        'deals.csv': 'id,day,who,amount,product\nA,2026-03-01,E1,5000,p\nB,2026-03-31,E2,15000,p\nC,2026-03-02,E3,25000,p\nD,2026-03-03,E3,35000,p\n',
        'tables/steps.yaml': tiersTable(mode, TO_100K, 'boundary: ends\n'),
        'incentives/plan.yaml': goldenPlan('  - { component: commission, amount: "tiers(steps, revenue)" }\n'),
      },
      earnings: each(mode === 'whole' ? ['50', '300', '1800'] : ['50', '200', '1200'], 'commission'),
    }),
  ),
  {
    id: 'G07',
    says: 'marginal, cumulative over the year',
    period: '2026-02',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': 'id,day,who,amount,product\nA,2026-01-20,E1,145000,p\nB,2026-02-10,E1,20000,p\nZ,2025-12-31,E1,999999,p\n',
      'tables/steps.yaml': tiersTable('marginal', '  - { to: 150000, rate: 4% }\n  - { to: 250000, rate: 6% }\n  - { rate: 8% }\n'),
      'incentives/plan.yaml': goldenPlan('  - { component: commission, amount: "tiers(steps, revenue)", over: year }\n'),
    },
    earnings: { E1: { commission: '1100' } },
  },
  {
    id: 'G09',
    says: 'three tiers, marginal',
    period: '2026-Q1',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': 'id,day,who,amount,product\nA,2026-01-20,E1,400000,p\nB,2026-02-10,E1,200000,p\n',
      'tables/steps.yaml': tiersTable('marginal', '  - { to: 300000, rate: 3% }\n  - { to: 500000, rate: 5% }\n  - { rate: 7% }\n'),
      'incentives/plan.yaml': goldenPlan('  - { component: commission, amount: "tiers(steps, revenue)" }\n').replace('every: month', 'every: quarter'),
    },
    earnings: { E1: { commission: '26000' } },
  },
  ...(['whole', 'marginal'] as const).map(
    (mode): GoldenCase => ({
      id: 'G10',
      says: `50 % to 100k, 60 % above, ${mode}`,
      period: '2026-03',
      files: {
        'people.csv': goldenPeople(1),
        'deals.csv': 'id,day,who,amount,product\nA,2026-03-20,E1,180000,p\n',
        'incentives/plan.yaml': goldenPlan(
          '  - { component: commission, amount: "tiers(own, revenue)" }\n',
          `tables:\n  own:\n    kind: tiers\n    mode: ${mode}\n    of: money\n    boundary: ends\n    tiers: [{ to: 100000, rate: 50% }, { rate: 60% }]\n`,
        ),
      },
      earnings: { E1: { commission: mode === 'whole' ? '108000' : '98000' } },
    }),
  ),
  {
    id: 'G13',
    says: 'tiers in percent of the budget, nothing below half of it',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(3),
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-20,E1,100,p\nB,2026-03-20,E2,44.99,p\nC,2026-03-20,E3,45,p\n',
      'targets.csv': 'employee,measure,period,target\nE1,revenue,2026-03,90\nE2,revenue,2026-03,90\nE3,revenue,2026-03,90\n',
      'incentives/plan.yaml': goldenPlan(
        '  - { component: pay, amount: "tiers(budget, revenue, target(revenue))", when: "attainment(revenue) >= 50%" }\n',
        'tables:\n  budget:\n    kind: tiers\n    mode: marginal\n    of: percent\n    tiers: [{ to: 50%, rate: 0.1 }, { to: 100%, rate: 0.2 }, { rate: 0.3 }]\n',
      ),
    },
    earnings: { E1: { pay: '16.5' }, E2: { pay: '0' }, E3: { pay: '4.5' } },
  },
  ...[
    { id: 'G17', says: 'accelerator: 1.5 times above 100 %', revenue: '650000', tiers: '[{ to: 100%, rate: 1 }, { rate: 1.5 }]', pays: '145000' },
    { id: 'G18', says: 'decelerator: half below 50 %', revenue: '200000', tiers: '[{ to: 50%, rate: 0.5 }, { rate: 1 }]', pays: '20000' },
  ].map(
    (c): GoldenCase => ({
      id: c.id,
      says: c.says,
      period: '2026-Q1',
      files: {
        'people.csv': goldenPeople(1),
        'deals.csv': `id,day,who,amount,product\nA,2026-03-20,E1,${c.revenue},p\n`,
        'targets.csv': 'employee,measure,period,target\nE1,revenue,2026-01,150000\nE1,revenue,2026-02,150000\nE1,revenue,2026-03,200000\n',
        'pay.csv': 'employee,item,amount,from\nE1,variable_pay,90000,2025-01-01\nE1,variable_pay,100000,2026-03-31\n',
        'incentives/plan.yaml': goldenPlan(
          '  - { component: bonus, amount: "pay(variable_pay) * tiers(speed, attainment(revenue))" }\n',
          `tables:\n  speed:\n    kind: tiers\n    mode: marginal\n    of: percent\n    tiers: ${c.tiers}\n`,
        ).replace('every: month', 'every: quarter'),
      },
      earnings: { E1: { bonus: c.pays } },
    }),
  ),
]
