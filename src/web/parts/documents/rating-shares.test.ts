import { expect, test } from 'vitest'
import { isWhole, sharesLeft, sharesWithout, weightOf } from './rating-shares.ts'

const of = (weights: Readonly<Record<string, string>>) => Object.entries(weights).map(([source, weight]) => ({ source, weight }))

test('without one source the others weigh in proportion, together a hundred', () => {
  const three = of({ 上级: '50', 同事: '30', 客户: '20' })
  expect(sharesWithout(three, '上级')).toEqual(of({ 同事: '60', 客户: '40' }))
  expect(sharesWithout(three, '客户')).toEqual(of({ 上级: '62.5', 同事: '37.5' }))
  expect(sharesWithout(of({ a: '33.3', b: '33.3', c: '33.4' }), 'c')).toEqual(of({ a: '50', b: '50' }))
})

test('where nothing is left, nothing counts; a source of no weight takes no share', () => {
  expect(sharesWithout(of({ 上级: '100' }), '上级')).toEqual([])
  expect(sharesWithout(of({ 上级: '100', 同事: '0' }), '上级')).toEqual([])
  expect(sharesWithout(of({ 上级: '70', 同事: '30', 客户: '0' }), '同事')).toEqual(of({ 上级: '100' }))
})

test('what is typed and no number weighs nothing', () => {
  expect([weightOf(' 60 '), weightOf('60.5'), weightOf('六十'), weightOf('')]).toEqual(['60', '60.5', '0', '0'])
})

test('a new source gets what is missing to a hundred; too much, or nothing for one of them, is not whole', () => {
  expect([sharesLeft([]), sharesLeft(of({ 上级: '60.5' })), sharesLeft(of({ 上级: '60', 同事: '50' }))]).toEqual(['100', '39.5', '0'])
  const whole = (weights: Readonly<Record<string, string>>) => isWhole(of(weights))
  expect([whole({ 上级: '60', 同事: '40' }), whole({ 上级: '60', 同事: '50' }), whole({ 上级: '100', 同事: '0' }), isWhole([])]).toEqual([true, false, false, false])
})
