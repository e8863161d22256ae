import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What a back-test has to say. */
export const backtestTexts = {
  'draft.wrong': {
    zh: { say: '草案有 {count} 处错误，还不能试算。', cure: '按每一条的提示修改草案，再试。' },
    en: { say: 'The draft has {count} {count|mistake|mistakes} and cannot be tried out yet.', cure: 'Mend what each of them says, then try again.' },
  },
  'backtest.not-stored': {
    zh: { say: '草案里的业务表跟系统里的不一样（{names}），没有这样的数据可供回测。', cure: '先把业务表改回系统里的样子再回测；业务表确实要改，就先 heng apply 并导入数据。' },
    en: {
      say: 'Datasets of the draft are not those that are stored ({names}): there are no such records to test it on.',
      cure: 'Put the datasets back as they are in force; where they must change, heng apply them and import the data first.',
    },
  },
  'backtest.no-rules': {
    zh: { say: '{period} 既没有现行的方案，草案里也没有适用的方案，没有可比的。', cure: '换一个期间，或核对方案的 every 和 from。草案里有：{rules}。' },
    en: {
      say: 'In {period} neither the rules in force nor the draft have a scheme or an incentive plan; there is nothing to compare.',
      cure: 'Take another period, or check every and from. The draft has: {rules}.',
    },
  },
  'backtest.no-data': {
    zh: { say: '{period} 没有任何数据，回测说明不了什么。', cure: '换一个有数据的期间，或先导入这个期间的数据。' },
    en: { say: 'There are no data in {period}: the comparison says nothing about the draft.', cure: 'Take a period with records, or import those of this one first.' },
  },
  'backtest.nobody-reaches': {
    zh: {
      say: '{period} 有数据的 {people} 人，没有一个人达到“{line}”的目标（方案 {scheme}）。',
      cure: '够不着的目标激励不了人：按过去几期的实际值重定目标，或给接近目标的人也留出分数（分段、插值）。',
    },
    en: {
      say: 'In {period} none of the {people} people with data reach the target of “{line}” (scheme {scheme}).',
      cure: 'A target out of reach moves nobody: set it by what people came to in past periods, or let bands or a curve reward coming near.',
    },
  },
  'backtest.everybody-reaches': {
    zh: {
      say: '{period} 有数据的 {people} 人，个个都达到了“{line}”的目标（方案 {scheme}）。',
      cure: '人人够得着的目标分不出高下：提高目标，或另设冲刺、挑战目标；如果只要求做到，就改成门槛（gate）。',
    },
    en: {
      say: 'In {period} every one of the {people} people with data reaches the target of “{line}” (scheme {scheme}).',
      cure: 'A target everybody reaches tells nobody apart: raise it, or judge by stretch or challenge targets; if it is only a minimum, make it a gate.',
    },
  },
} satisfies TextCatalogue
