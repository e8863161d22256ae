import type { Rewording } from '../../base/diagnostic.ts'

/** What is said of documents in force and of what is filled in where it is read on a page: pages instead of files and commands. */
export const measuresPageTexts = {
  'measures.no-plan': {
    zh: { cure: '先在“开始使用”里选一个模板，或新建业务表和指标。' },
    en: { cure: 'Choose a template under Get started, or make datasets and measures of your own.' },
  },
  'measures.program-broken': {
    zh: { cure: '请系统管理员按下面的提示改好。' },
    en: { cure: 'Ask a system administrator to mend what is listed below.' },
  },
  'ratings.source-unknown': {
    zh: { cure: '{hint} 确实是新的来源，在指标的评分来源里加上它和权重。' },
    en: { cure: '{hint} If it is a new source, add it with its weight to the sources of the measure.' },
  },
  'measures.not-entered': {
    zh: { cure: '{hint} 能填的只有手工录入的指标；评分只能填评分的指标。' },
    en: { cure: '{hint} Values are entered for entered measures, scores for ratings.' },
  },
} satisfies Rewording
