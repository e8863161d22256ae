import type { Wording } from '../../engine/wording.ts'

const w = (zh: string, en: string): Wording => ({ zh, en })
const PERIODS: Readonly<Record<string, Wording>> = {
  week: w('每周', 'weekly'),
  month: w('每月', 'monthly'),
  quarter: w('每季度', 'quarterly'),
  half: w('每半年', 'half-yearly'),
  year: w('每年', 'yearly'),
}
const BOUNDARY: Readonly<Record<string, Wording>> = { begins: w('归从那里开始的一档', 'the tier that begins there'), ends: w('归到那里结束的一档', 'the tier that ends there') }

/** Choices of documents as the pages call them, by their key, or by what they stand in and their key. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  every: PERIODS,
  startDay: { counted: w('算一天', 'counted'), 'not-counted': w('不算', 'not counted') },
  noData: { skip: w('不计，其余权重放大', 'left out'), zero: w('计 0 分', '0 points'), full: w('计满分', '100 points') },
  'lines.kind': { kpi: w('KPI', 'KPI'), ordinary: w('一般', 'ordinary') },
  target: { target: w('每个人自己的目标', 'everybody’s target'), stretch: w('冲刺目标', 'stretch target'), challenge: w('挑战目标', 'challenge target') },
  rule: {
    linear: w('按达成率', 'by attainment'),
    bands: w('分档', 'bands'),
    curve: w('曲线', 'curve'),
    lower: w('越低越好', 'less is better'),
    range: w('从最差到最好', 'range'),
    points: w('加减分', 'points'),
    gate: w('一票否决', 'gate'),
  },
  'score.of': { attainment: w('达成率', 'attainment'), actual: w('实际值', 'actual') },
  boundary: BOUNDARY,
  method: { ratio: w('比值', 'ratio'), difference: w('差值', 'difference') },
  factors: { applied: w('参与计算', 'applied'), ignored: w('不参与', 'ignored') },
  feedback: { weekly: w('每周', 'weekly'), monthly: w('每月', 'monthly'), quarterly: w('每季度', 'quarterly'), none: w('不面谈', 'none') },
  'components.over': { period: w('只看本期', 'the period'), year: w('按年累计', 'the year to date') },
  mode: { marginal: w('分段累进', 'marginal'), whole: w('整体按一档', 'whole'), interpolated: w('按比例插值', 'interpolated') },
  better: { more: w('越大越好', 'more'), less: w('越小越好', 'less') },
  scope: { own: w('本人', 'own'), team: w('团队', 'team'), downline: w('推荐线下级', 'downline') },
  'scope.line': { reporting: w('汇报线', 'reporting line'), sponsor: w('推荐线', 'sponsor line') },
  asOf: { record: w('记录当天', 'the day of the record'), 'period-end': w('期末', 'the end of the period') },
  aggregate: {
    sum: w('求和', 'sum'),
    count: w('计数', 'count'),
    distinct: w('去重计数', 'distinct count'),
    average: w('平均', 'average'),
    min: w('最小', 'least'),
    max: w('最大', 'most'),
  },
  credit: { share: w('按分成比例', 'by share'), full: w('全额计入', 'in full') },
  'measure.over': { sum: w('相加', 'added up'), average: w('平均', 'averaged'), last: w('取最后一个', 'the last') },
  against: { previous: w('上一期', 'the period before'), 'last-year': w('去年同期', 'the same period last year') },
  missing: { report: w('保留记录并报告', 'kept and reported'), reject: w('拒绝这一行', 'row rejected') },
  onError: { reject: w('整个文件不导入', 'nothing is imported'), skip: w('跳过错误行', 'bad rows are left out') },
  decimal: { point: w('点', 'point'), comma: w('逗号', 'comma') },
  dateOrder: { ymd: w('年-月-日', 'year-month-day'), mdy: w('月/日/年', 'month/day/year'), dmy: w('日/月/年', 'day/month/year') },
  delimiter: { ',': w('逗号', 'comma'), ';': w('分号', 'semicolon'), '\t': w('制表符', 'tab'), '|': w('竖线', 'vertical bar') },
  encoding: { auto: w('自动识别', 'recognised') },
  'dataset.key': { row: w('整行内容', 'the whole row') },
  'calendar.kind': { months: w('自然月', 'calendar months'), weeks: w('按周的财年', 'years of weeks'), quarters: w('自定的季度', 'quarters of one’s own') },
  yearNamedBy: { start: w('开始的那一年', 'the year it begins in'), end: w('结束的那一年', 'the year it ends in') },
  weekStart: { monday: w('星期一', 'Monday'), sunday: w('星期日', 'Sunday') },
  'tables.kind': { tiers: w('阶梯', 'tiers'), curve: w('曲线', 'curve'), lookup: w('对照表', 'lookup') },
  'table.kind': { tiers: w('阶梯', 'tiers'), curve: w('曲线', 'curve'), lookup: w('对照表', 'lookup') },
  'measure.kind': {
    aggregate: w('汇总', 'aggregate'),
    ratio: w('比率', 'ratio'),
    growth: w('增长', 'growth'),
    formula: w('公式', 'formula'),
    entered: w('录入', 'entered'),
    rating: w('评分', 'rating'),
  },
  category: {
    financial: w('财务', 'financial'),
    efficiency: w('效率', 'efficiency'),
    customer: w('客户', 'customer'),
    activity: w('活动', 'activity'),
    team: w('团队', 'team'),
    manager: w('管理', 'manager'),
    hr: w('人力', 'HR'),
    'direct-selling': w('直销', 'direct selling'),
  },
  type: {
    text: w('文字', 'text'),
    integer: w('整数', 'whole number'),
    decimal: w('小数', 'decimal'),
    money: w('金额', 'money'),
    date: w('日期', 'date'),
    timestamp: w('时刻', 'time'),
    boolean: w('是/否', 'yes or no'),
    choice: w('选项', 'choice'),
    employee: w('员工', 'employee'),
    reference: w('引用', 'reference'),
  },
}

export const BOOLEANS: Readonly<Record<string, Wording>> = { true: w('是', 'yes'), false: w('否', 'no') }

/** Keys whose value is the id of a measure, of a dataset, of roles. */
export const MEASURE_KEYS: ReadonlySet<string> = new Set(['measure', 'numerator', 'denominator'])
export const DATASET_KEYS: ReadonlySet<string> = new Set(['dataset', 'fields.to', 'splits.dataset'])
