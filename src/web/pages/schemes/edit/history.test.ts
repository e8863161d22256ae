import { expect, test } from 'vitest'
import { begin, changed, redone, undone } from './history.ts'

test('typing in one place is one step; what was undone comes back until something else is written', () => {
  const typed = changed(changed(changed(begin({ w: '' }), { w: '4' }, 'w'), { w: '40' }, 'w'), { w: '40', name: 'x' }, 'name')
  const once = undone(typed)
  expect([once.now, undone(once).now, undone(undone(once)).now]).toEqual([{ w: '40' }, { w: '' }, { w: '' }])
  expect(redone(once).now).toEqual({ w: '40', name: 'x' })
  expect(redone(changed(once, { w: '50' }, 'w')).now).toEqual({ w: '50' })
})
