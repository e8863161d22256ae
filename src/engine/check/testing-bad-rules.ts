import type { CalendarCode } from './report.ts'
import { RULES } from './testing-rules.ts'
import type { EngineCode } from './texts.ts'

/** One mistake in the YAML of otherwise good tables, schemes and incentive plans, and what is to be said about it. */
export interface BadRule {
  readonly code: EngineCode | CalendarCode
  readonly file: string
  /** What stands in the file, and what is written instead of its first occurrence; null: the file is new. */
  readonly change: readonly [from: string, to: string] | null
  /** The whole of a new file. */
  readonly text?: string
  /** The line of the YAML at which the mistake is told, without the white space around it. */
  readonly line: string
  /** What the sentence names, in either language. */
  readonly names: string
}

const in_ =
  (file: string) =>
  (code: BadRule['code'], from: string, to: string, line: string, names: string): BadRule => ({ code, file, change: [from, to], line, names })

const commission = in_('tables/commission.yaml')
const steps = in_('tables/steps.yaml')
const speed = in_('tables/speed.yaml')
const matrix = in_('tables/matrix.yaml')
const hunter = in_('schemes/hunter.yaml')
const manager = in_('schemes/manager.yaml')
const pay = in_('incentives/hunter-pay.yaml')

function another(code: BadRule['code'], file: string, text: string, line: string, names: string): BadRule {
  return { code, file, change: null, text, line, names }
}

const manyTiers = Array.from({ length: 2_001 }, (_, i) => `  - { to: ${i + 1}, rate: 1% }`).join('\n')

const tables: BadRule[] = [
  commission('tiers.overlap', '- to: 300000', '- from: 90000\n    to: 300000', '- from: 90000', '0–100000'),
  commission('tiers.gap', '- to: 300000', '- from: 120000\n    to: 300000', '- from: 120000', '120000–300000'),
  commission('tiers.order', '- to: 300000', '- from: -50\n    to: -10', '- from: -50', '-50–-10'),
  commission('tiers.empty', 'to: 100000', 'to: 0', 'to: 0', '0'),
  commission('tiers.open', '  - to: 300000\n    rate: 2%', '  - rate: 2%', '- rate: 2%', '2'),
  commission('tiers.any', '- to: 300000', '- from: any\n    to: 300000', '- from: any', '2'),
  commission('tiers.both', 'rate: 2%', 'rate: 2%\n    amount: 5', 'amount: 5', '2'),
  commission('tiers.neither', '    to: 100000\n    rate: 1%', '    to: 100000', '- from: 0', '1'),
  commission('tiers.mixed', 'rate: 2%', 'amount: 2', 'amount: 2', 'amount'),
  commission('tiers.interpolated-rates', 'mode: marginal', 'mode: interpolated', 'mode: interpolated', 'interpolated'),
  commission('tiers.no-boundary', 'mode: marginal', 'mode: whole', 'mode: whole', 'boundary'),
  commission('tiers.rate-high', 'rate: 3%', 'rate: 3', '- rate: 3', '3%'),
  commission('tiers.negative', 'rate: 1%', 'rate: -1%', 'rate: -1%', '-1%'),
  commission('table.amount-due', 'to: 100000', 'to: 100%', 'to: 100%', '100%'),
  commission('name.unknown-unit', 'of: money', 'of: mony', 'of: mony', 'mony'),
  another('table.too-long', 'tables/long.yaml', `table: long\nkind: tiers\nmode: marginal\nof: money\ntiers:\n${manyTiers}\n`, '- { to: 1, rate: 1% }', '2001'),
  another('table.unused', 'tables/idle.yaml', 'table: idle\nkind: curve\nof: number\npays: number\npoints: [{ at: 0, value: 0 }, { at: 1, value: 1 }]\n', 'table: idle', 'idle'),
  another(
    'name.duplicate',
    'tables/twice.yaml',
    'table: speed\nkind: curve\nof: number\npays: number\npoints: [{ at: 0, value: 0 }, { at: 1, value: 1 }]\n',
    'table: speed',
    'tables/speed.yaml:2',
  ),
  steps('table.percent-due', 'from: 80%', 'from: 0.8', '- from: 0.8', '0.8%'),
  steps('tiers.no-pays', 'pays: money\n', '', 'table: steps', 'pays'),
  steps('table.amount-due', 'amount: 500', 'amount: 5%', 'amount: 5%', '5%'),
  speed('curve.falls', 'value: 200%', 'value: 90%', 'value: 90%', '90%'),
  speed('curve.order', 'at: 150%', 'at: 100%', '- at: 100%', '100%'),
  matrix('lookup.key-twice', '- key: attained', '- key: grade', '- key: grade', 'grade'),
  matrix('lookup.unknown-key', 'attained: { from', 'attaind: { from', 'attaind: { from: 100% }', 'attained'),
  matrix('lookup.text-due', 'grade: A', 'grade: { from: 1 }', 'grade: { from: 1 }', 'grade'),
  matrix('lookup.range-due', 'attained: { from: 100% }', 'attained: 100%', 'attained: 100%', '100%'),
  matrix('lookup.empty-range', '{ from: 100% }', '{ from: 100%, to: 50% }', 'attained: { from: 100%, to: 50% }', '50%'),
  matrix('lookup.overlap', '{ to: 100% }', '{ to: 120% }', 'grade: A', '120%'),
  matrix('lookup.unreachable', '      attained: { from: 100% }\n', '', 'grade: A', '2'),
]

const lines: BadRule[] = [
  hunter('name.unknown-measure', 'measure: pieces', 'measure: peices', 'measure: peices', 'pieces'),
  hunter('name.unknown-measure', 'measure: paid_rate\n    score:\n      rule: gate', 'measure: 合规率\n    score:\n      rule: gate', 'measure: 合规率', '合规率'),
  hunter('name.duplicate', 'line: 件数', 'line: 新客户', '- line: 新客户', 'schemes/hunter.yaml:15'),
  hunter('name.reserved', 'line: 红线', 'line: constructor', '- line: constructor', 'constructor'),
  hunter('scheme.no-weight', '    weight: 20%\n', '', '- line: 新客户', '新客户'),
  hunter('scheme.gate-weight', 'line: 红线\n', 'line: 红线\n    weight: 10\n', 'weight: 10', '10'),
  hunter('scheme.gate-weight-none', 'line: 红线\n', 'line: 红线\n    weight: 0\n', 'weight: 0', '红线'),
  hunter('document.type', 'passes: ">= 60%"', 'passes: 0', 'passes: 0', '0'),
  hunter('scheme.points-weight', 'line: 投诉扣分\n', 'line: 投诉扣分\n    weight: 0\n', 'weight: 0', '投诉扣分'),
  hunter('document.format', 'weight: 40', 'weight: -40', 'weight: -40', '-40'),
  hunter('document.format', 'threshold: 60', 'threshold: sixty', 'threshold: sixty', 'sixty'),
  hunter('document.empty', 'threshold: 60', 'threshold: ""', 'threshold: ""', 'threshold'),
  hunter('document.format', '">= 60%"', '"about 60%"', 'passes: "about 60%"', 'about 60%'),
  hunter('scheme.percent-amount', 'fixed: 5', 'fixed: 90%', 'fixed: 90%', '90%'),
  hunter('scheme.percent-amount', '- at: 200', '- at: 200%', '- at: 200%', '200%'),
  hunter('scheme.percent-amount', 'measure: paid_rate\n    score:\n      rule: gate', 'measure: orders_count\n    score:\n      rule: gate', 'passes: ">= 60%"', '60%'),
  hunter('scheme.percent-fraction', 'best: 95', 'best: 0.95', 'best: 0.95', '95%'),
  hunter('scheme.percent-fraction', '">= 60%"', '">= 0.6"', 'passes: ">= 0.6"', '60%'),
  hunter('scheme.target-zero', 'fixed: 5', 'fixed: 0', 'fixed: 0', '0'),
  hunter('scheme.target-constant', 'fixed: 5', 'formula: 2 + 3', 'formula: 2 + 3', '2 + 3'),
  hunter('scheme.target-unit', 'fixed: 5', 'formula: 团队(目标(销售额)) × 85%', 'formula: 团队(目标(销售额)) × 85%', '团队(目标(销售额)) × 85%'),
  hunter('type.expected', 'fixed: 5', 'formula: 目标(销售额) > 1', 'formula: 目标(销售额) > 1', '目标(销售额) > 1'),
  hunter('name.unknown-measure', 'fixed: 5', 'formula: 团队(目标(建数))', 'formula: 团队(目标(建数))', '建数'),
  hunter('scheme.prorate-unused', 'target:\n      fixed: 5', 'target:\n      formula: 客户数\n    prorate: true', 'prorate: true', 'formula'),
  hunter('scheme.target-unused', 'line: 红线\n', 'line: 红线\n    target: stretch\n', 'target: stretch', 'gate'),
  hunter('scheme.prorate-unused', 'line: 新客户\n', 'line: 新客户\n    prorate: true\n', 'prorate: true', '新客户'),
  hunter('scheme.prorate-unused', 'line: 件数\n', 'line: 件数\n    prorate: true\n', 'prorate: true', '件数'),
  manager('scheme.prorate-rate', 'measure: team_revenue', 'measure: paid_rate', 'prorate: true', 'prorate'),
  manager('scheme.direction', 'rule: lower, floor: 0, cap: 120', 'rule: linear, cap: 120', 'score: { rule: linear, cap: 120 }', 'linear'),
  manager('scheme.direction', 'rule: linear, cap: 150', 'rule: lower', 'score: { rule: lower }', 'lower'),
  hunter('scheme.direction', 'worst: 60%\n      best: 95', 'worst: 95\n      best: 60%', 'rule: range', 'range'),
]

const rules: BadRule[] = [
  manager('scheme.floor-above-cap', 'floor: 0, cap: 120', 'floor: 130, cap: 120', 'score: { rule: lower, floor: 130, cap: 120 }', '130'),
  hunter('scheme.floor-above-cap', 'cap: 120', 'floor: 121\n      cap: 120', 'floor: 121', '121'),
  manager('scheme.cap-negative', 'rule: linear, cap: 150', 'rule: linear, cap: -10', 'score: { rule: linear, cap: -10 }', '-10'),
  manager('scheme.cap-negative', 'floor: 0, cap: 120', 'floor: -30, cap: -10%', 'score: { rule: lower, floor: -30, cap: -10% }', '-10%'),
  hunter('scheme.start-outside', '      each: -5', '      start: -30\n      each: -5', 'start: -30', '-30'),
  hunter('scheme.gate-idle', 'most: 59', 'most: 160', 'most: 160', '160'),
  hunter('scheme.most-negative', 'most: 59', 'most: -50', 'most: -50', '-50'),
  hunter('scheme.threshold-above-cap', 'threshold: 60', 'threshold: 160%', 'threshold: 160%', '160'),
  hunter('scheme.points-factor', 'cap: 150', 'cap: 1.5', 'cap: 1.5', '150'),
  hunter('scheme.points-factor', 'most: 59', 'most: 0.725', 'most: 0.725', '72.5'),
  hunter('scheme.points-factor', 'to: 60%\n          points: 0', 'to: 0.5\n          points: 0\n        - to: 60%\n          points: 10', '- to: 0.5', '50'),
  hunter('scheme.points-factor', '      cap: 120', '      cap: 1.2', 'cap: 1.2', '120'),
  manager('scheme.points-factor', 'floor: 0, cap: 120', 'floor: 0, cap: 1.2', 'score: { rule: lower, floor: 0, cap: 1.2 }', '120'),
  hunter('scheme.grade-factor', 'from: 80', 'from: 0.8', 'from: 0.8', '80'),
  commission('tiers.rate-mixed', 'rate: 2%', 'rate: 0.4', 'rate: 0.4', '0.4%'),
  commission('tiers.rate-high', 'rate: 2%', 'rate: 1', 'rate: 1', '1%'),
  hunter(
    'scheme.points-factor',
    'to: 60%\n          points: 0\n        - from: 60%\n          to: 100%',
    'to: 0.6\n          points: 0\n        - from: 0.6\n          to: 1',
    '- to: 0.6',
    '60',
  ),
  hunter('scheme.range-flat', 'best: 95', 'best: 60', 'best: 60', '60'),
  hunter('scheme.points-nothing', 'each: -5', 'each: 0', 'each: 0', '0'),
  hunter('tiers.overlap', '- from: 60%', '- from: 50%', '- from: 50%', '50–100'),
  hunter('tiers.gap', '- from: 60%', '- from: 70%', '- from: 70%', '0–60'),
  hunter('tiers.open', '        - from: 60%\n          to: 100%\n          points: 60', '        - from: 60%\n          points: 60', '- from: 60%', '2'),
  hunter('tiers.empty', 'to: 60%', 'to: 0', '- to: 0', '0'),
  hunter('tiers.any', '- from: 60%', '- from: any', '- from: any', '2'),
  hunter('curve.falls', 'points: 100\n  - line: 投诉', 'points: 70\n  - line: 投诉', 'points: 70', '70'),
  hunter('curve.order', '- at: 200', '- at: 50', '- at: 50', '50'),
]

const weights: BadRule[] = [
  hunter('scheme.weights', 'weight: 40', 'weight: 39', '- line: 销售额', '99'),
  hunter('scheme.weights', 'weight: 20%', 'weight: 20.01%', '- line: 销售额', '100.01'),
  hunter('scheme.weights', '件数: 15', '件数: 25', '销售额: 55', '2026-03'),
  hunter('scheme.weights', '新客户: 60', '新客户: 50', '新客户: 50', '90'),
  hunter('scheme.weights', '    件数: 15\n', '', '销售额: 55', '85'),
  hunter('scheme.unknown-line', '件数: 15', '件书: 15', '件书: 15', '件数'),
  hunter('scheme.not-weighted', '    件数: 15', '    件数: 15\n    红线: 0', '红线: 0', '红线'),
  hunter('calendar.no-such-period', '2026-03:', '2026-13:', '销售额: 55', '2026-13'),
  hunter('calendar.period-form', '2026-03:', '三月:', '销售额: 55', '三月'),
  hunter('scheme.period-kind', '2026-03:', '2026-Q1:', '销售额: 55', '2026-Q1'),
  hunter('scheme.period-outside', '2026-03:', '2025-03:', '销售额: 55', '2025-03'),
  another(
    'scheme.no-weighted',
    'schemes/only-points.yaml',
    'scheme: only-points\nrole: clerk\nevery: month\nfeedback: weekly\nlines:\n  - line: 扣分\n    measure: 投诉\n    score: { rule: points, each: -1 }\n',
    '- line: 扣分',
    'only-points',
  ),
]

const grades: BadRule[] = [
  hunter('name.duplicate', 'grade: C', 'grade: A', '- grade: A', 'schemes/hunter.yaml'),
  hunter('scheme.grades-order', 'from: 80', 'from: 110', 'from: 110', '110'),
  hunter('scheme.grade-all', '    from: 80\n', '', '- grade: B', 'B'),
  hunter('scheme.grade-none', 'coefficient: 0', 'from: 60\n    coefficient: 0', 'from: 60', '60'),
  hunter('scheme.grade-unreachable', 'from: 110', 'from: 151', 'from: 151', '151'),
  hunter('scheme.grade-unreachable', 'from: 110', 'from: 149', 'from: 149', '149'),
  hunter('scheme.coefficient-missing', '    coefficient: 0\n', '', '- grade: C', 'C'),
  hunter('scheme.coefficient-negative', 'coefficient: 150%', 'coefficient: -150%', 'coefficient: -150%', '-150%'),
  hunter('scheme.coefficient-large', 'coefficient: 150%', 'coefficient: 150', 'coefficient: 150', '150%'),
  hunter('scheme.coefficient-rises', 'coefficient: 1\n', 'coefficient: 1.6\n', 'coefficient: 1.6', '1.6'),
]

const FIELD =
  'feedback: monthly\ngrades: [{ grade: A, from: 50 }, { grade: B }]\nlines:\n  - { line: x, measure: revenue, weight: 50, score: { rule: linear, cap: 120 } }\n  - { line: y, measure: pieces, weight: 50, score: { rule: linear, cap: 120 } }\n'

const force: BadRule[] = [
  hunter('force.mark', 'scheme: hunter', 'scheme: hunter@2', 'scheme: hunter@2', 'hunter@2'),
  hunter('name.bad', 'scheme: hunter', 'scheme: "hunter#1"', 'scheme: "hunter#1"', 'hunter#1'),
  hunter('calendar.no-day', 'from: 2026-01-01', 'from: 2026-02-30', 'from: 2026-02-30', '2026-02-30'),
  hunter('document.format', 'from: 2026-01-01', 'from: January', 'from: January', 'January'),
  hunter('force.never', 'from: 2026-01-01', 'from: 2026-05-01\nuntil: 2026-04-01', 'until: 2026-04-01', '2026-05-01'),
  hunter('force.never', 'from: 2026-01-01', 'from: 2026-01-05\nuntil: 2026-01-30', 'until: 2026-01-30', '2026-01-30'),
  hunter('force.from-inside', 'from: 2026-01-01', 'from: 2026-01-15', 'from: 2026-01-15', '2026-02'),
  hunter('force.until-inside', 'from: 2026-01-01', 'from: 2026-01-01\nuntil: 2026-12-15', 'until: 2026-12-15', '2027-01'),
  another('force.two-schemes', 'schemes/second.yaml', `scheme: second\nrole: [seller, hunter]\nevery: month\n${FIELD}`, 'role: [seller, hunter]', 'schemes/hunter.yaml:2'),
  another('force.two-schemes', 'schemes/everybody.yaml', `scheme: everybody\nevery: month\n${FIELD}`, 'scheme: everybody', 'everybody'),
  another('force.role-spelling', 'schemes/spelt.yaml', `scheme: spelt\nrole: Hunter\nevery: quarter\n${FIELD}`, 'role: Hunter', 'Hunter'),
  another('name.duplicate', 'schemes/twice.yaml', `scheme: hunter\nrole: seller\nfrom: 2026-01-01\nevery: month\n${FIELD}`, 'scheme: hunter', 'schemes/hunter.yaml:2'),
  another('force.editions', 'schemes/first.yaml', `scheme: hunter\nrole: hunter\nfrom: 2025-01-01\nuntil: 2026-02-01\nevery: month\n${FIELD}`, 'until: 2026-02-01', '2026-01-01'),
  pay('force.mark', 'incentive: hunter-pay', 'incentive: hunter@pay', 'incentive: hunter@pay', 'hunter@pay'),
  pay('calendar.no-day', 'every: month', 'every: month\nfrom: 2026-13-01', 'from: 2026-13-01', '2026-13-01'),
]

/** Both weights of the scheme of managers, with what stands between them. */
const LEADING = 'weight: 60\n    prorate: true\n    score: { rule: linear, cap: 150 }\n  - line: 投诉率\n    measure: complaints\n    weight: 40'

const linter: BadRule[] = [
  another(
    'lint.one-indicator',
    'schemes/one.yaml',
    'scheme: one\nrole: clerk\nevery: month\nfeedback: weekly\ngrades: [{ grade: A, from: 50 }, { grade: B }]\nlines:\n  - line: 收入\n    measure: revenue\n    weight: 100\n    score: { rule: linear, cap: 120 }\n',
    '- line: 收入',
    '收入',
  ),
  manager('lint.weight-high', LEADING, LEADING.replace('60', '61').replace('40', '39'), 'weight: 61', '61'),
  manager('lint.weight-low', LEADING, LEADING.replace('60', '96').replace('40', '4'), 'weight: 4', '4'),
  manager('lint.subjective', LEADING, LEADING.replace('60', '59').replace('complaints', 'attitude').replace('40', '41'), '- line: 投诉率', '41'),
  manager('lint.no-team', 'measure: team_revenue', 'measure: revenue', 'role: [销售经理, 区域总监]', '销售经理'),
  hunter('lint.no-cap', '      cap: 150\n', '', 'rule: linear', '销售额'),
  manager('lint.no-grades', 'grades:\n  - { grade: 好, from: 90 }\n  - { grade: 一般 }\n', '', 'scheme: manager', 'manager'),
  manager('lint.no-feedback', 'feedback: weekly\n', '', 'scheme: manager', 'feedback'),
  hunter('lint.no-feedback', 'feedback: monthly', 'feedback: none', 'feedback: none', 'hunter'),
  another(
    'lint.two-rules',
    'schemes/quarter.yaml',
    `scheme: quarter\nrole: hunter\nevery: quarter\n${FIELD}`,
    '- { line: x, measure: revenue, weight: 50, score: { rule: linear, cap: 120 } }',
    'revenue',
  ),
]

const incentives: BadRule[] = [
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 达成率(销售额)', 'amount: 达成率(销售额)', '达成率(销售额)'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 5%', 'amount: 5%', '5%'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 件数 × 50', 'amount: 件数 × 50', '件数 × ¥50'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 得分() × 10', 'amount: 得分() × 10', '得分() × ¥10'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 1000 * 达成率(销售额)', 'amount: 1000 * 达成率(销售额)', '¥1000 * 达成率(销售额)'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 销售额 × ¥5', 'amount: 销售额 × ¥5', '销售额 × ¥5'),
  pay('unit.money-foreign', 'amount: 阶梯(piece, 件数)', 'amount: 件数 × $5', 'amount: 件数 × $5', '¥5'),
  pay('unit.money-foreign', 'amount: 阶梯(piece, 件数)', 'amount: 件数 × 5 USD', 'amount: 件数 × 5 USD', 'CNY'),
  pay('incentive.money-due', 'amount: 阶梯(piece, 件数)', 'amount: 件数 > 10', 'amount: 件数 > 10', '件数 > 10'),
  pay('incentive.money-due', 'cap: 5000', 'cap: 120%', 'cap: 120%', '120%'),
  pay('incentive.money-due', 'floor: 0', 'floor: 件数', 'floor: 件数', '件数'),
  pay('type.expected', 'when: 达成率(销售额) >= 75%', 'when: 达成率(销售额)', 'when: 达成率(销售额)', '达成率(销售额)'),
  pay('type.expected', 'holds: 在岗比例() >= 50%', 'holds: 在岗比例()', 'holds: 在岗比例()', '在岗比例()'),
  pay('unit.mismatch', '- 得分() >= 60', '- 销售额 >= 件数', '- 销售额 >= 件数', '件数'),
  pay('name.unknown-measure', '件数)', '建数)', 'amount: 阶梯(piece, 建数)', '建数'),
  pay('name.unknown-table', '阶梯(commission,', '阶梯(comission,', 'amount: 阶梯(comission, 销售额)', 'commission'),
  pay('table.kind', '阶梯(commission,', '曲线(commission,', 'amount: 曲线(commission, 销售额)', 'commission'),
  pay('table.name-expected', '阶梯(commission,', '阶梯(1 + 1,', 'amount: 阶梯(1 + 1, 销售额)', '1 + 1'),
  pay('table.unit', '阶梯(commission, 销售额)', '阶梯(commission, 达成率(销售额))', 'amount: 阶梯(commission, 达成率(销售额))', '达成率(销售额)'),
  pay('table.scale-unit', '阶梯(commission, 销售额)', '阶梯(commission, 销售额, 目标(销售额))', 'amount: 阶梯(commission, 销售额, 目标(销售额))', '目标(销售额)'),
  pay('lookup.keys', '查表(matrix, 等级(), 达成率(销售额))', '查表(matrix, 等级())', 'amount: 查表(matrix, 等级())', 'attained'),
  pay('call.pay-item', '薪酬(performance)', '薪酬(1 + 1)', 'amount: 薪酬(1 + 1) × 系数()', '1 + 1'),
  pay('call.team-of', 'cap: 目标(销售额) × 3%', 'cap: 团队(折算目标(销售额)) × 3%', 'cap: 团队(折算目标(销售额)) × 3%', '折算目标(销售额)'),
  pay('call.team-of', '薪酬(performance)', '团队(薪酬(performance))', 'amount: 团队(薪酬(performance)) × 系数()', '薪酬(performance)'),
  pay('table.own-duplicate', '  bonus:', '  steps:', 'kind: tiers', 'steps'),
  pay('table.unused', ' + 阶梯(bonus, 达成率(销售额)) × 曲线(speed, 达成率(客户数))', ' × 曲线(speed, 达成率(客户数))', 'kind: tiers', 'bonus'),
  pay('tiers.interpolated-open', '- to: 100%\n        amount: 1000', '- amount: 1000', '- amount: 1000', '1'),
  pay('name.duplicate', 'component: 计件', 'component: 提成', '- component: 提成', 'incentives/hunter-pay.yaml:16'),
  pay('name.reserved', 'component: 计件', 'component: constructor', '- component: constructor', 'constructor'),
  pay('incentive.floor-above-cap', 'floor: 0', 'floor: 6000', 'floor: 6000', '6000'),
  pay('incentive.year-constant', '      - 得分() >= 60', '      - 得分() >= 60\n    over: year', 'over: year', '绩效工资'),
  pay('incentive.year-of-year', 'every: month', 'every: year', 'over: year', '提成'),
  pay('incentive.no-scheme', 'role: hunter', 'role: driver', 'amount: 薪酬(performance) × 系数()', 'driver'),
  pay('incentive.no-scheme', 'every: month', 'every: quarter', 'amount: 薪酬(performance) × 系数()', 'hunter'),
  hunter('incentive.no-scheme-near', 'role: hunter', 'role: huntre', 'role: huntre', 'hunter-pay.yaml:'),
  pay('incentive.no-grades', 'role: hunter', 'role: 销售经理', 'amount: 薪酬(performance) × 系数()', 'manager'),
  pay('document.unknown-key', 'cap: 5000', 'caps: 5000', 'caps: 5000', 'caps'),
  another(
    'table.pays',
    'incentives/pays.yaml',
    'incentive: pays\nrole: hunter\nevery: month\ntables:\n  t:\n    kind: tiers\n    mode: marginal\n    of: percent\n    pays: money\n    tiers: [{ rate: 1% }]\ncomponents:\n  - component: a\n    amount: 阶梯(t, 达成率(销售额))\n',
    'amount: 阶梯(t, 达成率(销售额))',
    '达成率(销售额)',
  ),
]

export const BAD_RULES: readonly BadRule[] = [...tables, ...lines, ...rules, ...weights, ...grades, ...force, ...linter, ...incentives]

/** The files of the plan with the mistake in them. */
export function rulesWith(bad: BadRule): Readonly<Record<string, string>> {
  if (bad.change === null) return { [bad.file]: bad.text ?? '' }
  const good = RULES[bad.file] ?? ''
  const [from, to] = bad.change
  if (!good.includes(from)) throw new Error(`${bad.file} has no “${from}”`)
  return { [bad.file]: good.replace(from, () => to) }
}
