import type { Files } from './testing-folder.ts'
import { GOOD } from './testing-folder.ts'

/** Over the small plan that is right: roles, a scheme with every kind of line, plans with tiers, a curve, a lookup, conditions and pay over the year. */
export const RULES: Files = {
  'people.csv':
    'id,name,alias,unit,manager,role,from\nE1,王经理,,销售部,,manager,2020-01-01\nE2,李雷,小李,销售部,E1,hunter,2024-05-01\nE3,韩梅梅,,销售部,E1,hunter,2026-02-01\nE4,赵四,,销售部,E1,clerk,2024-05-01\n',
  'measures/rules.yaml':
    '- { measure: complaints, name: { zh: 投诉, en: Complaints }, kind: entered, unit: 单, better: less }\n- { measure: gross_margin, name: { zh: 毛利率, en: Gross margin }, kind: formula, unit: percent, formula: (sales - total_cost) / sales, round: 2 }\n- { measure: total_cost, name: { zh: 成本, en: Cost }, kind: aggregate, unit: money, dataset: orders, aggregate: sum, value: cost }\n',
  'tables/ladder.yaml':
    'table: ladder\nname: { zh: 提成阶梯, en: Commission ladder }\nkind: tiers\nmode: marginal\nof: percent\ntiers:\n- { to: 80%, rate: 1% }\n- { to: 100%, rate: 2% }\n- { to: 120%, rate: 3% }\n- { rate: 5% }\n',
  'tables/others.yaml':
    '- table: accelerator\n  name: { zh: 加速系数, en: Accelerator }\n  kind: curve\n  of: percent\n  pays: number\n  points:\n  - { at: 50%, value: 0 }\n  - { at: 100%, value: 1 }\n  - { at: 150%, value: 2 }\n- table: by_grade\n  name: { zh: 等级奖, en: Grade prizes }\n  kind: lookup\n  by:\n  - key: grade\n  - { key: months, range: number }\n  pays: money\n  rows:\n  - { when: { grade: [S, A], months: { from: 12 } }, value: 2000 }\n  - { when: { grade: [S, A] }, value: 1000 }\n  otherwise: 0\n',
  'schemes/hunter.yaml': `- scheme: hunter
  name: { zh: 新客开拓考核, en: New business }
  role: hunter
  every: quarter
  from: 2025-01-01
  lines:
  - { line: sales, measure: sales, weight: 100 }
- scheme: hunter
  name: { zh: 新客开拓考核, en: New business }
  role: hunter
  every: quarter
  from: 2026-01-01
  lines:
  - line: sales
    name: { zh: 销售额, en: Sales }
    measure: sales
    weight: 60
    prorate: true
    score: { rule: linear, threshold: 50, cap: 150 }
  - line: margin
    name: { zh: 毛利率, en: Margin }
    measure: gross_margin
    weight: 30
    score:
      rule: bands
      of: actual
      bands:
      - { from: any, to: 20%, points: 0 }
      - { to: 35%, points: 80 }
      - { points: 110 }
    noData: zero
  - line: attitude
    name: { zh: 态度, en: Attitude }
    measure: attitude
    weight: 10
    kind: ordinary
    score: { rule: range, worst: 1, best: 5 }
  - line: growing
    name: { zh: 客单加分, en: Order size }
    measure: orders_count
    score: { rule: points, each: 0.5, cap: 5 }
  - line: no_complaints
    name: { zh: 零投诉, en: No complaints }
    measure: complaints
    score: { rule: gate, passes: "<= 2", most: 60 }
  grades:
  - { grade: S, from: 120, coefficient: 1.5 }
  - { grade: A, from: 100, coefficient: 1.2 }
  - { grade: B, from: 80, coefficient: 1 }
  - { grade: C, coefficient: 0.6 }
  feedback: monthly
`,
  'incentives/hunter.yaml': `incentive: hunter_pay
name: { zh: 新客提成, en: New business pay }
role: hunter
every: quarter
from: 2026-01-01
components:
- component: commission
  name: { zh: 提成, en: Commission }
  amount: tiers(ladder, sales, target(sales)) * curve(accelerator, attainment(sales))
  when:
  - { name: { zh: 达成过半, en: At least half }, holds: attainment(sales) >= 50% }
  cap: 10% * sales
- component: prize
  name: { zh: 等级奖, en: Prize }
  amount: lookup(by_grade, grade(), tenure())
- component: performance
  name: { zh: 绩效工资, en: Performance salary }
  amount: pay(绩效工资) * coefficient() * presence()
- component: yearly
  name: { zh: 全年奖, en: Yearly bonus }
  over: year
  amount: 1% * sales
  floor: 0
`,
  'targets.csv': 'employee,measure,period,target,stretch\nE2,sales,2026-Q1,20000,25000\n韩梅梅,销售额,2026-02,5000,\nE3,sales,2026-03,5000,\n',
  'pay.csv': 'employee,item,amount,from\nE2,绩效工资,3000,\nE2,绩效工资,3500,2026-02-01\nE3,绩效工资,2000,\n',
  'entered.csv': `${GOOD['entered.csv']}complaints,E2,2026-03-31,1,\ncomplaints,E3,2026-03-31,3,\n`,
}
