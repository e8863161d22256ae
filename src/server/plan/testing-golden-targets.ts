import { type GoldenCase, goldenPeople, goldenPlan } from './testing-golden-tiers.ts'

/** Targets of periods of several kinds, targets of nothing, and years of weeks. Worked by hand. */
const MEASURES = '- { measure: m, kind: entered, unit: money }\n'
const FILES = { 'deals.csv': 'id,day,who,amount,product\n', 'measures/entered.yaml': MEASURES }
const targets = (...rows: readonly string[]): string => `employee,measure,period,target,stretch\n${rows.join('\n')}\n`
const months = (employee: string, of: readonly number[], value: number): string[] => of.map((n) => `${employee},m,2026-${String(n).padStart(2, '0')},${value},`)

export const GOLDEN_TARGETS: readonly GoldenCase[] = [
  {
    id: 'T01',
    says: 'a year of a quarter and nine months counts all ten; months that a quarter covers do not; a half and a quarter beside it',
    period: '2026',
    files: {
      ...FILES,
      'people.csv': goldenPeople(4),
      'targets.csv': targets(
        'E1,m,2026-Q1,30000,',
        ...months('E1', [4, 5, 6, 7, 8, 9, 10, 11, 12], 10000),
        'E2,m,2026-Q1,30000,',
        ...months('E2', [1, 2, 3, 4], 9000),
        'E3,m,2026-H1,50000,',
        'E3,m,2026-Q2,1,',
        'E3,m,2026-Q3,20000,7',
        ...months('E3', [7, 10], 5000),
        // The quarter has no stretch target, so that the month's counts.
        'E4,m,2026-Q1,30000,',
        'E4,m,2026-02,1,40000',
      ),
      'incentives/plan.yaml': goldenPlan('  - { component: t, amount: target(m) }\n  - { component: s, amount: stretch(m) }\n').replace('every: month', 'every: year'),
    },
    earnings: { E1: { t: '120000', s: null }, E2: { t: '39000', s: null }, E3: { t: '75000', s: '7' }, E4: { t: '30000', s: '40000' } },
  },
  {
    id: 'T02',
    says: 'against a target of nothing or less nothing is measured, in pay as in scores',
    period: '2026-03',
    files: {
      ...FILES,
      'people.csv': goldenPeople(3),
      'entered.csv': 'measure,employee,date,value\nm,E1,2026-03,5\nm,E2,2026-03,5\nm,E3,2026-03,5\n',
      'targets.csv': targets('E1,m,2026-03,0,', 'E2,m,2026-03,-5,', 'E3,m,2026-03,5,'),
      'incentives/plan.yaml': goldenPlan('  - { component: a, amount: ¥100 * attainment(m) }\n  - { component: q, amount: "¥100 * value_or(m / target(m), 0)" }\n'),
      'schemes/reps.yaml': `scheme: reps
role: rep
every: month
lines:
  - { line: x, measure: m, weight: 100, noData: zero, score: { rule: linear, cap: 150 } }
`,
    },
    earnings: { E1: { a: null, q: '0' }, E2: { a: null, q: '0' }, E3: { a: '100', q: '100' } },
    scores: { E1: '0', E2: '0', E3: '100' },
  },
  {
    id: 'T03',
    says: 'the first week of 2026 begins in December and begins its year',
    period: '2026-W02',
    files: {
      'people.csv': goldenPeople(1),
      'deals.csv': 'id,day,who,amount,product\n1,2025-06-01,E1,100000,p\n2,2025-12-30,E1,500,p\n3,2026-01-02,E1,8000,p\n4,2026-01-06,E1,1000,p\n',
      'incentives/plan.yaml': goldenPlan('  - { component: y, amount: year_to_date(revenue) }\n  - { component: x, amount: revenue * 1%, over: year }\n').replace(
        'every: month',
        'every: week',
      ),
    },
    earnings: { E1: { y: '9500', x: '10' } },
  },
]
