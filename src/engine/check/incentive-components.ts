import { dec } from '../../base/decimal.ts'
import type { Params } from '../../base/diagnostic.ts'
import type { IncentiveDocument } from '../documents/incentive.ts'
import type { AmountIr, ComponentIr, Expr } from '../ir.ts'
import { type Wording, worded } from '../wording.ts'
import type { Catalogue } from './catalogue.ts'
import { compileRewardExpr, expectedAt, type FormulaAt } from './compile.ts'
import { overYear, readsMeasures } from './incentive-year.ts'
import { withMoney } from './money-literals.ts'
import { type DocumentPath, type Reporter, reporterFor } from './report.ts'
import { type Typed, typeWords } from './typed.ts'
import { sameUnit } from './units.ts'

type ComponentDocument = IncentiveDocument['components'][number]

export interface IncentiveCheck {
  /** With the plan's own tables. */
  readonly catalogue: Catalogue
  readonly report: Reporter
}

/** The components of a plan; those that are wrong are left out, and reported. */
export function componentsOf(document: IncentiveDocument, c: IncentiveCheck): ComponentIr[] {
  const seen = new Map<string, number>()
  return document.components.flatMap((component, i) => {
    const path: DocumentPath = ['components', i]
    const other = seen.get(component.component)
    if (other !== undefined) c.report.error('name.duplicate', [...path, 'component'], { name: component.component, other: c.report.where(['components', other, 'component']) })
    else seen.set(component.component, i)
    if (component.component in Object.prototype) c.report.error('name.reserved', [...path, 'component'], { name: component.component })
    const amount = amountOf(component, path, c)
    return amount === null ? [] : [componentOf(component, amount, { path, every: document.every }, c)]
  })
}

function componentOf(
  component: ComponentDocument,
  amount: AmountIr,
  at: { readonly path: DocumentPath; readonly every: string },
  { catalogue, report }: IncentiveCheck,
): ComponentIr {
  const year = component.over === 'year'
  if (year && at.every === 'year') report.warning('incentive.year-of-year', [...at.path, 'over'], { component: component.component })
  else if (year && !readsMeasures(amount)) report.warning('incentive.year-constant', [...at.path, 'over'], { component: component.component })
  return {
    component: component.component,
    name: component.name ?? component.component,
    now: year ? overYear(amount, 'to-date') : amount,
    before: year ? overYear(amount, 'before') : null,
    round: component.round ?? catalogue.company.currencyDecimals,
  }
}

/** Null: reported. */
function amountOf(component: ComponentDocument, path: DocumentPath, c: IncentiveCheck): AmountIr | null {
  const at = (text: string, ...keys: (string | number)[]): FormulaAt => ({ text, path: [...path, ...keys], catalogue: c.catalogue, report: c.report })
  const amount = moneyOf(at(component.amount, 'amount'))
  const conditions = conditionsOf(component.when, at)
  const floor = component.floor === undefined ? null : moneyOf(at(component.floor, 'floor'))
  const cap = component.cap === undefined ? null : moneyOf(at(component.cap, 'cap'))
  if (amount === undefined || conditions === null || floor === undefined || cap === undefined) return null
  if (floor?.node === 'number' && cap?.node === 'number' && dec(floor.value).gt(cap.value))
    c.report.error('incentive.floor-above-cap', [...path, 'floor'], { component: component.component, floor: floor.value, cap: cap.value })
  return { amount, conditions, floor, cap }
}

function conditionsOf(when: ComponentDocument['when'], at: (text: string, ...keys: (string | number)[]) => FormulaAt): AmountIr['conditions'] | null {
  if (when === undefined) return []
  const written =
    typeof when === 'string'
      ? [{ name: when, where: at(when, 'when') }]
      : when.map((one, i) => (typeof one === 'string' ? { name: one, where: at(one, 'when', i) } : { name: one.name, where: at(one.holds, 'when', i, 'holds') }))
  const conditions = written.map(({ name, where }) => ({ name, when: conditionOf(where) }))
  const sound = conditions.flatMap(({ name, when: expr }) => (expr === null ? [] : [{ name, when: expr }]))
  return sound.length === conditions.length ? sound : null
}

/** Null: reported. */
function conditionOf(at: FormulaAt): Expr | null {
  const { typed } = compileRewardExpr(at)
  if (typed.type.kind === 'boolean') return typed.expr
  if (typed.type.kind !== 'unknown') expectedAt(at, typed, { zh: '一个条件（是/否）', en: 'a condition (yes or no)' })
  return null
}

/** An amount of money in the company's currency; a bare number is one. Undefined: reported. */
function moneyOf(at: FormulaAt): Expr | undefined {
  const { typed } = compileRewardExpr(at)
  const { type } = typed
  if (type.kind === 'unknown') return undefined
  const { currency } = at.catalogue.units
  if (type.kind === 'literal' || (type.kind === 'number' && sameUnit(type.unit, { [currency]: 1 }))) return typed.expr
  const params = { text: at.text.slice(typed.span.from, typed.span.to), ...worded('actual', actualWords(typed, at)), ...adviceOn(typed, at) }
  at.report.error('incentive.money-due', at.path, params, typed.span)
  return undefined
}

/** The formula with one of its bare numbers as an amount, where that makes it money. */
function meantMoney(at: FormulaAt): string | undefined {
  const { currency } = at.catalogue.units
  return withMoney(at.text, currency).find((text) => {
    const { type } = compileRewardExpr({ ...at, text, report: reporterFor({ document: null }, []) }).typed
    return type.kind === 'number' && sameUnit(type.unit, { [currency]: 1 })
  })
}

function isPercent({ type, percent, expr }: Typed): boolean {
  return percent || (type.kind === 'number' && expr.node === 'number' && expr.money === undefined)
}

function actualWords(typed: Typed, at: FormulaAt): Wording {
  return isPercent(typed) ? { zh: '百分比', en: 'a percent' } : typeWords(typed.type, at)
}

/** What to do, and how that is written in files: `{advice}` and `{yaml}`. */
function adviceOn(typed: Typed, at: FormulaAt): Params {
  const { type } = typed
  const rewritten = meantMoney(at)
  if (rewritten !== undefined) return advice({ zh: `直接写金额：${rewritten}`, en: `Write the amount with its sign: ${rewritten}` })
  if (type.kind !== 'number')
    return advice(
      { zh: '写算出金额的公式，条件另外写。', en: 'Write a formula that gives money; conditions have a place of their own.' },
      { zh: '条件写在 when 里。', en: ' They go into when.' },
    )
  if (Object.keys(type.unit).length === 0)
    return advice(
      {
        zh: '乘以一笔金额，例如 薪酬(基本工资) × 得分() ÷ 100，或 销售额 × 3%；固定的金额直接写 ¥1000，或作为薪酬项目。',
        en: 'Multiply it by an amount, such as pay(base) * score() / 100, or revenue * 3%; a fixed amount is written with its sign, ¥1000, or is a pay item.',
      },
      { zh: '薪酬项目写在 pay.csv 里。', en: ' Pay items stand in pay.csv.' },
    )
  const { zh, en } = typeWords(type, at)
  const [[of] = ['…'], ...others] = Object.entries(type.unit)
  const unit = others.length === 0 ? of : '…'
  return advice(
    {
      zh: `它是${zh}，要换成钱：乘以单价，例如 × ¥50；单价分档的，写一张阶梯表，再用 阶梯(表, …)。`,
      en: `It is ${en}: multiply it by the price of one, such as * ¥50; for prices in tiers write a table of tiers and use tiers(table, …).`,
    },
    {
      zh: `阶梯表写成 { kind: tiers, mode: marginal, of: ${unit}, pays: money, tiers: [{ rate: 每个多少钱 }] }。`,
      en: ` The table is { kind: tiers, mode: marginal, of: ${unit}, pays: money, tiers: [{ rate: the price of one }] }.`,
    },
  )
}

function advice(what: Wording, yaml: Wording = { zh: '', en: '' }): Params {
  return { ...worded('advice', what), ...worded('yaml', yaml) }
}
