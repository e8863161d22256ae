import { expect, test } from 'vitest'
import { movesBetween, movesIn, NO_PLACE } from './moves.ts'

const HERE = { unit: 'east', position: '客户经理', role: 'hunter', manager: { id: 'eve', name: 'Eve' }, sponsor: null }

test('only what differs is sent; what was emptied is sent as none', () => {
  expect(movesBetween(HERE, HERE)).toEqual({})
  expect(movesBetween(HERE, { ...HERE, unit: 'west', position: ' 客户经理 ' })).toEqual({ unit: 'west' })
  expect(movesBetween(HERE, { ...HERE, manager: null, role: '' })).toEqual({ manager: '', role: '' })
  expect(movesBetween(HERE, { ...HERE, manager: { id: 'eve', name: 'renamed' } })).toEqual({})
})

test('for somebody new all that is stated is sent', () => {
  expect(movesIn(NO_PLACE)).toEqual({})
  expect(movesIn(HERE)).toEqual({ unit: 'east', position: '客户经理', role: 'hunter', manager: 'eve' })
})
