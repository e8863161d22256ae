import type { Lang, LocalName, Params } from '../base/diagnostic.ts'
import type { TargetLevel } from './ir.ts'

/** The same words in each language. */
export type Wording = Readonly<Record<Lang, string>>

/** A parameter whose wording depends on the language: `fill` takes `name@zh` or `name@en`; programs read the neutral `name`. */
export function worded(name: string, wording: Wording, neutral: string = wording.en): Params {
  return { [name]: neutral, [`${name}@zh`]: wording.zh, [`${name}@en`]: wording.en }
}

/** A name in each language, falling back on the other one and then on the id. */
export function namesOf(name: LocalName | undefined, id: string): Wording {
  if (name === undefined) return { zh: id, en: id }
  if (typeof name === 'string') return { zh: name, en: name }
  return { zh: name.zh ?? name.en ?? id, en: name.en ?? name.zh ?? id }
}

/** The cure for a name that is not known: the names that may have been meant, else all there are (the first ten). */
export function hintOf(near: readonly string[], all: readonly string[]): Params {
  const list = (names: readonly string[], comma: string) => names.slice(0, 10).join(comma) + (names.length > 10 ? ' …' : '')
  if (near.length > 0) return worded('hint', { zh: `是不是想写：${list(near, '、')}？`, en: `Did you mean: ${list(near, ', ')}?` }, near.join(', '))
  if (all.length > 0) return worded('hint', { zh: `可以用的有：${list(all, '、')}。`, en: `There are: ${list(all, ', ')}.` }, '')
  return worded('hint', { zh: '目前还没有任何可用的名称，请先定义它。', en: 'There is nothing of the kind yet; define it first.' }, '')
}

/** What is asked of people, in words; the two upper levels name their column. */
export const TARGET_LEVELS: Readonly<Record<TargetLevel, Wording>> = {
  target: { zh: '目标', en: 'target' },
  stretch: { zh: '冲刺目标（stretch）', en: 'stretch target' },
  challenge: { zh: '挑战目标（challenge）', en: 'challenge target' },
}
