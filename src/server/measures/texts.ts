import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about the documents in force. */
export const measuresTexts = {
  'measures.no-plan': {
    zh: { say: '这家公司还没有方案。', cure: '先运行 heng apply 方案文件夹。' },
    en: { say: 'This company has no plan yet.', cure: 'Run heng apply PLAN-FOLDER first.' },
  },
  'measures.program-broken': {
    zh: { say: '系统里已发布的文档，用现在这个版本的程序检查不通过。', cure: '用 heng export 写出方案，按下面的提示改好，再 heng apply。' },
    en: {
      say: 'Documents in force do not pass the check of this version of the program.',
      cure: 'Write the plan out with heng export, mend what is listed below, and apply it again.',
    },
  },
  'ratings.source-unknown': {
    zh: {
      say: '评分“{measure}”没有来源“{source}”，{records} 条评分不计入（例如 {example}）。',
      cure: '{hint} 确实是新的来源，在指标的 sources 里加上它和权重。',
    },
    en: {
      say: 'The rating {measure} has no source “{source}”: {records} {records|score is|scores are} not counted (for example {example}).',
      cure: '{hint} If it is a new source, add it with its weight to sources of the measure.',
    },
  },
  'measures.not-entered': {
    zh: { say: '第 {line} 行“{column}”列：没有可以这样填写的指标“{value}”。', cure: '{hint} 手工录入的指标要写 kind: entered，评分的指标要写 kind: rating。' },
    en: {
      say: 'Line {line}, column {column}: there is no measure “{value}” that is filled in this way.',
      cure: '{hint} Values are entered for measures of kind: entered, scores for those of kind: rating.',
    },
  },
} satisfies TextCatalogue
