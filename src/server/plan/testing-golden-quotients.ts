import { type GoldenCase, goldenPlan } from './testing-golden-tiers.ts'

/**
 * Amounts and scores that a division went into and that come out exactly on a boundary, a half cent or a half point. Worked by hand, in fractions.
 * `E1 from` a day, of April's 30; figures are entered.
 */
const ENTERED = `- { measure: a, kind: entered, unit: number }
- { measure: b, kind: entered, unit: number }
- { measure: c, kind: entered, unit: number }
- { measure: m, kind: entered, unit: money }
- { measure: share, kind: ratio, numerator: a, denominator: b, unit: percent }
`
const joined = (...days: readonly string[]): string => `id,name,manager,role,from\n${days.map((day, i) => `E${i + 1},Person ${i + 1},,rep,${day}\n`).join('')}`
const entered = (...rows: readonly string[]): string => `measure,employee,date,value\n${rows.join('\n')}\n`
const targets = (...rows: readonly string[]): string => `employee,measure,period,target\n${rows.join('\n')}\n`
const FILES = { 'deals.csv': 'id,day,who,amount,product\n', 'measures/entered.yaml': ENTERED }
const LINEAR = 'score: { rule: linear, cap: 150 }'

export const GOLDEN_QUOTIENTS: readonly GoldenCase[] = [
  {
    id: 'Q01',
    says: '20 of 30 days: 300 × 20/30 is 200, which 200 reaches in conditions and tiers',
    period: '2026-04',
    files: {
      ...FILES,
      'people.csv': joined('2026-04-11', '2026-04-21'),
      'measures/entered.yaml': ENTERED,
      'entered.csv': entered('m,E1,2026-04-30,200', 'm,E2,2026-04-30,100'),
      'targets.csv': targets('E1,m,2026-04,300', 'E2,m,2026-04,300'),
      'pay.csv': 'employee,item,amount\nE1,base,300\nE2,base,300\n',
      'incentives/plan.yaml': goldenPlan(
        `  - { component: met, amount: ¥100, when: m >= target(m) * presence() }
  - { component: tier, amount: "tiers(steps, m, target(m) * presence())" }
  - { component: quota, amount: ¥100, when: prorated_attainment(m) >= 100% }
  - { component: base, amount: ¥100, when: pay(base) * presence() <= m }
  - { component: listed, amount: ¥100, when: "m / (target(m) * presence()) in (1, 2)" }
`,
        'tables:\n  steps: { kind: tiers, mode: whole, boundary: begins, of: percent, tiers: [{ to: 100%, rate: 1% }, { rate: 10% }] }\n',
      ),
    },
    earnings: {
      E1: { met: '100', tier: '20', quota: '100', base: '100', listed: '100' },
      E2: { met: '100', tier: '10', quota: '100', base: '100', listed: '100' },
    },
  },
  {
    id: 'Q02',
    says: 'half a cent after a share of days is rounded up: 1,000.05 ÷ 30, × 25 ÷ 30; 1,000.50 × 7 ÷ 30; half of 1, 25 and 7 days',
    period: '2026-04',
    files: {
      ...FILES,
      'people.csv': joined('2026-04-30', '2026-04-06', '2026-04-24'),
      'pay.csv': 'employee,item,amount\nE1,base,1000.05\nE2,base,1000.05\nE3,base,1000.5\n',
      'targets.csv': targets('E1,m,2026-04,1000.05', 'E2,m,2026-04,1000.05', 'E3,m,2026-04,1000.50'),
      'incentives/plan.yaml': goldenPlan(`  - { component: base, amount: pay(base) * presence() }
  - { component: quota, amount: prorated_target(m) }
  - { component: tenth, amount: pay(base) * 10% * presence() }
  - { component: whole, amount: "round(presence() * 30 * 0.5) * ¥1" }
`),
    },
    earnings: {
      E1: { base: '33.34', quota: '33.34', tenth: '3.33', whole: '1' },
      E2: { base: '833.38', quota: '833.38', tenth: '83.34', whole: '13' },
      E3: { base: '233.45', quota: '233.45', tenth: '23.35', whole: '4' },
    },
  },
  {
    id: 'Q03',
    says: '150.15 × 10,000 ÷ 300,000 is 5.005, in whatever order it is written, and through a measure',
    period: '2026-03',
    files: {
      ...FILES,
      'people.csv': joined('2020-01-01'),
      'entered.csv': entered('m,E1,2026-03,10000', 'a,E1,2026-03,1', 'b,E1,2026-03,30'),
      'targets.csv': targets('E1,m,2026-03,300000'),
      'pay.csv': 'employee,item,amount\nE1,base,150.15\n',
      'incentives/plan.yaml': goldenPlan(`  - { component: attained, amount: pay(base) * attainment(m) }
  - { component: after, amount: pay(base) * m / target(m) }
  - { component: before, amount: m / target(m) * pay(base) }
  - { component: measured, amount: pay(base) * share }
  - { component: large, amount: ¥3000000000.15 * share }
`),
    },
    // 3,000,000,000.15 ÷ 30 = 100,000,000.005
    earnings: { E1: { attained: '5.01', after: '5.01', before: '5.01', measured: '5.01', large: '100000000.01' } },
  },
  {
    id: 'Q04',
    says: '30 × 1/3 + 50 × 99 % + 20 × 150 % is 89.5, which rounds to 90',
    period: '2026-03',
    files: {
      ...FILES,
      'people.csv': joined('2020-01-01'),
      'entered.csv': entered('a,E1,2026-03,1', 'b,E1,2026-03,99', 'c,E1,2026-03,150'),
      'targets.csv': targets('E1,a,2026-03,3', 'E1,b,2026-03,100', 'E1,c,2026-03,100'),
      'schemes/reps.yaml': `scheme: reps
role: rep
every: month
round: 0
lines:
  - { line: x, measure: a, weight: 30, ${LINEAR} }
  - { line: y, measure: b, weight: 50, ${LINEAR} }
  - { line: z, measure: c, weight: 20, ${LINEAR} }
`,
    },
    scores: { E1: '90' },
  },
  {
    id: 'Q05',
    says: 'a target of a third by formula: 100 of 300 ÷ 3 is 100 %, in bands, thresholds and gates',
    period: '2026-03',
    files: {
      ...FILES,
      'people.csv': joined('2020-01-01', '2020-01-01'),
      'entered.csv': entered('a,E1,2026-03,100', 'b,E1,2026-03,300', 'c,E1,2026-03,100', 'a,E2,2026-03,99.999999', 'b,E2,2026-03,300', 'c,E2,2026-03,99.999999'),
      'schemes/reps.yaml': `scheme: reps
role: rep
every: month
lines:
  - { line: x, measure: a, weight: 50, target: { formula: b * (1 / 3) }, score: { rule: bands, of: attainment, boundary: begins, bands: [{ to: 100%, points: 0 }, { points: 100 }] } }
  - { line: y, measure: c, weight: 50, target: { formula: b * (1 / 3) }, score: { rule: linear, threshold: 100%, cap: 150 } }
  - { line: z, measure: share, score: { rule: gate, passes: ">= 33.3%", most: 60 } }
`,
    },
    scores: { E1: '100', E2: '0' },
  },
]
