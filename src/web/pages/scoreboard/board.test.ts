import { expect, it } from 'vitest'
import { NO_VIEW } from '../../ui/table/column.ts'
import { askedBy } from './board.ts'

it('asks for what the address says, and for nothing the API does not know', () => {
  expect(askedBy('2026-Q1', NO_VIEW)).toEqual({ period: '2026-Q1' })
  expect(askedBy('2026-Q1', { q: '张', sort: { column: 'pay', down: true }, filters: { unit: '华东', colour: 'red' } })).toEqual({
    period: '2026-Q1',
    q: '张',
    sort: 'pay',
    order: 'desc',
    unit: '华东',
  })
  expect(askedBy('2026-Q1', { q: '', sort: { column: 'rank', down: false }, filters: {} })).toEqual({ period: '2026-Q1' })
})
