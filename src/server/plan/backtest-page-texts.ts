import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What a back-test has to say where it is read on a page: names instead of ids, and cures that the page offers. The parameters are those of `backtestTexts`. */
export const backtestPageTexts = {
  'backtest.no-rules': {
    zh: { say: '{period}既没有现行的方案，草稿里也没有适用的方案，没有可比的。', cure: '换一个期间，或核对方案的周期和生效日期。' },
    en: {
      say: 'In {period} neither the rules in force nor the draft have a scheme or an incentive plan; there is nothing to compare.',
      cure: 'Take another period, or check for which kind of period and from when the scheme is.',
    },
  },
  'backtest.other-every': {
    zh: { say: '草稿改动的{kind}“{name}”按{every}算，{periods} 用不到它，改动在这些期间看不出来。', cure: '选它自己的那种期间，再回测。' },
    en: {
      say: 'The {kind} “{name}” of the draft goes by the {every}: it has no part in {periods}, and nothing of its change shows there.',
      cure: 'Choose periods of its own kind and test again.',
    },
  },
  'backtest.not-yet': {
    zh: { say: '草稿改动的{kind}“{name}”从 {from} 起才生效，{periods} 用不到它，改动在这些期间看不出来。', cure: '想看它放到过去会怎样，就假设它在这些期间一直有效，再回测。' },
    en: {
      say: 'The {kind} “{name}” of the draft begins on {from}: it has no part in {periods}, and nothing of its change shows there.',
      cure: 'To see what it would have done in the past, test it as if it had always been in force.',
    },
  },
  'backtest.no-longer': {
    zh: { say: '草稿改动的{kind}“{name}”在 {periods} 没有生效，改动在这些期间看不出来。', cure: '回测它生效的期间，或核对生效日期、截止日期和后面的各版。' },
    en: {
      say: 'The {kind} “{name}” of the draft is not in force in {periods}: nothing of its change shows there.',
      cure: 'Test periods in which it is in force, or check its days and the editions after it.',
    },
  },
  'backtest.not-read': {
    zh: { say: '草稿改动的{kind}“{name}”，{periods} 里没有方案用到它，改动在得分和薪酬里看不出来。', cure: '回测用到它的方案的期间。' },
    en: {
      say: 'No scheme and no incentive plan of {periods} uses the {kind} “{name}” of the draft: nothing of its change shows in scores and pay.',
      cure: 'Test periods of the schemes or plans that use it.',
    },
  },
  'backtest.nobody-reaches': {
    zh: {
      say: '{period} 有数据的 {people} 人，没有一个人达到“{line}”的目标（方案“{name}”）。',
      cure: '够不着的目标激励不了人：按过去几期的实际值重定目标，或给接近目标的人也留出分数（分段、插值）。',
    },
    en: {
      say: 'In {period} none of the {people} people with data reach the target of “{line}” (scheme “{name}”).',
      cure: 'A target out of reach moves nobody: set it by what people came to in past periods, or let bands or a curve reward coming near.',
    },
  },
  'backtest.everybody-reaches': {
    zh: {
      say: '{period} 有数据的 {people} 人，个个都达到了“{line}”的目标（方案“{name}”）。',
      cure: '人人够得着的目标分不出高下：提高目标，或另设冲刺、挑战目标；如果只要求做到，就改成一票否决。',
    },
    en: {
      say: 'In {period} every one of the {people} people with data reaches the target of “{line}” (scheme “{name}”).',
      cure: 'A target everybody reaches tells nobody apart: raise it, or judge by stretch or challenge targets; if it is only a minimum, make it a gate.',
    },
  },
} satisfies TextCatalogue
