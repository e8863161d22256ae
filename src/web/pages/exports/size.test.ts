import { expect, test } from 'vitest'
import { sizeText } from './size.ts'

test('sizes are said in the largest unit that leaves something before the point', () => {
  expect([0, 999, 1000, 12_345, 40_000_000, 3_000_000_000_000].map(sizeText)).toEqual(['0 B', '999 B', '1.0 kB', '12.3 kB', '40.0 MB', '3000.0 GB'])
})
