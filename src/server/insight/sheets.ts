import type { Lang } from '../../base/diagnostic.ts'
import type { Read } from '../../store/types.ts'
import type { SheetColumn } from '../http/workbook.ts'
import { type Asked, costsAnswer, distributionAnswer, funnelsAnswer, outlookAnswer, trendAnswer } from './answers.ts'

export const SHEETS = ['trend', 'scores', 'grades', 'outlook', 'costs', 'funnel'] as const

export type SheetName = (typeof SHEETS)[number]

/** The figures behind a chart, as a table of texts. */
export interface Figures {
  readonly columns: readonly SheetColumn<readonly (string | null)[]>[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const WORDS = {
  zh: {
    ...{ period: '期间', people: '人数', scored: '有得分', average: '平均得分', result: '实际', target: '目标', attainment: '达成率', pay: '应得' },
    ...{ from: '分数从', until: '到（不含）', grade: '等级', day: '日期', amount: '累计', dataset: '业务表', stage: '阶段', unit: '部门', count: '记录数' },
  },
  en: {
    ...{ period: 'Period', people: 'People', scored: 'With a score', average: 'Average score', result: 'Actual', target: 'Target', attainment: 'Attainment', pay: 'Pay' },
    ...{ from: 'Score from', until: 'To (not included)', grade: 'Grade', day: 'Day', amount: 'So far', dataset: 'Dataset', stage: 'Stage', unit: 'Unit', count: 'Records' },
  },
} as const

type Word = keyof (typeof WORDS)['zh']

function figures(lang: Lang, titles: readonly (readonly [Word, 'text' | 'number'])[], rows: Figures['rows']): Figures {
  return { rows, columns: titles.map(([word, kind], at) => ({ title: WORDS[lang][word], kind, of: (row) => row[at] ?? null })) }
}

/** What a chart shows, for a workbook. */
export async function figuresOf(read: Read, sheet: SheetName, asked: Asked & { readonly measure: string | undefined; readonly day: string | undefined }): Promise<Figures> {
  const { lang } = asked
  switch (sheet) {
    case 'trend': {
      const { points, showsPay } = await trendAnswer(read, asked)
      const numbers = ['people', 'scored', 'average', 'result', 'target', 'attainment', ...(showsPay ? (['pay'] as const) : [])] as const
      const rows = points.map((p) => [p.period, ...numbers.map((name) => (p[name] === null ? null : String(p[name])))])
      return figures(lang, [['period', 'text'], ...numbers.map((name) => [name, 'number'] as const)], rows)
    }
    case 'scores': {
      const { bands } = await distributionAnswer(read, asked)
      return figures(
        lang,
        [
          ['from', 'number'],
          ['until', 'number'],
          ['people', 'number'],
        ],
        bands.map((b) => [b.from, b.until, String(b.people)]),
      )
    }
    case 'grades': {
      const { grades } = await distributionAnswer(read, asked)
      return figures(
        lang,
        [
          ['grade', 'text'],
          ['people', 'number'],
        ],
        grades.map((g) => [g.grade, String(g.people)]),
      )
    }
    case 'outlook': {
      const { curve } = await outlookAnswer(read, asked)
      return figures(
        lang,
        [
          ['day', 'text'],
          ['amount', 'number'],
        ],
        curve.map((c) => [c.day, c.amount]),
      )
    }
    case 'costs': {
      const units = await costsAnswer(read, asked)
      return figures(
        lang,
        [
          ['unit', 'text'],
          ['people', 'number'],
          ['result', 'number'],
          ['pay', 'number'],
        ],
        units.map((u) => [u.name, String(u.people), u.result, u.pay]),
      )
    }
    case 'funnel': {
      const { items } = await funnelsAnswer(read, asked)
      const rows = items.flatMap(({ name, stages, outcomes }) => [...stages.map((s) => [name, s.name, String(s.count)]), ...outcomes.map((o) => [name, o.value, String(o.count)])])
      return figures(
        lang,
        [
          ['dataset', 'text'],
          ['stage', 'text'],
          ['count', 'number'],
        ],
        rows,
      )
    }
    default:
      return sheet satisfies never
  }
}
