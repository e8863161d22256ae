import type { Rewording } from '../../base/diagnostic.ts'

/** For whom and when: both schemes and incentive plans, whose fields for the days are called differently. */
const force = {
  'force.mark': {
    zh: { cure: '去掉 @；从哪天起生效填在日期里，系统自己会把它加到编号后面。' },
    en: { cure: 'Remove it; the first day in force is a field of its own and is added to the id by itself.' },
  },
  'force.never': {
    zh: { cure: '把截止日期改得更晚，或把生效日期改得更早。' },
    en: { cure: 'Let it end on a later day, or begin on an earlier one.' },
  },
  'force.from-inside': {
    zh: { say: '生效日期 {day} 在{every} {period} 中间：这个期间仍按以前的规则，从 {next} 起才按这份文档。', cure: '把生效日期改成{every}的第一天。' },
    en: {
      say: 'The first day in force, {day}, lies inside the {every} {period}, which keeps its former rules; the first to follow these is {next}.',
      cure: 'Begin on the first day of a {every}.',
    },
  },
  'force.until-inside': {
    zh: { say: '截止日期 {day} 在{every} {period} 中间：这个期间仍按这份文档，从 {next} 起才不再适用。', cure: '把截止日期改成{every}的第一天。' },
    en: {
      say: 'The day on which it ends, {day}, lies inside the {every} {period}, which still follows these rules; the first that does not is {next}.',
      cure: 'End on the first day of a {every}.',
    },
  },
  'force.editions': {
    zh: { say: '“{name}”写到 {until} 为止，可是它的下一版从 {next} 就开始了。', cure: '清空截止日期：有了下一版，前一版自动到那天为止；或把其中一个日期改对。' },
    en: {
      say: '{name} is to last until {until}, but its next edition begins on {next}.',
      cure: 'Empty the day on which it ends: an edition ends by itself where the next begins; or correct one of the days.',
    },
  },
  'force.two-schemes': {
    zh: { say: '{role}在同一个{every}里有两份考核方案：“{scheme}”和“{other}”。', cure: '从其中一份的“适用对象”里去掉这个角色，或用“生效日期”和“截止日期”让两份先后生效。' },
    en: { say: 'Two schemes are in force for {role} in the same {every}: {scheme} and {other}.', cure: 'Take the role out of one of them, or let one begin where the other ends.' },
  },
  'force.role-spelling': {
    zh: { say: '角色“{role}”和“{other}”像是同一个词的两种写法，系统会当成两个角色。', cure: '统一成“人员”里的写法。' },
    en: { say: 'The roles {role} and {other} look like one word spelt in two ways; they are taken as two roles.', cure: 'Write both as under “People”.' },
  },
} satisfies Rewording

const lines = {
  'scheme.no-weight': {
    zh: { cure: '填上权重，例如 30；只有“一票否决”和直接加到总分上的“按件加减分”可以没有。' },
    en: { cure: 'Fill in its weight, such as 30; only a “Gate”, and “Points for each” that are added to the score, go without.' },
  },
  'scheme.gate-weight': {
    zh: { cure: '点“去掉权重”，把 {weight} 分给其他考核项。' },
    en: { cure: 'Choose “Remove the weight”, and give the {weight} to other lines.' },
  },
  'scheme.gate-weight-none': {
    zh: { cure: '点“去掉权重”。' },
    en: { cure: 'Choose “Remove the weight”.' },
  },
  'scheme.points-weight': {
    zh: { cure: '要直接加到总分上，就清空“权重（可不填）”；要按权重算，就填大于 0 的权重。' },
    en: { cure: 'Empty “Weight (may be empty)” to add the points to the score, or fill in one above 0.' },
  },
  'scheme.percent-amount': {
    zh: { cure: '写成多少{unit}，例如 {number}；想按达成率判断，“依据”选“达成率 %”，或“计分规则”选“按达成率”。' },
    en: { cure: 'Write how many {unit}, such as {number}; to judge by attainment choose “attainment %” at “Judged by”, or the rule “By attainment”.' },
  },
  'scheme.target-unused': {
    zh: { say: '“{line}”的计分规则不看目标，写的目标没有作用。', cure: '“目标”选“每个人的目标”，这一项就不再写目标；或改用看目标的规则，例如“按达成率”。' },
    en: {
      say: 'The rule of {line} looks at no target, so the one written has no effect.',
      cure: 'Choose “each person’s target”, with which none is written any more, or a rule that has one, such as “By attainment”.',
    },
  },
  'scheme.prorate-unused': {
    zh: { say: '“{line}”没有可以折算的目标，按天折算不起作用。', cure: '取消勾选“目标按在岗天数折算”；只有本人在“目标”里的目标按在岗天数折算，统一的数和公式不折算。' },
    en: {
      say: 'The line {line} has no target that could be prorated: proration does nothing.',
      cure: 'Clear “Target in proportion to days worked”; only the person’s own targets are taken so, never one figure for everybody or a formula.',
    },
  },
  'scheme.target-constant': {
    zh: { cure: '“目标”选“统一的数”；公式里要用 团队(目标(指标))、目标(指标) 或指标。' },
    en: { cure: 'Choose “one figure for everybody”; a formula reads team(target(measure)), target(measure) or measures.' },
  },
  'scheme.prorate-rate': {
    zh: { cure: '取消勾选“目标按在岗天数折算”；只有数量和金额随天数增加。' },
    en: { cure: 'Clear “Target in proportion to days worked”; only amounts and counts grow with the days.' },
  },
  'scheme.target-zero': {
    zh: { cure: '填大于 0 的目标；要求为零的（例如投诉），用“按件加减分”每次扣分，或用“一票否决”。' },
    en: { cure: 'Fill in one above 0; where none is asked for (complaints), deduct by “Points for each”, or use a “Gate”.' },
  },
  'scheme.direction': {
    zh: { say: '“{line}”的计分规则是{rewards}，但指标“{measure}”写的是{better}。', cure: '越少越好的用“越低越好”，或让“最差”大于“最好”；否则改指标的“方向”。' },
    en: {
      say: 'The rule of {line} rewards {rewards}, while of {measure} {better} is better.',
      cure: 'Where less is better use the rule “Less is better”, or a “Worst” above the “Best”; else correct “Direction” of the measure.',
    },
  },
} satisfies Rewording

const rules = {
  'scheme.floor-above-cap': {
    zh: { say: '“{line}”的保底 {floor} 分比封顶 {cap} 分还高。', cure: '让“保底”不高于“封顶”。' },
    en: { say: 'The least points of {line}, {floor}, are above the most, {cap}.', cure: 'Let “At least” be no more than “At most”.' },
  },
  'scheme.cap-negative': {
    zh: { cure: '把“封顶”填成 0 以上，例如 120；要扣分就改用加减分。' },
    en: { cure: 'Fill in “At most” above 0, such as 120; to take points away, choose points added or deducted.' },
  },
  'scheme.start-outside': {
    zh: { cure: '让起始分在“保底”和“封顶”之间。' },
    en: { cure: 'Let the points it starts at be between “At least” and “At most”.' },
  },
  'scheme.threshold-above-cap': {
    zh: { cure: '降低“低于多少分记 0”，或提高“封顶”。' },
    en: { cure: 'Lower “0 below”, or raise “At most”.' },
  },
  'scheme.range-flat': {
    zh: { say: '“{line}”的最差和最好都是 {value}，中间没有区间可以打分。', cure: '“最差”填得 0 分的值，“最好”填得 100 分的值。' },
    en: {
      say: 'Worst and best of {line} are both {value}; there is nothing between them to score.',
      cure: 'Fill in at “Worst” what gives 0 points, and at “Best” what gives 100.',
    },
  },
} satisfies Rewording

const weights = {
  'scheme.no-weighted': {
    zh: { say: '方案“{scheme}”没有一个考核项有权重，算不出总分。', cure: '至少给一项填上权重；只有加减分时，权重填 100，它就从 100 分开始。' },
    en: { say: 'No line of {scheme} has a weight, so there is no score.', cure: 'Give at least one a weight; a line of “Points for each” that weighs 100 starts from 100.' },
  },
  'scheme.not-weighted': {
    zh: { cure: '去掉这一列，再重新另设权重；要让它参与加权，先给这个考核项填上权重。' },
    en: { cure: 'Remove this column and add it again; to weigh the line, give it a weight of its own first.' },
  },
  'scheme.period-kind': {
    zh: { cure: '去掉这一列，为一个{every}另设权重。' },
    en: { cure: 'Remove this column, and choose a {every} instead.' },
  },
} satisfies Rewording

const grades = {
  'scheme.grades-order': {
    zh: { cure: '等级从高到低写，“起点”一级比一级低。' },
    en: { cure: 'Put the best grade first, each beginning below the one before.' },
  },
  'scheme.grade-all': {
    zh: { cure: '填上它的“起点”；只有最后一级可以空着。' },
    en: { cure: 'Fill in the score it begins at; only that of the last may be empty.' },
  },
  'scheme.grade-factor': {
    zh: { say: '等级“{grade}”的起点 {value} 是按分数读的，完成要求是 100 分。' },
    en: { say: 'The {value} at which grade {grade} begins is read as points, of which all that is asked gives 100.' },
  },
  'scheme.grade-none': {
    zh: { say: '低于 {from} 分的人没有等级：最后一级“{grade}”也有起点。', cure: '加一级不填“起点”的，或清空最后一级的“起点”。' },
    en: { say: 'Below {from} there is no grade: the last one, {grade}, begins at a score as well.', cure: 'Add a grade without a score, or empty that of the last.' },
  },
  'scheme.gate-idle': {
    zh: { cure: '把没过的人最多能得的分降低，例如 59。' },
    en: { cure: 'Lower what is left to whoever fails, such as 59.' },
  },
  'scheme.grade-unreachable': {
    zh: { cure: '降低它的“起点”，或提高各项的“封顶”。' },
    en: { cure: 'Lower the score it begins at, or raise “At most” of the lines.' },
  },
  'scheme.coefficient-missing': {
    zh: { cure: '填上它的系数；没有奖金的填 0。' },
    en: { cure: 'Fill in its coefficient; 0 where nothing is paid.' },
  },
} satisfies Rewording

const lint = {
  'lint.weight-low': {
    zh: { cure: '提到 {least} 以上，或去掉这一项；只作底线的用“一票否决”。' },
    en: { cure: 'Raise it to {least} or more, or drop the line; what must simply be kept is a “Gate”.' },
  },
  'lint.no-team': {
    zh: { cure: '加一个统计范围是“本人和全部下级”的指标，例如团队销售额或人员流失率。' },
    en: { cure: 'Add a measure over “The person and everybody below”, such as the revenue of the team or its turnover.' },
  },
  'lint.no-cap': {
    zh: { cure: '填上“封顶”，例如 150。' },
    en: { cure: 'Fill in “At most”, such as 150.' },
  },
  'lint.no-grades': {
    zh: { cure: '点“增加等级”，例如 S、A、B、C，并写明各从几分起。' },
    en: { cure: 'Choose “Add a grade”, such as S, A, B, C, with the score from which each is given.' },
  },
  'lint.no-feedback': {
    zh: { cure: '在“结果反馈”里选“每月面谈”（或每周、每季度），并按时面谈。' },
    en: { cure: 'Choose monthly (or weekly, quarterly) at “Talked about”, and hold the talks.' },
  },
  'lint.two-rules': {
    zh: { say: '{role}的“{measure}”在“{scheme}”和“{other}”里按不同的规则打分（“{line}”）：同一件事有两种说法。' },
    en: { say: 'For {role}, {measure} is scored by different rules in {scheme} ({line}) and {other}: one deed, two verdicts.' },
  },
} satisfies Rewording

const incentives = {
  'incentive.money-due': {
    zh: { cure: '{advice}' },
    en: { cure: '{advice}' },
  },
  'incentive.floor-above-cap': {
    zh: { say: '“{component}”的保底 {floor} 比封顶 {cap} 还高。', cure: '让“保底”不高于“封顶”。' },
    en: { say: 'The least amount of {component}, {floor}, is above the most, {cap}.', cure: 'Let “At least” be no more than “At most”.' },
  },
  'incentive.year-of-year': {
    zh: { say: '“{component}”选了“全年累计，付差额”，但这份方案本来就一年发一次。', cure: '“怎样累计”选“每期单独算”。' },
    en: {
      say: '{component} adds up over the year in a plan that pays once a year anyhow.',
      cure: 'Choose “Each period by itself” at “How it adds up”.',
    },
  },
  'incentive.year-constant': {
    zh: {
      say: '“{component}”选了“全年累计，付差额”，公式里却没有会累计的指标或目标：每年只有第一期发得出来，以后都是 0。',
      cure: '“怎样累计”选“每期单独算”：固定的金额每期照发。',
    },
    en: {
      say: '{component} adds up over the year and reads no measure or target that grows over it: it pays in the first period of a year and 0 after.',
      cure: 'Choose “Each period by itself” at “How it adds up”: a fixed amount is paid every period.',
    },
  },
  'incentive.no-scheme': {
    zh: { cure: '在“考核方案”里给它写一份同样按{every}考核的，或去掉 {function}()。' },
    en: { cure: 'Write a scheme that judges by the {every} as well, or take {function}() out.' },
  },
  'incentive.no-scheme-near': {
    zh: {
      say: '这里的角色写的是“{near}”，而用了 {function}() 的激励方案里是{role}：{role}就没有按{every}考核的方案，结果会是空的。',
      cure: '是同一个角色，就写成一样，和“人员”一致；不是，就给{role}另写一份方案。',
    },
    en: {
      say: 'The role here is {near}, that of the incentive plan that reads {function}() is {role}: no scheme judges {role} by the {every}, so it is empty.',
      cure: 'If both are one role, spell them alike, as under “People”; if not, write a scheme for {role}.',
    },
  },
  'incentive.no-grades': {
    zh: { cure: '在方案的“等级”里加上等级和系数。' },
    en: { cure: 'Add grades with a coefficient each to the scheme.' },
  },
} satisfies Rewording

/** Schemes and incentive plans, with the words that stand on the fields of the editors. */
export const schemePageTexts = { ...force, ...lines, ...rules, ...weights, ...grades, ...lint, ...incentives } satisfies Rewording
