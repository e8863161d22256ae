import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { isSlip, nearNames } from './near.ts'

describe('near names', () => {
  it.each([
    ['amont', ['amount', 'discount', 'owner'], ['amount']],
    ['Amount', ['amount'], ['amount']],
    ['recieved', ['received', 'relieved'], ['received', 'relieved']],
    ['销售', ['销售额', '客户数', '团队销售额'], ['销售额', '团队销售额']],
    ['xyz', ['amount', '金额'], []],
    ['a', ['b', 'c'], []],
    ['', ['amount'], []],
    ['x'.repeat(5000), ['x'.repeat(4999)], []],
  ])('%s among %j: %j', (written, candidates, expected) => {
    expect(nearNames(written, candidates)).toEqual(expected)
  })
})

describe('canonical JSON', () => {
  it('is the same for equal data in any order', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: '元', ä: true, B: 0.5 })).toBe('{"B":0.5,"a":"元","b":[1,{"c":null}],"ä":true}')
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  })

  it('tells apart what differs', () => {
    expect(canonicalJson(['1'])).not.toBe(canonicalJson([1]))
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}))
  })

  it('refuses what has no canonical form', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson(() => 1)).toThrow(TypeError)
  })
})

it('a slip is a letter or two, not another word and not a longer one', () => {
  expect(isSlip('客户经里', '客户经理')).toBe(true)
  expect(isSlip('客户成攻', '客户成功')).toBe(true)
  expect(isSlip('hunetr', 'hunter')).toBe(true)
  for (const [a, b] of [
    ['销售', '销售经理'],
    ['导购', '导师'],
    ['客户经理', '客户经理'],
    ['客户经理', '区域主管'],
    ['x'.repeat(200), 'x'.repeat(199)],
  ] as const)
    expect([a, b, isSlip(a, b)]).toEqual([a, b, false])
})
