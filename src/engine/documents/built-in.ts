import type { DatasetDocument } from './dataset.ts'
import { DatasetSchema } from './dataset.ts'

/** Values people enter by hand, one a measure, employee and day. In files the date may be a period id: it counts on its last day. */
export const ENTERED = 'entered'

/** Scores from reviews and surveys, one a measure, employee, rater, source and day. */
export const RATINGS = 'ratings'

/** The datasets every company has. */
export const BUILT_IN_DATASETS: readonly DatasetDocument[] = [
  DatasetSchema.parse({
    dataset: ENTERED,
    name: { zh: '手工录入', en: 'Entered values' },
    key: ['measure', 'employee', 'date'],
    owner: 'employee',
    date: 'date',
    fields: {
      measure: { type: 'text', required: true, name: { zh: '指标', en: 'Measure' } },
      employee: { type: 'employee', required: true, name: { zh: '员工', en: 'Employee' } },
      date: { type: 'date', required: true, name: { zh: '日期', en: 'Date' } },
      value: { type: 'decimal', required: true, name: { zh: '数值', en: 'Value' } },
      note: { type: 'text', name: { zh: '备注', en: 'Note' } },
    },
  }),
  DatasetSchema.parse({
    dataset: RATINGS,
    name: { zh: '评分', en: 'Ratings' },
    key: ['measure', 'employee', 'rater', 'source', 'date'],
    owner: 'employee',
    date: 'date',
    fields: {
      measure: { type: 'text', required: true, name: { zh: '指标', en: 'Measure' } },
      employee: { type: 'employee', required: true, name: { zh: '被评人', en: 'Employee' } },
      rater: { type: 'text', required: true, name: { zh: '评分人', en: 'Rater' } },
      source: { type: 'text', required: true, name: { zh: '评分来源', en: 'Source' } },
      date: { type: 'date', required: true, name: { zh: '日期', en: 'Date' } },
      score: { type: 'decimal', required: true, name: { zh: '分数', en: 'Score' } },
      comment: { type: 'text', name: { zh: '评语', en: 'Comment' } },
    },
  }),
]
