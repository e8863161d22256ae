import { expect, it } from 'vitest'
import { NO_VIEW } from '../ui/table/column.ts'
import { inAddress, viewIn } from './use-table-view.ts'

it('reads back from an address the view it wrote there', () => {
  const view = { q: '张', sort: { column: 'score', down: true }, filters: { unit: 'east', role: 'hunter' } }
  expect(inAddress(view)).toEqual({ q: '张', sort: '-score', 'f.unit': 'east', 'f.role': 'hunter' })
  expect(viewIn({ ...inAddress(view), period: '2026', why: 'score' })).toEqual(view)
})

it('takes an address without a table, or with nonsense, for no view', () => {
  expect(viewIn({})).toEqual(NO_VIEW)
  expect(viewIn({ q: 7, sort: '-', period: '2026' })).toEqual(NO_VIEW)
})
