import { describe, expect, it } from 'vitest'
import { dayInProse, localTime } from './dates.ts'

describe('days and times as people read them', () => {
  it('writes a day in prose without leading zeros', () => {
    expect(dayInProse('2026-03-01', 'zh')).toBe('2026年3月1日')
    expect(dayInProse('2026-12-31', 'en')).toBe('31 December 2026')
  })

  it('shows an instant on the reader’s clock', () => {
    const at = new Date(2026, 2, 5, 9, 7)
    expect(localTime(at.toISOString())).toBe('2026-03-05 09:07')
  })
})
