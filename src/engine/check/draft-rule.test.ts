import { expect, test } from 'vitest'
import { draftRule } from './draft-rule.ts'

test('a rule can be drawn as soon as it is right', () => {
  expect(draftRule({ rule: 'linear', cap: 150 }, true)).toEqual({ rule: 'linear', threshold: null, floor: null, cap: '150' })
  expect(draftRule({ rule: 'range', worst: '20%', best: '37%', cap: '' }, true)).toBeNull()
  expect(draftRule({ rule: 'range', worst: '20%', best: '37%' }, true)).toMatchObject({ worst: '20', best: '37', cap: '100' })
  expect(draftRule({ rule: 'bands', bands: [{ to: 80, points: 0 }, { points: 100 }] }, true)).toMatchObject({
    rule: 'bands',
    of: 'attainment',
    bands: { tiers: [{ until: '80' }, { from: '80' }] },
  })
  expect(
    draftRule(
      {
        rule: 'bands',
        bands: [
          { to: 80, points: 0 },
          { from: 90, points: 100 },
        ],
      },
      true,
    ),
  ).toBeNull()
  expect(draftRule({ rule: 'points', each: -5 }, true)).toMatchObject({ start: '100' })
  expect(draftRule({ rule: 'linear', threshold: 200, cap: 150 }, true)).toBeNull()
})
