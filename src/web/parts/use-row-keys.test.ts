import { expect, it } from 'vitest'
import { keysAfter, type RowKeys } from './use-row-keys.ts'

const [a, b, c] = [{ line: 'a' }, { line: 'b' }, { line: 'c' }]
const begun: RowKeys = keysAfter({ items: [], keys: [], next: 0 }, [a, b, c])

it('a row keeps its key when it is moved, changed in its place, or others go', () => {
  expect(begun).toMatchObject({ keys: [0, 1, 2], next: 3 })
  expect(keysAfter(begun, [b, a, c]).keys).toEqual([1, 0, 2])
  expect(keysAfter(begun, [a, { line: 'other' }, c]).keys).toEqual([0, 1, 2])
  expect(keysAfter(begun, [b, c]).keys).toEqual([1, 2])
  expect(keysAfter(keysAfter(begun, [b, a, c]), [a, b, c]).keys).toEqual([0, 1, 2])
})

it('a new row gets the key that was promised, never that of one that is gone', () => {
  const added = keysAfter(begun, [a, b, c, { line: 'd' }])
  expect(added).toMatchObject({ keys: [0, 1, 2, 3], next: 4 })
  const gone = keysAfter(added, [a, b, c])
  expect(keysAfter(gone, [a, b, c, { line: 'e' }]).keys).toEqual([0, 1, 2, begun.next + 1])
})

it('names are keys as well, and equal ones have a key each', () => {
  const names = keysAfter({ items: [], keys: [], next: 0 }, ['x', 'y'])
  expect(keysAfter(names, ['x', 'z']).keys).toEqual([0, 1])
  expect(keysAfter(names, ['y', 'x']).keys).toEqual([1, 0])
  expect(keysAfter(names, ['y', 'y', 'y']).keys).toEqual([0, 1, 2])
})

it('nothing is made anew where nothing changed', () => {
  expect(keysAfter(begun, [a, b, c])).toBe(begun)
})
