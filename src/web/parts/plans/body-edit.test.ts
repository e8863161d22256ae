import { expect, it } from 'vitest'
import { listAt, nameText, textAt, valueAt, withAt, withName } from './body-edit.ts'

const body = { incentive: 'p', name: '方案', components: [{ component: 'a', amount: 5 }, { component: 'b' }] }

it('changes one place and leaves the rest as it was, in its order', () => {
  const next = withAt(body, ['components', 1, 'amount'], '销售额 * 3%')
  expect(next).toEqual({ ...body, components: [body.components[0], { component: 'b', amount: '销售额 * 3%' }] })
  expect(Object.keys(withAt(body, ['name'], '别的'))).toEqual(['incentive', 'name', 'components'])
  expect(withAt(body, ['name'], undefined)).toEqual({ incentive: 'p', components: body.components })
  expect(withAt(body, ['tables', 't', 'kind'], 'tiers')).toMatchObject({ tables: { t: { kind: 'tiers' } } })
  expect(body.components[1]).toEqual({ component: 'b' })
})

it('reads whatever is there without trusting it', () => {
  expect([textAt(body, 'components', 0, 'amount'), textAt(body, 'components'), textAt(null, 'x'), textAt(body, 'name', 'zh')]).toEqual(['5', '', '', ''])
  expect([listAt(body, 'name'), valueAt(body, ['name', 'length', 'x'])]).toEqual([[], undefined])
})

it('a name written once becomes one a language when one of them changes', () => {
  expect(nameText(body, ['name'], 'en')).toBe('方案')
  expect(withName(body, ['name'], 'en', 'Plan')).toMatchObject({ name: { zh: '方案', en: 'Plan' } })
  expect(withName({ name: { zh: '甲' } }, ['name'], 'zh', '')).toEqual({})
})
