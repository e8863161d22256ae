import { type Rewording, reworded, type TextCatalogue } from '../../base/diagnostic.ts'
import { engineTexts } from './texts.ts'

/** What the checker says of keys and files, for those who write rules in the editors: with the words that stand on the fields there. */
export const rulePageTexts = {
  'name.unknown-unit': {
    zh: { cure: '{hint} 自己的单位在“公司设置”的计数单位里加上。' },
    en: { cure: '{hint} Units of your own are added to the units of the company.' },
  },
  'unit.count': {
    zh: { cure: '用 number，或在“公司设置”的计数单位里加一个，例如“个”；比例用“比率”指标。' },
    en: { cure: 'Use number or a unit of the company, such as customer; for a share make the measure a ratio.' },
  },
  'call.pay-item': {
    zh: { say: '“薪酬”里要写一个薪酬项目的名称，不能是“{text}”。' },
    en: { say: 'pay takes the name of a pay item, not “{text}”.' },
  },
  'force.two-schemes': {
    zh: { cure: '从其中一份的适用角色里去掉这个角色，或用生效日期和截止日期让两份先后生效。' },
    en: { cure: 'Take the role out of one of them, or let one begin where the other ends.' },
  },
  'force.role-spelling': {
    zh: { cure: '统一成“人员”里的写法。' },
    en: { cure: 'Write both as under People.' },
  },
  'scheme.prorate-unused': {
    zh: { say: '“{line}”没有可以折算的目标，按天折算不起作用。', cure: '关掉按天折算；只有本人在“目标”里的目标按在岗天数折算，固定的目标和公式不折算。' },
    en: {
      say: 'The line {line} has no target that could be prorated: proration does nothing.',
      cure: 'Switch proration off; only the person’s own targets are taken in proportion to the days worked, never a fixed one or a formula.',
    },
  },
  'incentive.no-scheme-near': {
    zh: { cure: '是同一个角色，就写成一样，和“人员”一致；不是，就给{role}另写一份方案。' },
    en: { cure: 'If both are one role, spell them alike, as under People; if not, write a scheme for {role}.' },
  },
} satisfies Rewording

/** Every sentence of the checker for whoever reads it on a page. */
export const enginePageTexts: TextCatalogue = reworded(engineTexts, rulePageTexts)
