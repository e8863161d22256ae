import { expect, test } from 'vitest'
import { aboveOf, allOpen, lineForest, shownIn, topOpen } from './line-tree.ts'

const person = (id: string, above: string | null) => ({ id, name: id, unitName: null, position: null, role: null, above })
const PEOPLE = [person('boss', null), person('eve', 'boss'), person('ann', 'eve'), person('tom', 'eve'), person('alone', null), person('lost', 'nobody')]

test('people stand below whoever is above them; whose superior is not there stands at the top', () => {
  const trees = lineForest(PEOPLE)
  expect(trees.map(({ person: { id }, below }) => [id, below])).toEqual([
    ['boss', 3],
    ['alone', 0],
    ['lost', 0],
  ])
  expect(lineForest(PEOPLE, true).map(({ person: { id } }) => id)).toEqual(['boss'])
})

test('only what is open is shown; finding somebody opens those above', () => {
  const trees = lineForest(PEOPLE, true)
  expect(shownIn(trees, topOpen(trees)).map(({ node, above }) => [node.person.id, above])).toEqual([
    ['boss', null],
    ['eve', 'boss'],
  ])
  expect(shownIn(trees, allOpen(trees)).length).toBe(4)
  expect(aboveOf(PEOPLE, 'tom')).toEqual(['eve', 'boss'])
  expect(aboveOf([person('a', 'b'), person('b', 'a')], 'a')).toEqual(['b', 'a'])
})
