import { expect, it } from 'vitest'
import { neighbours, type Ranked } from './ranking.ts'

const person = (rank: number): Ranked => ({
  id: `w${rank}`,
  name: `w${rank}`,
  unitName: null,
  role: null,
  rank,
  value: '1',
  previous: null,
  change: null,
  share: null,
  mine: rank === 4,
})
const ranks = (items: readonly number[], me: number | null) => neighbours({ items: items.map(person), me: me === null ? null : person(me) }).map((p) => p.rank)

it('shows oneself with two on either side, fewer at the ends, alone where the list does not reach', () => {
  expect(ranks([1, 2, 3, 4, 5, 6, 7], 4)).toEqual([2, 3, 4, 5, 6])
  expect(ranks([4, 5, 6, 7], 4)).toEqual([4, 5, 6])
  expect(ranks([1, 2, 3], 40)).toEqual([40])
  expect(ranks([1, 2, 3], null)).toEqual([])
})
