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

type SheetAsked = Asked & { readonly measure: string | undefined; readonly day: string | undefined }

/** What a chart shows, for a workbook. */
export async function figuresOf(read: Read, sheet: SheetName, asked: SheetAsked): Promise<Figures> {
  return await MAKERS[sheet](read, asked)
}

const text = (word: Word) => [word, 'text'] as const
const number = (word: Word) => [word, 'number'] as const

const MAKERS: Readonly<Record<SheetName, (read: Read, asked: SheetAsked) => Promise<Figures>>> = {
  trend: async (read, asked) => {
    const { points, showsPay } = await trendAnswer(read, asked)
    const numbers = ['people', 'scored', 'average', 'result', 'target', 'attainment', ...(showsPay ? (['pay'] as const) : [])] as const
    const rows = points.map((p) => [p.period, ...numbers.map((name) => (p[name] === null ? null : String(p[name])))])
    return figures(asked.lang, [text('period'), ...numbers.map(number)], rows)
  },
  scores: async (read, asked) => {
    const { bands } = await distributionAnswer(read, asked)
    const rows = bands.map((b) => [b.from, b.until, String(b.people)])
    return figures(asked.lang, [number('from'), number('until'), number('people')], rows)
  },
  grades: async (read, asked) => {
    const { grades } = await distributionAnswer(read, asked)
    const rows = grades.map((g) => [g.grade, String(g.people)])
    return figures(asked.lang, [text('grade'), number('people')], rows)
  },
  outlook: async (read, asked) => {
    const { curve } = await outlookAnswer(read, asked)
    const rows = curve.map((c) => [c.day, c.amount])
    return figures(asked.lang, [text('day'), number('amount')], rows)
  },
  costs: async (read, asked) => {
    const units = await costsAnswer(read, asked)
    const rows = units.map((u) => [u.name, String(u.people), u.result, u.pay])
    return figures(asked.lang, [text('unit'), number('people'), number('result'), number('pay')], rows)
  },
  funnel: async (read, asked) => {
    const { items } = await funnelsAnswer(read, asked)
    const rows = items.flatMap(({ name, stages, outcomes }) => [...stages.map((s) => [name, s.name, String(s.count)]), ...outcomes.map((o) => [name, o.value, String(o.count)])])
    return figures(asked.lang, [text('dataset'), text('stage'), number('count')], rows)
  },
}
