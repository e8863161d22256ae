import { expect, it } from 'vitest'
import { secondsBetween } from './duration.ts'

it('is told in seconds, and never below none', () => {
  expect(secondsBetween('2026-03-31T08:15:30.000Z', '2026-03-31T08:15:31.260Z')).toBe('1.3')
  expect(secondsBetween('2026-03-31T08:15:30.000Z', '2026-03-31T08:17:30.000Z')).toBe('120.0')
  expect(secondsBetween('2026-03-31T08:15:30.000Z', '2026-03-31T08:15:29.000Z')).toBe('0.0')
})
