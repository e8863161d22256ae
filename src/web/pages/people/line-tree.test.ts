import { expect, test } from 'vitest'
import { aboveOf, allOpen, drawnOf, lineForest, shownIn, topOpen } from './line-tree.ts'

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

test('a graph leaves out who is linked to nobody, where they are many', () => {
  const few = lineForest(PEOPLE)
  expect(drawnOf(PEOPLE, few)).toEqual({ nodes: PEOPLE, trees: few, apart: 0 })
  const many = [...PEOPLE, ...Array.from({ length: 40 }, (_, at) => person(`new${at}`, null))]
  const drawn = drawnOf(many, lineForest(many))
  expect([drawn.nodes.map(({ id }) => id), drawn.trees.map(({ person: { id } }) => id), drawn.apart]).toEqual([['boss', 'eve', 'ann', 'tom'], ['boss'], 42])
})
