import { expect, it } from 'vitest'
import { filtersIn, inAddress, opsFor } from './filters.ts'

it('keeps filters in an address, and takes nothing else for one', () => {
  const filters = [{ field: '金额', op: 'from' as const, value: '1000' }]
  expect(filtersIn(inAddress(filters))).toEqual(filters)
  expect(inAddress([])).toBeUndefined()
  expect(filtersIn(undefined)).toEqual([])
  expect(filtersIn('nonsense')).toEqual([])
  expect(filtersIn('{"field":"x"}')).toEqual([])
  expect(filtersIn('[null,{"field":"x","op":"drop","value":""},{"field":1,"op":"is","value":""}]')).toEqual([])
})

it('offers what fits a field', () => {
  expect(opsFor({ type: 'money' })).not.toContain('contains')
  expect(opsFor({ type: 'text' })).not.toContain('from')
  expect(opsFor({ type: 'choice' })).toEqual(['is', 'empty'])
})
