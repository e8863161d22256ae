import { type Decimal, dec, decimalText } from '../../../base/decimal.ts'

interface Weighed {
  readonly weight: string
  readonly points: string | null
  readonly state: string
}

const SHOWN_DIGITS = 6

/** What a line gives to the score: weight × points ÷ the weights that count; points without weight are added as they are. Null where it gives none. For showing, never for paying. */
export function contributionOf(line: Weighed, lines: readonly Weighed[]): string | null {
  if (line.points === null || line.state === 'skipped') return null
  if (dec(line.weight).eq(0)) return line.points
  const weights = lines.filter((each) => each.state !== 'skipped').reduce<Decimal>((sum, each) => sum.plus(each.weight), dec(0))
  return weights.eq(0) ? null : decimalText(dec(line.points).times(line.weight).div(weights).toDecimalPlaces(SHOWN_DIGITS))
}
