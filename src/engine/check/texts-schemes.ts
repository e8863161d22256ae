import type { TextCatalogue } from '../../base/diagnostic.ts'

/** For whom and when: what schemes and incentive plans have in common. */
const forceTexts = {
  'force.mark': {
    zh: { say: '“{name}”里不能有 @。', cure: '去掉 @；从哪天起生效写在 from 里，系统自己会把它加到编号后面。' },
    en: { say: 'There is an @ in {name}.', cure: 'Remove it; the day from which it is in force goes into from and is added to the id by itself.' },
  },
  'force.never': {
    zh: { say: '从 {from} 到 {until}（不含）没有一个{every}开始，这份文档永远不会生效。', cure: '把 until 改得更晚，或把 from 改得更早。' },
    en: { say: 'No {every} begins from {from} until before {until}, so this is never in force.', cure: 'Choose a later day for until, or an earlier one for from.' },
  },
  'force.from-inside': {
    zh: { say: 'from 的 {day} 在{every} {period} 中间：这个期间仍按以前的规则，从 {next} 起才按这份文档。', cure: '把 from 改成{every}的第一天。' },
    en: {
      say: '{day}, given as from, lies inside the {every} {period}, which keeps its former rules; the first to follow these is {next}.',
      cure: 'Give the first day of a {every} as from.',
    },
  },
  'force.until-inside': {
    zh: { say: 'until 的 {day} 在{every} {period} 中间：这个期间仍按这份文档，从 {next} 起才不再适用。', cure: '把 until 改成{every}的第一天。' },
    en: {
      say: '{day}, given as until, lies inside the {every} {period}, which still follows these rules; the first that does not is {next}.',
      cure: 'Give the first day of a {every} as until.',
    },
  },
  'force.editions': {
    zh: { say: '“{name}”写到 {until} 为止，可是它的下一版从 {next} 就开始了（{other}）。', cure: '删掉 until：有了下一版，前一版自动到那天为止；或把其中一个日期改对。' },
    en: {
      say: '{name} is to last until {until}, but its next edition begins on {next} ({other}).',
      cure: 'Remove until: an edition ends by itself where the next begins; or correct one of the days.',
    },
  },
  'force.two-schemes': {
    zh: { say: '{role}在同一个{every}里有两份考核方案：“{scheme}”和“{other}”（{where}）。', cure: '从其中一份的 role 里去掉这个角色，或用 from、until 让两份先后生效。' },
    en: {
      say: 'Two schemes are in force for {role} in the same {every}: {scheme} and {other} ({where}).',
      cure: 'Take the role out of one of them, or let one follow the other by from and until.',
    },
  },
  'force.role-spelling': {
    zh: { say: '角色“{role}”和“{other}”（{where}）像是同一个词的两种写法，系统会当成两个角色。', cure: '统一成 people.csv 里的写法。' },
    en: { say: 'The roles {role} and {other} ({where}) look like one word spelt in two ways; they are taken as two roles.', cure: 'Write both as people.csv has it.' },
  },
} satisfies TextCatalogue

const lineTexts = {
  'scheme.no-weight': {
    zh: { say: '“{line}”没有权重。', cure: '加上 weight，例如 weight: 30；只有一票否决（gate）和直接加减分（points）可以没有。' },
    en: { say: '{line} has no weight.', cure: 'Add one, such as weight: 30; only gates, and points that are added to the score, go without.' },
  },
  'scheme.gate-weight': {
    zh: { say: '“{line}”是一票否决，不参与加权，却写了权重 {weight}。', cure: '删掉 weight，把 {weight} 分给其他行。' },
    en: { say: '{line} is a gate: it only passes or fails, and has no use for a weight of {weight}.', cure: 'Remove weight, and give the {weight} to other lines.' },
  },
  'scheme.gate-weight-none': {
    zh: { say: '“{line}”是一票否决，不参与加权，不用写权重。', cure: '删掉 weight: {weight}。' },
    en: { say: '{line} is a gate: it only passes or fails, and has no weight, not even 0.', cure: 'Remove weight: {weight}.' },
  },
  'scheme.points-weight': {
    zh: { say: '“{line}”是加减分，权重写成了 0。', cure: '要直接加到总分上，就删掉 weight；要按权重算，就写大于 0 的权重。' },
    en: { say: '{line} gives points and has a weight of 0.', cure: 'Remove weight to add the points to the score, or write a weight above 0.' },
  },
  'scheme.percent-amount': {
    zh: {
      say: '“{line}”里写的是百分比 {value}，但“{measure}”的单位是{unit}，这里应该写数量。',
      cure: '写成多少{unit}，例如 {number}；想按达成率判断，用 of: attainment 或 linear。',
    },
    en: {
      say: '{line} says {value}, a percent where an amount is due: {measure} is in {unit}.',
      cure: 'Write how many {unit}, such as {number}; to judge by attainment use of: attainment, or linear.',
    },
  },
  'scheme.percent-fraction': {
    zh: { say: '“{measure}”是百分比，“{line}”里的 {value} 就是 {value}%。', cure: '如果想说 {meant}%，写成 {meant}%；真要 {value}%，带上百分号。' },
    en: { say: '{measure} is a percent, so {value} in {line} is {value} %.', cure: 'If you mean {meant} %, write {meant}%; if it really is {value} %, write {value}%.' },
  },
  'scheme.target-unused': {
    zh: { say: '“{line}”的规则 {rule} 不看目标，写的 target 没有作用。', cure: '删掉 target，或改用看目标的规则，例如 linear。' },
    en: { say: 'The rule {rule} of {line} looks at no target, so target has no effect.', cure: 'Remove target, or use a rule that has one, such as linear.' },
  },
  'scheme.prorate-unused': {
    zh: { say: '“{line}”没有可以折算的目标，prorate 不起作用。', cure: '删掉 prorate；只有 targets.csv 里本人的目标按在岗天数折算，{ fixed: … } 和 { formula: … } 不折算。' },
    en: {
      say: '{line} has no target that could be prorated.',
      cure: 'Remove prorate; only the person’s own targets of targets.csv are taken in proportion to the days worked, never a fixed one or a formula.',
    },
  },
  'scheme.target-unit': {
    zh: { say: '“{line}”的目标“{text}”算出来是{actual}，指标的单位是{due}，两者不能相比。', cure: '改公式，让它算出{due}；目标和指标要用同一个单位。' },
    en: {
      say: 'The target of {line}, “{text}”, comes to {actual}, and the measure is in {due}: the two cannot be compared.',
      cure: 'Change the formula so that it comes to {due}.',
    },
  },
  'scheme.target-constant': {
    zh: { say: '“{line}”的目标公式“{text}”不读任何指标和目标，对谁都一样。', cure: '写成 target: { fixed: … }；公式里用 团队(目标(指标))、目标(指标) 或指标。' },
    en: {
      say: 'The target formula of {line}, “{text}”, reads no measure and no target, so it is the same for everybody.',
      cure: 'Write target: { fixed: … }; a formula reads team(target(measure)), target(measure) or measures.',
    },
  },
  'scheme.prorate-rate': {
    zh: { say: '“{measure}”是比率，“{line}”的目标按天数折算后会变小：只在岗半个月，要求的比率也减半。', cure: '删掉 prorate；只有数量和金额随天数增加。' },
    en: {
      say: '{measure} is a rate; prorated, the target of {line} asks for half the rate of who worked half the days.',
      cure: 'Remove prorate; only amounts and counts grow with the days.',
    },
  },
  'scheme.target-zero': {
    zh: { say: '“{line}”的目标是 {value}：目标要大于 0 才有达成率。', cure: '写大于 0 的目标；要求为零的（例如投诉），用 points 每次扣分，或用 gate。' },
    en: {
      say: 'The target of {line} is {value}; there is attainment only of a target above 0.',
      cure: 'Write one above 0; where none is asked for (complaints), deduct by points, or use a gate.',
    },
  },
  'scheme.direction': {
    zh: { say: '“{line}”的规则 {rule} 是{rewards}，但指标“{measure}”写的是{better}。', cure: '越少越好的用 lower 或让 worst 大于 best；否则改指标的 better。' },
    en: {
      say: 'The rule {rule} of {line} rewards {rewards}, while of {measure} {better} is better.',
      cure: 'Where less is better use lower, or a worst above the best; else correct better in the measure.',
    },
  },
} satisfies TextCatalogue

const ruleTexts = {
  'scheme.floor-above-cap': {
    zh: { say: '“{line}”的最低分 {floor} 比最高分 {cap} 还高。', cure: '让 floor 不大于 cap。' },
    en: { say: 'The floor {floor} of {line} is above its cap {cap}.', cure: 'Let floor be at most cap.' },
  },
  'scheme.cap-negative': {
    zh: { say: '“{line}”最多只有 {cap} 分，做得再好也是负分。', cure: '把 cap 写成 0 以上，例如 120；要扣分就用 rule: points。' },
    en: {
      say: '{line} gives at most {cap} points, which is less than nothing, however good the result.',
      cure: 'Write a cap above 0, such as 120; to take points away use rule: points.',
    },
  },
  'scheme.start-outside': {
    zh: { say: '“{line}”从 {start} 分开始，可是只能在 {floor} 和 {cap} 之间。', cure: '让 start 在 floor 和 cap 之间。' },
    en: { say: '{line} starts at {start} points, and may only be between {floor} and {cap}.', cure: 'Let start be between floor and cap.' },
  },
  'scheme.most-negative': {
    zh: { say: '“{line}”不达标时，总分最高 {most} 分，是负数。', cure: '写 0 或更多，例如 59。' },
    en: { say: 'Where {line} is not passed, the score is at most {most}, which is less than nothing.', cure: 'Write 0 or more, such as 59.' },
  },
  'scheme.threshold-above-cap': {
    zh: { say: '“{line}”要到 {threshold} 分才给分，可是最高只有 {cap} 分。', cure: '降低 threshold，或提高 cap。' },
    en: { say: '{line} gives nothing below {threshold} points and never more than {cap}.', cure: 'Lower threshold, or raise cap.' },
  },
  'scheme.points-factor': {
    zh: { say: '“{line}”里的 {value} 是按分数读的，完成目标是 100 分。', cure: '如果想说 {meant}%，写成 {meant}；真要 {value} 分，写成 {value}%。' },
    en: {
      say: '{value} in {line} is read as points, of which the whole target gives 100.',
      cure: 'If you mean {meant} %, write {meant}; if it really is {value}, write {value}%.',
    },
  },
  'scheme.range-flat': {
    zh: { say: '“{line}”的 worst 和 best 都是 {value}，中间没有区间可以打分。', cure: '把 worst 写成得 0 分的值，best 写成得 100 分的值。' },
    en: { say: 'Worst and best of {line} are both {value}; there is nothing between them to score.', cure: 'Write as worst what gives 0 points, and as best what gives 100.' },
  },
  'scheme.points-nothing': {
    zh: { say: '“{line}”每次加减 {each} 分，等于没有规则。', cure: '写每次加几分（2）或扣几分（-5）。' },
    en: { say: '{line} gives {each} points each, which is nothing.', cure: 'Write how many are added (2) or deducted (-5) each time.' },
  },
} satisfies TextCatalogue

const weightTexts = {
  'scheme.weights': {
    zh: { say: '{where}权重合计是 {sum}，应该是 100（{gap}）：{lines}。', cure: '调整权重，使合计等于 100。' },
    en: { say: 'The weights{where} add up to {sum} instead of 100 ({gap}): {lines}.', cure: 'Change them so that they make 100.' },
  },
  'scheme.no-weighted': {
    zh: { say: '方案“{scheme}”没有一行有权重，算不出总分。', cure: '至少给一行写上 weight；只有加减分时，给它 weight: 100，它就从 100 分开始。' },
    en: { say: 'No line of {scheme} has a weight, so there is no score.', cure: 'Give at least one a weight; a line of points with weight: 100 starts from 100.' },
  },
  'scheme.unknown-line': {
    zh: { say: '方案里没有叫“{name}”的行。', cure: '{hint}' },
    en: { say: 'The scheme has no line called {name}.', cure: '{hint}' },
  },
  'scheme.not-weighted': {
    zh: { say: '“{line}”不参与加权，这里不能给它权重。', cure: '从这里删掉它；要让它参与加权，先给那一行写上 weight。' },
    en: { say: '{line} is not among the weighted lines and cannot be given a weight here.', cure: 'Remove it here; to weigh it, give the line itself a weight first.' },
  },
  'scheme.period-kind': {
    zh: { say: '“{period}”是{kind}，而这份方案按{every}考核。', cure: '写{every}的编号。' },
    en: { say: '{period} is a {kind}, but this scheme judges by the {every}.', cure: 'Write the id of a {every}.' },
  },
  'scheme.period-outside': {
    zh: { say: '{period} 不在方案生效的时间里，这些权重永远用不上。', cure: '删掉它，或把它放进那时生效的版本。' },
    en: { say: 'In {period} this scheme is not in force, so these weights are never used.', cure: 'Remove them, or put them into the edition in force then.' },
  },
} satisfies TextCatalogue

const gradeTexts = {
  'scheme.grades-order': {
    zh: { say: '等级“{grade}”从 {from} 分起，不低于它前面的“{before}”（{fromBefore} 分起）。', cure: '等级从高到低写，from 一级比一级低。' },
    en: { say: 'The grade {grade} begins at {from}, not below {before} before it ({fromBefore}).', cure: 'Write grades best first, each from below the one before.' },
  },
  'scheme.grade-all': {
    zh: { say: '等级“{grade}”没有写从几分起，会收下所有人，后面的等级就没人了。', cure: '给它加上 from；只有最后一级可以不写。' },
    en: { say: 'The grade {grade} says no score from which it is given: it takes everybody, and those after it nobody.', cure: 'Give it a from; only the last may go without.' },
  },
  'scheme.grade-factor': {
    zh: { say: '等级“{grade}”的 from: {value} 是按分数读的，完成要求是 100 分。', cure: '如果想说 {meant}%，写成 {meant}；真要 {value} 分，写成 {value}%。' },
    en: {
      say: 'from: {value} of grade {grade} is read as points, of which all that is asked gives 100.',
      cure: 'If you mean {meant} %, write {meant}; if it really is {value}, write {value}%.',
    },
  },
  'scheme.grade-none': {
    zh: { say: '低于 {from} 分的人没有等级：最后一级“{grade}”也写了 from。', cure: '加一级不写 from 的，或删掉最后一级的 from。' },
    en: { say: 'Below {from} there is no grade: the last one, {grade}, has a from as well.', cure: 'Add a grade without from, or remove it from the last.' },
  },
  'scheme.gate-idle': {
    zh: { say: '“{line}”没过也可以有 {most} 分，而各行都到顶只有 {reach} 分：过不过都一样。', cure: '把 most 降到没过的人最多该得的分，例如 59。' },
    en: {
      say: 'Who fails {line} may still have {most} points, while all lines at their most come to {reach}: it makes no difference.',
      cure: 'Lower most to what is left to whoever fails, such as 59.',
    },
  },
  'scheme.grade-unreachable': {
    zh: { say: '等级“{grade}”要 {from} 分，可是各行都到顶也只有 {most} 分。', cure: '降低它的 from，或提高各行的 cap。' },
    en: { say: 'The grade {grade} takes {from} points, but with every line at its most there are {most}.', cure: 'Lower its from, or raise the caps of the lines.' },
  },
  'scheme.coefficient-negative': {
    zh: { say: '等级“{grade}”的系数 {coefficient} 是负数，会倒扣薪酬。', cure: '写 0（什么也不发）或更多。' },
    en: { say: 'The coefficient of grade {grade}, {coefficient}, is negative and would take pay away.', cure: 'Write 0 (nothing is paid) or more.' },
  },
  'scheme.coefficient-missing': {
    zh: { say: '等级“{grade}”没有系数，别的等级有。', cure: '给它加上 coefficient；没有奖金的写 0。' },
    en: { say: 'The grade {grade} has no coefficient while others have one.', cure: 'Add coefficient; 0 where nothing is paid.' },
  },
  'scheme.coefficient-large': {
    zh: { say: '等级“{grade}”的系数 {coefficient} 会让金额乘以 {coefficient}。', cure: '如果想说百分之 {coefficient}，写成 {coefficient}%。' },
    en: { say: 'The coefficient {coefficient} of the grade {grade} multiplies by {coefficient}.', cure: 'If you mean {coefficient} per cent, write {coefficient}%.' },
  },
  'scheme.coefficient-rises': {
    zh: { say: '等级“{grade}”的系数 {coefficient} 比更好的“{before}”（{coefficientBefore}）还高。', cure: '检查是不是写反了。' },
    en: { say: 'The coefficient {coefficient} of {grade} is above that of the better grade {before} ({coefficientBefore}).', cure: 'Check whether the two are mixed up.' },
  },
} satisfies TextCatalogue

/** Known mistakes that do no harm to the figures: each with its reason. */
const lintTexts = {
  'lint.one-indicator': {
    zh: { say: '方案“{scheme}”只看“{line}”一个指标：别的事情就没人做了，也容易钻空子。', cure: '再加几个指标，例如活动量、客户满意度或回款。' },
    en: {
      say: '{scheme} looks at {line} alone: whatever else matters is left undone, and one figure is easily bent.',
      cure: 'Add others, such as activities, satisfaction or payments received.',
    },
  },
  'lint.weight-high': {
    zh: { say: '“{line}”占 {weight}%，超过 {most}%：其他指标几乎不影响结果。', cure: '降到 {most} 以下，分一些给其他行。' },
    en: { say: '{line} weighs {weight} %, more than {most} %: the others hardly matter beside it.', cure: 'Bring it to {most} or less and give the rest to other lines.' },
  },
  'lint.weight-low': {
    zh: { say: '“{line}”只占 {weight}%，不到 {least}%：没有人会为它花力气。', cure: '提到 {least} 以上，或删掉这一行；只作底线的用 gate。' },
    en: {
      say: '{line} weighs {weight} %, less than {least} %: nobody will move for it.',
      cure: 'Raise it to {least} or more, or drop the line; what must simply be kept is a gate.',
    },
  },
  'lint.subjective': {
    zh: { say: '主观评分一共占 {share}%（{lines}），超过 {most}%：结果会取决于谁来打分。', cure: '降到 {most} 以下，多用能从业务数据算出来的指标。' },
    en: {
      say: 'Ratings make up {share} % ({lines}), more than {most} %: the result depends on who rates.',
      cure: 'Bring them to {most} or less in favour of figures that come from records.',
    },
  },
  'lint.no-team': {
    zh: { say: '“{role}”带团队，方案“{scheme}”里却没有一个团队指标：管理者会去和下属抢单。', cure: '加一个团队指标（scope: team），例如团队销售额或人员流失率。' },
    en: {
      say: '{role} leads people, but nothing in {scheme} is about a team: leaders will compete with their own people.',
      cure: 'Add a measure of the team (scope: team), such as its revenue or its turnover.',
    },
  },
  'lint.no-cap': {
    zh: { say: '“{line}”没有封顶：一个特别大的单子就能盖过其他所有指标。', cure: '加上 cap，例如 cap: 150。' },
    en: { say: '{line} has no cap: one very large deal outweighs everything else.', cure: 'Add one, such as cap: 150.' },
  },
  'lint.no-grades': {
    zh: { say: '方案“{scheme}”没有等级：同样的分数算好还是不好，各人有各人的看法。', cure: '加上 grades，例如 S、A、B、C，并写明各从几分起。' },
    en: { say: '{scheme} has no grades: whether a score is good is left to everybody’s guess.', cure: 'Add grades, such as S, A, B, C, with the score from which each is given.' },
  },
  'lint.no-feedback': {
    zh: { say: '方案“{scheme}”没有安排反馈：没有人谈起的结果改变不了什么。', cure: '写上 feedback: monthly（或 weekly、quarterly），并按时面谈。' },
    en: { say: '{scheme} plans no feedback: a result that nobody talks about changes nothing.', cure: 'Write feedback: monthly (or weekly, quarterly), and hold the talks.' },
  },
  'lint.two-rules': {
    zh: {
      say: '{role}的“{measure}”在“{scheme}”和“{other}”（{where}）里按不同的规则打分（“{line}”）：同一件事有两种说法。',
      cure: '两份方案用同样的规则，或只在其中一份里考核它。',
    },
    en: {
      say: 'For {role}, {measure} is scored by different rules in {scheme} ({line}) and {other} ({where}): one deed, two verdicts.',
      cure: 'Give both the same rule, or judge it in one of them only.',
    },
  },
} satisfies TextCatalogue

const incentiveTexts = {
  'incentive.money-due': {
    zh: { say: '这里应该是一笔金额，“{text}”却是{actual}。', cure: '{advice}{yaml}' },
    en: { say: 'An amount of money is due here, and “{text}” is {actual}.', cure: '{advice}{yaml}' },
  },
  'incentive.floor-above-cap': {
    zh: { say: '“{component}”的最低金额 {floor} 比最高金额 {cap} 还高。', cure: '让 floor 不大于 cap。' },
    en: { say: 'The floor {floor} of {component} is above its cap {cap}.', cure: 'Let floor be at most cap.' },
  },
  'incentive.year-of-year': {
    zh: { say: '“{component}”写了 over: year，但这份方案本来就一年发一次。', cure: '删掉 over。' },
    en: { say: '{component} says over: year in a plan that pays once a year anyhow.', cure: 'Remove over.' },
  },
  'incentive.year-constant': {
    zh: { say: '“{component}”写了 over: year，公式里却没有会累计的指标或目标：每年只有第一期发得出来，以后都是 0。', cure: '删掉 over；固定的金额每期照发。' },
    en: {
      say: '{component} says over: year and reads no measure or target that grows over it: it pays in the first period of a year and 0 after.',
      cure: 'Remove over; a fixed amount is paid every period.',
    },
  },
  'incentive.no-scheme': {
    zh: { say: '公式用了 {function}()，但{role}没有按{every}考核的方案，结果会是空的。', cure: '在 schemes 里给它写一份 every 相同的方案，或去掉 {function}()。' },
    en: {
      say: 'The formula reads {function}(), but no scheme judges {role} by the {every}, so it is empty.',
      cure: 'Write a scheme with the same every, or take {function}() out.',
    },
  },
  'incentive.no-scheme-near': {
    zh: {
      say: '这里的角色写的是“{near}”，而激励方案里是{role}（{where} 用了 {function}()）：{role}就没有按{every}考核的方案，结果会是空的。',
      cure: '是同一个角色，就写成一样，和 people.csv 一致；不是，就给{role}另写一份方案。',
    },
    en: {
      say: 'The role here is {near}, that of the incentive plan is {role} ({where} reads {function}()): no scheme judges {role} by the {every}, so it is empty.',
      cure: 'If both are one role, spell them alike, as people.csv has it; if not, write a scheme for {role}.',
    },
  },
  'incentive.no-grades': {
    zh: { say: '公式用了 {function}()，但{role}的方案“{scheme}”没有写等级或系数，结果会是空的（{every}）。', cure: '在方案的 grades 里写上等级和 coefficient。' },
    en: {
      say: 'The formula reads {function}(), but {scheme}, by which {role} is judged each {every}, has no grades or no coefficients.',
      cure: 'Write grades with coefficient into the scheme.',
    },
  },
} satisfies TextCatalogue

/** What is said about schemes and incentive plans. */
export const schemeTexts = { ...forceTexts, ...lineTexts, ...ruleTexts, ...weightTexts, ...gradeTexts, ...lintTexts, ...incentiveTexts } satisfies TextCatalogue
