import type { Diagnostic } from '../../base/diagnostic.ts'
import { parseYaml } from '../../server/plan/yaml.ts'
import { type DocumentKind, type DocumentOf, parseDocument } from '../documents/parse.ts'
import type { Program } from '../ir.ts'
import { checkPlan } from './check-plan.ts'
import type { Placed } from './report.ts'
import { COMPANY, DATASETS, MEASURES } from './testing.ts'

/** Measures that rules of the small company need beside those of `testing.ts`. */
const MORE_MEASURES: Record<string, Record<string, unknown>> = {
  complaints: { measure: 'complaints', name: { zh: '投诉', en: 'Complaints' }, kind: 'entered', unit: 'number', better: 'less' },
  attitude: { measure: 'attitude', name: { zh: '态度', en: 'Attitude' }, kind: 'rating', unit: 'number', sources: { 上级: { weight: 60 }, 同事: { weight: 40 } } },
}

/** Tables, schemes and incentive plans of the small company, by file, as people write them; nothing is wrong with them. */
export const RULES: Readonly<Record<string, string>> = {
  'tables/commission.yaml': `
table: commission
name: { zh: 提成表, en: Commission }
kind: tiers
mode: marginal
of: money
tiers:
  - from: 0
    to: 100000
    rate: 1%
  - to: 300000
    rate: 2%
  - rate: 3%
`,
  'tables/steps.yaml': `
table: steps
kind: tiers
mode: whole
of: percent
pays: money
boundary: begins
tiers:
  - to: 80%
    amount: 0
  - from: 80%
    to: 100%
    amount: 500
  - amount: 1000
`,
  'tables/piece.yaml': `
table: piece
kind: tiers
mode: marginal
of: piece
pays: money
tiers:
  - rate: 50
`,
  'tables/speed.yaml': `
table: speed
kind: curve
of: percent
pays: percent
points:
  - at: 50%
    value: 0%
  - at: 100%
    value: 100%
  - at: 150%
    value: 200%
`,
  'tables/matrix.yaml': `
table: matrix
kind: lookup
by:
  - key: grade
  - key: attained
    range: percent
pays: money
rows:
  - when:
      grade: A
      attained: { from: 100% }
    value: 2000
  - when:
      grade: A
      attained: { to: 100% }
    value: 1000
otherwise: 0
`,
  'schemes/hunter.yaml': `
scheme: hunter
name: { zh: 新客开拓, en: Hunter }
role: hunter
every: month
from: 2026-01-01
lines:
  - line: 销售额
    measure: 销售额
    weight: 40
    score:
      rule: linear
      threshold: 60
      cap: 150
  - line: 新客户
    measure: customers_count
    weight: 20%
    target:
      fixed: 5
    score:
      rule: bands
      bands:
        - to: 60%
          points: 0
        - from: 60%
          to: 100%
          points: 60
        - points: 100
  - line: 付款率
    measure: paid_rate
    weight: 20
    score:
      rule: range
      worst: 60%
      best: 95
      cap: 120
  - line: 件数
    measure: pieces
    weight: 20
    score:
      rule: curve
      of: actual
      points:
        - at: 0
          points: 0
        - at: 100
          points: 80
        - at: 200
          points: 100
  - line: 投诉扣分
    measure: 投诉
    score:
      rule: points
      each: -5
      floor: -20
  - line: 红线
    measure: paid_rate
    score:
      rule: gate
      passes: ">= 60%"
      most: 59
weights:
  2026-03:
    销售额: 55
    新客户: 15
    付款率: 15
    件数: 15
newcomers:
  months: 3
  weights:
    新客户: 60
    付款率: 20
    件数: 20
grades:
  - grade: A
    from: 110
    coefficient: 150%
  - grade: B
    from: 80
    coefficient: 1
  - grade: C
    coefficient: 0
feedback: monthly
`,
  'schemes/manager.yaml': `
scheme: manager
role: [销售经理, 区域总监]
every: month
lines:
  - line: 团队
    measure: team_revenue
    weight: 60
    prorate: true
    score: { rule: linear, cap: 150 }
  - line: 投诉率
    measure: complaints
    weight: 40
    score: { rule: lower, floor: 0, cap: 120 }
grades:
  - { grade: 好, from: 90 }
  - { grade: 一般 }
feedback: weekly
`,
  'incentives/hunter-pay.yaml': `
incentive: hunter-pay
role: hunter
every: month
tables:
  bonus:
    kind: tiers
    mode: interpolated
    of: percent
    pays: money
    boundary: ends
    tiers:
      - to: 100%
        amount: 1000
components:
  - component: 提成
    amount: 阶梯(commission, 销售额)
    when: 达成率(销售额) >= 75%
    cap: 目标(销售额) × 3%
    over: year
  - component: 计件
    amount: 阶梯(piece, 件数)
    floor: 0
    cap: 5000
  - component: 绩效工资
    amount: 薪酬(performance) × 系数()
    when:
      - name: { zh: 在岗过半, en: Half of the days }
        holds: 在岗比例() >= 50%
      - 得分() >= 60
  - component: 达成奖
    amount: 阶梯(steps, 达成率(销售额)) + 阶梯(bonus, 达成率(销售额)) × 曲线(speed, 达成率(客户数))
  - component: 等级奖
    amount: 查表(matrix, 等级(), 达成率(销售额))
`,
}

/** Parse and check the small company with these files in place of those of RULES, or beside them; the file of a diagnostic is its path in the folder. */
export function checkRules(files: Readonly<Record<string, string>> = {}): { readonly program: Program | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const read = <K extends DocumentKind>(kind: K, file: string, text: string): Placed<DocumentOf<K>>[] => {
    const yaml = parseYaml(file, text)
    diagnostics.push(...yaml.diagnostics)
    return yaml.entries.flatMap((entry) => {
      const parsed = parseDocument(kind, entry.value)
      diagnostics.push(...parsed.diagnostics.map((d) => ({ ...d, place: { ...entry.place(d.place.path ?? []), file } })))
      if (parsed.document === null) return []
      const locate: Placed<unknown>['locate'] = (path, span) => {
        const { line, column } = entry.place(path, span)
        return line === undefined || column === undefined ? undefined : { line, column }
      }
      return [{ document: parsed.document, file, locate }]
    })
  }
  const all = Object.entries({ ...RULES, ...files })
  const of = <K extends DocumentKind>(kind: K, folder: string) => all.filter(([file]) => file.startsWith(folder)).flatMap(([file, text]) => read(kind, file, text))
  const json = (documents: Record<string, unknown>) => Object.entries(documents).map(([file, value]) => [file, JSON.stringify(value)] as const)
  const [company] = read('company', 'company', JSON.stringify(COMPANY))
  if (company === undefined) throw new Error('the company of the tests is wrong')
  const checked = checkPlan({
    company,
    datasets: json(DATASETS).flatMap(([file, text]) => read('dataset', file, text)),
    measures: json({ ...MEASURES, ...MORE_MEASURES }).flatMap(([file, text]) => read('measure', file, text)),
    tables: of('table', 'tables/'),
    schemes: of('scheme', 'schemes/'),
    incentives: of('incentive', 'incentives/'),
  })
  return { program: diagnostics.length > 0 ? null : checked.program, diagnostics: [...diagnostics, ...checked.diagnostics] }
}
