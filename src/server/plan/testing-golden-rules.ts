import { type GoldenCase, goldenPeople, goldenPlan } from './testing-golden-tiers.ts'

const one = (amount: string, day = '2026-03-20'): string => `id,day,who,amount,product\nA,${day},E1,${amount},p\n`

const scheme = (lines: string, more = ''): string => `scheme: reps\nrole: rep\nevery: month\nfeedback: monthly\nlines:\n${lines}${more}`

const THIRTEEN = Array.from({ length: 13 }, (_, i) => `E${i + 1}`)

const kpis = (measures: readonly string[]): string => measures.map((m) => `- { measure: ${m}, kind: entered, unit: number }\n`).join('')

/** Entered values of a person, by measure. */
const entered = (values: readonly (readonly [employee: string, measure: string, value: string])[]): string =>
  `measure,employee,date,value,note\n${values.map(([e, m, v]) => `${m},${e},2026-03-31,${v},`).join('\n')}\n`

const targets = (rows: readonly string[]): string => `employee,measure,period,target\n${rows.join('\n')}\n`

const MATRIX = `table: grid
kind: lookup
pays: percent
by: [{ key: revenue, range: percent, boundary: ends }, { key: income, range: percent, boundary: ends }]
rows:
  - { when: { revenue: { to: 80% }, income: { from: 80% } }, value: 20% }
  - { when: { revenue: { from: 80%, to: 90% }, income: { from: 90%, to: 100% } }, value: 55% }
  - { when: { revenue: { from: 90%, to: 100% }, income: { from: 90%, to: 100% } }, value: 75% }
  - { when: { revenue: { from: 100% }, income: { from: 120% } }, value: 100% }
otherwise: 0%
`

export const GOLDEN_RULES: readonly GoldenCase[] = [
  {
    id: 'G21',
    says: 'a matrix of revenue and income against their budgets',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(4),
      'deals.csv': one('1'),
      'measures/kpis.yaml': kpis(['sold', 'income']),
      'entered.csv': entered(
        [80, 90, 100, 105].flatMap((sold, i) => [[`E${i + 1}`, 'sold', String(sold)] as const, [`E${i + 1}`, 'income', String([81, 100, 100, 121][i])] as const]),
      ),
      'targets.csv': targets([1, 2, 3, 4].flatMap((i) => [`E${i},sold,2026-03,100`, `E${i},income,2026-03,100`])),
      'pay.csv': 'employee,item,amount\nE1,bonus,1000\nE2,bonus,1000\nE3,bonus,1000\nE4,bonus,1000\n',
      'tables/grid.yaml': MATRIX,
      'incentives/plan.yaml': goldenPlan('  - { component: bonus, amount: "pay(bonus) * lookup(grid, attainment(sold), attainment(income))" }\n'),
    },
    earnings: { E1: { bonus: '200' }, E2: { bonus: '550' }, E3: { bonus: '750' }, E4: { bonus: '1000' } },
  },
  {
    id: 'G22',
    says: 'nothing below 75 % of the quota',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(2),
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-20,E1,74990,p\nB,2026-03-20,E2,75000,p\n',
      'targets.csv': targets(['E1,revenue,2026-03,100000', 'E2,revenue,2026-03,100000']),
      'incentives/plan.yaml': goldenPlan('  - { component: pay, amount: revenue * 10%, when: "attainment(revenue) >= 75%" }\n'),
    },
    earnings: { E1: { pay: '0' }, E2: { pay: '7500' } },
  },
  {
    id: 'G39',
    says: 'a bonus a deal, a percent of sales, a share of a pool',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-01,E1,20000,p\nB,2026-03-02,E1,10000,p\nC,2026-03-03,E1,10000,p\nD,2026-03-04,E1,10000,p\n',
      'pay.csv': 'employee,item,amount\nE1,unit_bonus,250\nE1,pool,10000\n',
      'incentives/plan.yaml': goldenPlan(
        '  - { component: spif, amount: pay(unit_bonus) * deal_count }\n  - { component: share, amount: revenue * 2% }\n  - { component: pool, amount: pay(pool) * 80% }\n',
      ),
    },
    earnings: { E1: { spif: '1000', share: '1000', pool: '8000' } },
  },
  {
    id: 'G40',
    says: 'credit split 60/40',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(2),
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-20,E1,100000,p\nB,2026-03-20,E1,80000,p\n',
      'datasets/deals.yaml':
        'dataset: deals\nkey: [id]\nowner: who\ndate: day\nsplits: { dataset: shares, record: deal, employee: who, percent: percent }\nfields:\n  id: text\n  day: date\n  who: employee\n  amount: money\n  product: text\nsource: { file: deals.csv }\n',
      'datasets/shares.yaml':
        'dataset: shares\nkey: [deal, who]\nfields:\n  deal: { type: reference, to: deals }\n  who: employee\n  percent: decimal\nsource: { file: shares.csv }\n',
      'shares.csv': 'deal,who,percent\nA,E2,40\nB,E2,40\n',
      'incentives/plan.yaml': goldenPlan('  - { component: commission, amount: revenue * 10% }\n'),
    },
    earnings: { E1: { commission: '10800' }, E2: { commission: '7200' } },
  },
  {
    id: 'G42',
    says: 'who found the customer and who closed share the pay',
    period: '2026-03',
    files: {
      'people.csv': 'id,name,manager,role,from\nE1,Finder,,finder,2020-01-01\nE2,Closer,,closer,2020-01-01\n',
      'deals.csv': 'id,day,who,found_by,amount\nA,2026-03-20,E2,E1,100000\n',
      'datasets/deals.yaml':
        'dataset: deals\nkey: [id]\nowner: who\ndate: day\nfields:\n  id: text\n  day: date\n  who: employee\n  found_by: employee\n  amount: money\nsource: { file: deals.csv }\n',
      'measures/found.yaml': `- { measure: found, kind: aggregate, dataset: deals, aggregate: sum, value: amount, owner: found_by, unit: money }
- { measure: found_count, kind: aggregate, dataset: deals, aggregate: count, owner: found_by, unit: number }
`,
      'pay.csv': 'employee,item,amount\nE1,lead_fee,50\n',
      'incentives/plan.yaml':
        'incentive: finders\nrole: finder\nevery: month\ncomponents:\n  - { component: pay, amount: pay(lead_fee) * found_count + 15% * 2% * found }\n---\nincentive: closers\nrole: closer\nevery: month\ncomponents:\n  - { component: pay, amount: 85% * 10% * revenue }\n',
    },
    earnings: { E1: { pay: '350' }, E2: { pay: '8500' } },
  },
  {
    id: 'G44',
    says: "a manager is paid on the team's sales",
    period: '2026-03',
    files: {
      'people.csv': 'id,name,manager,role\nM,Manager,,manager\nE1,A,M,rep\nE2,B,M,rep\nE3,C,M,rep\n',
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-20,E1,200000,p\nB,2026-03-20,E2,180000,p\nC,2026-03-20,E3,150000,p\n',
      'incentives/plan.yaml': 'incentive: managers\nrole: manager\nevery: month\ncomponents:\n  - { component: override, amount: team(revenue) * 100% }\n',
    },
    earnings: { M: { override: '530000' } },
  },
  ...(['counted', 'not-counted'] as const).map(
    (startDay): GoldenCase => ({
      id: 'G45',
      says: `who begins on 1 June, first day ${startDay}`,
      period: '2026',
      files: {
        'people.csv': 'id,name,manager,role,from\nE1,A,,rep,2026-06-01\n',
        'deals.csv': one('1'),
        'targets.csv': targets(['E1,revenue,2026,800000']),
        'pay.csv': 'employee,item,amount\nE1,variable_pay,75000\n',
        'incentives/plan.yaml':
          'incentive: plan\nrole: rep\nevery: year\n' +
          `startDay: ${startDay}\ncomponents:\n  - { component: quota, amount: prorated_target(revenue) }\n  - { component: variable, amount: pay(variable_pay) * presence() }\n`,
      },
      earnings: { E1: startDay === 'counted' ? { quota: '469041.1', variable: '43972.6' } : { quota: '466849.32', variable: '43767.12' } },
    }),
  ),
  ...(
    [
      ['2026-01', '0'],
      ['2026-02', '25000'],
      ['2026-03', '50000'],
      ['2026-04', '100000'],
    ] as const
  ).map(
    ([period, amount]): GoldenCase => ({
      id: 'G47',
      says: `ramp of a newcomer, ${period}`,
      period,
      files: {
        'people.csv': 'id,name,manager,role,from\nE1,A,,rep,2026-01-01\n',
        'deals.csv': one('1'),
        'targets.csv': targets([1, 2, 3, 4].map((m) => `E1,revenue,2026-0${m},100000`)),
        'tables/ramp.yaml':
          'table: ramp\nkind: lookup\npays: percent\nby: [{ key: months, range: number }]\nrows:\n  - { when: { months: { to: 1 } }, value: 0% }\n  - { when: { months: { from: 1, to: 2 } }, value: 25% }\n  - { when: { months: { from: 2, to: 3 } }, value: 50% }\n  - { value: 100% }\n',
        'incentives/plan.yaml': goldenPlan('  - { component: quota, amount: "target(revenue) * lookup(ramp, tenure())" }\n'),
      },
      earnings: { E1: { quota: amount } },
    }),
  ),
  {
    id: 'G47',
    says: "a manager's target is 85 % of the sum of the team's: 10 × 300k and 3 × 150k",
    period: '2026-03',
    files: {
      'people.csv': `id,name,manager,role\nM,Manager,,manager\n${THIRTEEN.map((id) => `${id},${id},M,rep\n`).join('')}`,
      'deals.csv': one('2932500'),
      'targets.csv': targets(THIRTEEN.map((id, i) => `${id},revenue,2026-03,${i < 10 ? 300000 : 150000}`)),
      'schemes/managers.yaml':
        'scheme: managers\nrole: manager\nevery: month\nfeedback: monthly\nlines:\n  - { line: team, measure: team_revenue, weight: 100, target: { formula: team(target(revenue)) * 85% } }\n',
      'measures/team.yaml': '- { measure: team_revenue, kind: formula, unit: money, formula: team(revenue) }\n',
      'incentives/managers.yaml':
        'incentive: managers\nrole: manager\nevery: month\ncomponents:\n  - { component: sum, amount: team(target(revenue)) }\n  - { component: quota, amount: team(target(revenue)) * 85% }\n  - { component: share, amount: team(target(revenue)) * team(attainment(revenue)) }\n',
    },
    scores: { M: '100' },
    earnings: { M: { sum: '3450000', quota: '2932500', share: '2932500' } },
  },
  {
    id: 'G49',
    says: 'target × proration × performance',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': one('1'),
      'measures/kpis.yaml': kpis(['performance']),
      'entered.csv': entered([['E1', 'performance', '1.1']]),
      'pay.csv': 'employee,item,amount\nE1,award,10000\n',
      'incentives/plan.yaml': goldenPlan('  - { component: award, amount: pay(award) * 50% * performance }\n'),
    },
    earnings: { E1: { award: '5500' } },
  },
  {
    id: 'G51',
    says: 'weight × min(attainment, 1), summed',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': one('1'),
      'measures/kpis.yaml': kpis(['a', 'b']),
      'entered.csv': entered([
        ['E1', 'a', '120'],
        ['E1', 'b', '50'],
      ]),
      'targets.csv': targets(['E1,a,2026-03,100', 'E1,b,2026-03,100']),
      'schemes/reps.yaml': scheme(
        '  - { line: a, measure: a, weight: 60, score: { rule: linear, cap: 100 } }\n  - { line: b, measure: b, weight: 40, score: { rule: linear, cap: 100 } }\n',
      ),
    },
    scores: { E1: '80' },
  },
  {
    id: 'G53',
    says: 'direct selling, weights 60/30/10',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': one('1'),
      'measures/kpis.yaml': kpis(['a', 'b', 'c']),
      'entered.csv': entered([
        ['E1', 'a', '110'],
        ['E1', 'b', '90'],
        ['E1', 'c', '80'],
      ]),
      'targets.csv': targets(['E1,a,2026-03,100', 'E1,b,2026-03,100', 'E1,c,2026-03,100']),
      'schemes/reps.yaml': scheme('  - { line: a, measure: a, weight: 60 }\n  - { line: b, measure: b, weight: 30 }\n  - { line: c, measure: c, weight: 10 }\n'),
    },
    scores: { E1: '101' },
  },
  ...(
    [
      ['2026-01', '675'],
      ['2026-02', '840'],
      ['2026-03', '790'],
    ] as const
  ).map(
    // Worked out from the figures: tiers of cumulative sales + growth, less the recapture, less what was paid before.
    ([period, amount]): GoldenCase => ({
      id: 'G57',
      says: `year to date: growth adds to the sales, recapture comes off the pay, ${period}`,
      period,
      files: {
        'people.csv': goldenPeople(1),
        'deals.csv': 'id,day,who,amount,product\nA,2026-01-20,E1,15000,p\nB,2026-02-20,E1,20000,p\nC,2026-03-20,E1,25000,p\n',
        'tables/steps.yaml':
          'table: steps\nkind: tiers\nmode: marginal\nof: money\ntiers:\n  - { from: 500, to: 20000, rate: 5% }\n  - { to: 40000, rate: 4% }\n  - { rate: 3% }\n',
        'incentives/plan.yaml': goldenPlan('  - { component: pay, amount: "tiers(steps, revenue + ¥1000) - ¥100", over: year }\n'),
      },
      earnings: { E1: { pay: amount } },
    }),
  ),
  {
    id: 'G39',
    says: 'so much for each deal, written into the formula',
    period: '2026-03',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': 'id,day,who,amount,product\nA,2026-03-01,E1,20000,p\nB,2026-03-02,E1,10000,p\nC,2026-03-03,E1,10000,p\nD,2026-03-04,E1,10000,p\n',
      'targets.csv': targets(['E1,revenue,2026-03,100000']),
      'incentives/plan.yaml': goldenPlan('  - { component: spif, amount: deal_count * 250 元 }\n  - { component: half, amount: ¥1000 * attainment(revenue) }\n'),
    },
    earnings: { E1: { spif: '1000', half: '500' } },
  },
  ...[
    ['140', '840'],
    ['175', '1050'],
    ['75', '450'],
    ['95', '570'],
  ].map(
    ([performance, amount]): GoldenCase => ({
      id: 'G54',
      says: `quarter bonus, performance ${performance} %`,
      period: '2026-Q1',
      files: {
        'people.csv': goldenPeople(1),
        'deals.csv': one('1'),
        'measures/kpis.yaml': '- { measure: performance, kind: entered, unit: percent, over: last }\n',
        'entered.csv': entered([['E1', 'performance', performance ?? '']]),
        'pay.csv': 'employee,item,amount\nE1,quarter_base,60000\n',
        'incentives/plan.yaml': goldenPlan('  - { component: bonus, amount: pay(quarter_base) * 5% * 20% * performance }\n').replace('every: month', 'every: quarter'),
      },
      earnings: { E1: { bonus: amount ?? '' } },
    }),
  ),
]
