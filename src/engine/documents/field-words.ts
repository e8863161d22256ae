import type { Wording } from '../wording.ts'

/**
 * What the fields of the editors are called, by the end of their path in a document: `points.at` before `at`, where a key alone could be several.
 * For pages, where nobody reads keys; that these are their labels is tested beside the texts of the pages.
 */
export const FIELD_WORDS: Readonly<Record<string, Wording>> = {
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  weight: { zh: '权重', en: 'Weight' },
  unit: { zh: '单位', en: 'Unit' },
  floor: { zh: '保底', en: 'At least' },
  cap: { zh: '封顶', en: 'At most' },
  at: { zh: '位置', en: 'At' },
  // Schemes.
  'scheme.every': { zh: '考核周期', en: 'Period' },
  'scheme.from': { zh: '生效日期', en: 'In force from' },
  'scheme.until': { zh: '截止日期', en: 'In force until' },
  'scheme.role': { zh: '适用对象', en: 'For whom' },
  'scheme.round': { zh: '总分保留几位小数', en: 'Decimal places of the score' },
  'scheme.lines': { zh: '考核项', en: 'Lines' },
  'lines.line': { zh: '考核项编号', en: 'Id of the line' },
  'lines.measure': { zh: '指标', en: 'Measure' },
  'target.fixed': { zh: '统一目标', en: 'Target for everybody' },
  'target.formula': { zh: '目标公式', en: 'Formula of the target' },
  threshold: { zh: '低于多少分记 0', en: '0 below' },
  worst: { zh: '最差', en: 'Worst' },
  best: { zh: '最好', en: 'Best' },
  start: { zh: '起始分', en: 'To begin with' },
  each: { zh: '每件加减', en: 'For each' },
  most: { zh: '不满足时总分最多', en: 'Score at most, if failed' },
  passes: { zh: '必须满足', en: 'Must be' },
  'score.bands': { zh: '各段的界线与得分', en: 'Bounds and points of the bands' },
  'score.points': { zh: '折线上的点', en: 'Points of the curve' },
  'bands.points': { zh: '得分', en: 'Points' },
  'points.points': { zh: '得分', en: 'Points' },
  grade: { zh: '等级', en: 'Grade' },
  'grades.from': { zh: '起点', en: 'From' },
  coefficient: { zh: '系数', en: 'Coefficient' },
  months: { zh: '新人期', en: 'Months of a newcomer' },
  // Incentive plans and rate tables.
  'incentive.every': { zh: '周期', en: 'Every' },
  'incentive.from': { zh: '从哪天起', en: 'From' },
  'incentive.until': { zh: '到哪天为止', en: 'Until' },
  'incentive.role': { zh: '适用岗位', en: 'For' },
  component: { zh: '编号', en: 'Id' },
  'components.amount': { zh: '金额的公式', en: 'Formula of the amount' },
  'components.when': { zh: '条件', en: 'Conditions' },
  holds: { zh: '条件', en: 'Conditions' },
  'components.round': { zh: '小数位数', en: 'Decimal places' },
  mode: { zh: '怎样落档', en: 'How tiers pay' },
  of: { zh: '档位的单位', en: 'Unit of the bounds' },
  pays: { zh: '值的单位', en: 'Unit of the values' },
  rate: { zh: '比例', en: 'Rate' },
  'tiers.amount': { zh: '金额', en: 'Amount' },
  'points.value': { zh: '值', en: 'Value' },
  'rows.value': { zh: '值', en: 'Value' },
  by: { zh: '按什么查', en: 'Looked up by' },
  'by.key': { zh: '按什么查', en: 'Looked up by' },
  otherwise: { zh: '其余', en: 'Otherwise' },
  // Measures.
  'measure.measure': { zh: '标识', en: 'Id' },
  'measure.kind': { zh: '算法', en: 'Kind' },
  'measure.round': { zh: '小数位数', en: 'Decimal places' },
  'measure.dataset': { zh: '业务表', en: 'Dataset' },
  aggregate: { zh: '统计方式', en: 'How it is counted' },
  'measure.value': { zh: '取值', en: 'Value' },
  filter: { zh: '条件', en: 'Condition' },
  'measure.date': { zh: '按哪个日期', en: 'By which day' },
  'measure.owner': { zh: '算给谁', en: 'Credited to' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  'measure.of': { zh: '哪个指标', en: 'Which measure' },
  against: { zh: '与什么相比', en: 'Compared with' },
  'measure.formula': { zh: '公式', en: 'Formula' },
  sources: { zh: '来源', en: 'Source' },
  // Datasets.
  'dataset.dataset': { zh: '标识', en: 'Id' },
  'dataset.key': { zh: '主键', en: 'Key' },
  'dataset.fields': { zh: '字段', en: 'Fields' },
  type: { zh: '类型', en: 'Type' },
  choices: { zh: '可选的值', en: 'Choices' },
  currency: { zh: '币种', en: 'Currency' },
  'splits.dataset': { zh: '分成表', en: 'Share dataset' },
  'splits.record': { zh: '指向记录的字段', en: 'Field that names the record' },
  'splits.employee': { zh: '谁', en: 'Person' },
  'splits.percent': { zh: '比例', en: 'Share' },
  'overlays.to': { zh: '计给哪个字段里的人', en: 'People in which field' },
  'overlays.percent': { zh: '再计百分之几', en: 'Percent on top' },
  // The company.
  'company.currency': { zh: '本位币', en: 'Currency' },
  currencyDecimals: { zh: '本位币小数位数', en: 'Decimal places of the currency' },
  timezone: { zh: '时区', en: 'Time zone' },
  pattern: { zh: '每个季度三个月各几周', en: 'Weeks of the three months of a quarter' },
  years: { zh: '年度', en: 'Year' },
  quarterStarts: { zh: '季度的起始日', en: 'First days of quarters' },
}

/** The label of the field at a path of a document of a kind, in quotes; undefined where pages call it nothing. */
export function fieldWording(kind: string, path: readonly (string | number)[]): Wording | undefined {
  const keys = [kind, ...path.filter((key) => typeof key === 'string')]
  const last = path.at(-1)
  if (typeof last !== 'string') return undefined
  for (let i = 0; i < keys.length; i++) {
    const ending = keys.slice(i).join('.')
    const found = Object.hasOwn(FIELD_WORDS, ending) ? FIELD_WORDS[ending] : undefined
    if (found !== undefined) return { zh: `“${found.zh}”`, en: `“${found.en}”` }
  }
  return undefined
}
