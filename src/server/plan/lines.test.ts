import { expect, test } from 'vitest'
import { diffLines } from './lines.ts'

test('a change is shown with two lines around it, and applying it gives the new text', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng'
  const after = 'a\nb\nc\nX\ne\nf\ng\nh'
  const lines = diffLines(before, after)
  expect(lines.map((l) => l.sign + l.text)).toEqual([' b', ' c', '-d', '+X', ' e', ' f', ' g', '+h'])
  expect(diffLines(before, before)).toEqual([])
})
