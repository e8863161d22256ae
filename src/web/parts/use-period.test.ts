import { expect, it } from 'vitest'
import { type Period, usual } from './use-period.ts'

const month = (id: string, state: Period['state']): Period => ({ id, kind: 'month', from: `${id}-01`, last: `${id}-28`, state, open: false, latest: null })

it('begins where the server proposes, else now, else with what there is', () => {
  const items = [month('2026-01', 'past'), month('2026-02', 'current'), month('2026-03', 'future')]
  expect(usual({ latest: '2026-Q1', items })).toBe('2026-Q1')
  expect(usual({ latest: null, items })).toBe('2026-02')
  expect(usual({ latest: null, items: items.slice(0, 1) })).toBe('2026-01')
  expect(usual({ latest: null, items: [] })).toBeUndefined()
})
