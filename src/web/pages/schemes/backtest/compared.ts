import { dec, decimalText } from '../../../../base/decimal.ts'
import type { PersonCompared } from './queries.ts'

/** After less before, as exact text; null where one of them is not there. */
export function difference(before: string | null, after: string | null): string | null {
  return before === null || after === null ? null : decimalText(dec(after).minus(before))
}

/** Whether a person comes out otherwise. */
export function isMoved({ before, after }: PersonCompared): boolean {
  return before.score !== after.score || before.grade !== after.grade || before.pay !== after.pay
}

export interface Bin {
  /** `70–80`. */
  readonly scores: string
  readonly before: number
  readonly after: number
}

const WIDTH = 10

/** How many people score within each ten points, before and after; from the lowest to the highest that anybody has. */
export function binsOf(people: readonly PersonCompared[]): Bin[] {
  const binOf = (score: string | null): number | null => (score === null ? null : dec(score).div(WIDTH).floor().toNumber())
  const all = people.flatMap(({ before, after }) => [binOf(before.score), binOf(after.score)]).filter((bin) => bin !== null)
  if (all.length === 0) return []
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const count = (bin: number, side: 'before' | 'after') => people.filter((p) => binOf(p[side].score) === bin).length
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).map((bin) => ({
    scores: `${bin * WIDTH}–${(bin + 1) * WIDTH}`,
    before: count(bin, 'before'),
    after: count(bin, 'after'),
  }))
}
