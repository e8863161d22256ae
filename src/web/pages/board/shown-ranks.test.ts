import { expect, it } from 'vitest'
import { shownRanks } from './shown-ranks.ts'

const people = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `P${at}`, rank: at + 1 }))

it('never shows the lower half unless the company shows everybody', () => {
  expect(shownRanks({ items: people(7), of: 7, shows: 'visible' }).map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
  expect(shownRanks({ items: people(7), of: 7, shows: 'upper-half' }).length).toBe(4)
  expect(shownRanks({ items: people(7), of: 7, shows: 'all' }).length).toBe(7)
})

it('shows as many as can be read from afar', () => {
  expect(shownRanks({ items: people(60), of: 60, shows: 'all' }).length).toBe(10)
})
