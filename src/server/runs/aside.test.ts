import { expect, it } from 'vitest'
import { helpersAside } from './aside.ts'

it.each([
  [1, 0],
  [2, 0],
  [4, 1],
  [6, 2],
  [64, 2],
])('on %i cores a statement of a run has %i helpers while pages are read', (cores, helpers) => expect(helpersAside(cores)).toBe(helpers))
