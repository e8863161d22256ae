import { expect, it } from 'vitest'
import { contributionOf } from './contribution.ts'

const LINES = [
  { weight: '60', points: '110', state: 'scored' },
  { weight: '20', points: null, state: 'skipped' },
  { weight: '20', points: '50', state: 'scored' },
  { weight: '0', points: '3', state: 'scored' },
  { weight: '0', points: null, state: 'passed' },
]

it('shares the score among the lines that have data, and adds what has no weight', () => {
  expect(LINES.map((line) => contributionOf(line, LINES))).toEqual(['82.5', null, '12.5', '3', null])
  expect(contributionOf({ weight: '50', points: '80', state: 'scored' }, [])).toBeNull()
})
