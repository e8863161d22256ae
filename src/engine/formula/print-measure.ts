import type { Lang } from '../../base/diagnostic.ts'
import type { AggregateFn, AggregateIr, Expr, MeasureIr, ScopeIr } from '../ir.ts'
import { walk } from '../walk.ts'
import { type PrintOptions, printExpr } from './print-ir.ts'

type Both = Readonly<Record<Lang, string>>

const FUNCTIONS: Readonly<Record<AggregateFn, Both>> = {
  sum: { zh: '合计', en: 'sum of' },
  count: { zh: '条数', en: 'number of records' },
  distinct: { zh: '不重复个数', en: 'number of different' },
  average: { zh: '平均', en: 'average of' },
  min: { zh: '最小', en: 'smallest' },
  max: { zh: '最大', en: 'largest' },
  last: { zh: '最后一个', en: 'last' },
}

const ENTERED = {
  sum: { zh: '手工录入的值，取合计', en: 'values entered by hand, their sum' },
  average: { zh: '手工录入的值，取平均', en: 'values entered by hand, their average' },
  last: { zh: '手工录入的值，取最后一个', en: 'the last value entered by hand' },
} as const satisfies Record<string, Both>

/**
 * What a measure is, in one line of the reader's words: for an aggregate what is added up, which records count, by which day and for whom;
 * for the others the formula.
 */
export function printMeasure(measure: MeasureIr, options: Omit<PrintOptions, 'dataset'>): string {
  const { body } = measure
  const scope = printScope(measure.scope, options.lang)
  const entered = measure.kind === 'entered' && body.kind === 'aggregate'
  const rating = measure.kind === 'rating' && body.kind === 'formula'
  const text = entered
    ? printEntered(body.aggregate, options.lang)
    : rating
      ? printRating(ratingSources(body.expr), options.lang)
      : body.kind === 'formula'
        ? printExpr(shownBody(body.expr, measure.percent), options)
        : printAggregate(body.aggregate, measure.percent, options)
  return [text, ...(scope === '' ? [] : [scope])].join(options.lang === 'zh' ? '；' : '; ')
}

/** Without the factor 100 that makes hundredths of a percentage. */
export function shownBody(expr: Expr, percent: boolean): Expr {
  return percent && expr.node === 'mul' && expr.right.node === 'number' && expr.right.value === '100' ? expr.left : expr
}

/** One source of a rating: its name, the hidden measure that averages its scores, and its weight. */
export interface RatingSource {
  readonly source: string
  readonly measure: string
  /** Out of 100, over all sources. */
  readonly weight: string
}

/** The sources that the formula of a rating weights (`weighted` in check/measure-rating.ts), in the order written. */
export function ratingSources(expr: Expr): RatingSource[] {
  const found: RatingSource[] = []
  walk(expr, (e) => {
    if (e.node !== 'mul' || e.left.node !== 'value' || e.right.node !== 'number') return
    const { measure } = e.left.ref
    found.push({ source: measure.slice(measure.indexOf('#') + 1), measure, weight: e.right.value })
  })
  return found
}

function printRating(sources: readonly RatingSource[], lang: Lang): string {
  const listed = sources.map(({ source, weight }) => `${source} ${weight} %`).join(lang === 'zh' ? '、' : ', ')
  return lang === 'zh' ? `评分，每个来源先取平均，再按权重合成：${listed}` : `ratings, the average of each source, then by their weights: ${listed}`
}

function printEntered({ fn }: AggregateIr, lang: Lang): string {
  return ENTERED[fn === 'average' || fn === 'last' ? fn : 'sum'][lang]
}

function printAggregate(aggregate: AggregateIr, percent: boolean, { lang, names }: Omit<PrintOptions, 'dataset'>): string {
  const options: PrintOptions = { lang, names, dataset: aggregate.dataset }
  const show = (expr: Expr) => printExpr(expr, options)
  const zh = lang === 'zh'
  const what = FUNCTIONS[aggregate.fn][lang] + (aggregate.value === null ? '' : ` ${show(shownBody(aggregate.value, percent))}`)
  const dataset = names.dataset(aggregate.dataset)
  const share = aggregate.weight === 'share' && (aggregate.credit.splits !== null || aggregate.credit.overlays.length > 0)
  const parts = [
    zh ? `“${dataset}”的${what}` : `${what} in ${dataset}`,
    aggregate.filter === null ? '' : (zh ? '条件 ' : 'where ') + show(aggregate.filter),
    (zh ? '按 ' : 'by ') + show(aggregate.date),
    converts(aggregate.value) ? (zh ? '外币按当天汇率折算' : 'foreign amounts at the rate of that day') : '',
    (zh ? '算给 ' : 'credited to ') + show(aggregate.credit.owner) + (share ? (zh ? '（按份额）' : ' (by share)') : ''),
  ]
  return parts.filter((part) => part !== '').join(zh ? '，' : ', ')
}

function converts(value: Expr | null): boolean {
  let found = false
  walk(value, (expr) => {
    if (expr.node === 'convert') found = true
  })
  return found
}

/** Over whom a measure is gathered; nothing for the person alone. */
export function printScope(scope: ScopeIr, lang: Lang): string {
  if (scope.line === 'own') return ''
  const zh = lang === 'zh'
  const line = scope.line === 'reporting' ? (zh ? '汇报线下级' : 'everybody below on the reporting line') : zh ? '推荐线下线' : 'everybody below on the sponsor line'
  const depth = scope.depth === null ? '' : zh ? `（往下 ${scope.depth} 层）` : ` (${scope.depth} ${scope.depth === 1 ? 'step' : 'steps'} down)`
  const self = scope.self ? (zh ? '本人和' : 'the person and ') : ''
  const asOf = scope.asOf === 'period-end' ? (zh ? '，按期末的关系' : ', by the line at the end of the period') : ''
  return `${self}${line}${depth}${asOf}`
}
