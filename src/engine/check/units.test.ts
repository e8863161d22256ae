import { describe, expect, it } from 'vitest'
import { CompanySchema } from '../documents/company.ts'
import { parseUnit, unitsOf, unitWording } from './units.ts'

const units = unitsOf(CompanySchema.parse({ company: 'c', units: { customer: { zh: '客户', en: 'customers' }, visit: '次' } }))

describe('a unit as it is written', () => {
  it.each([
    ['money', { CNY: 1 }],
    ['金额', { CNY: 1 }],
    ['元', { CNY: 1 }],
    ['CNY', { CNY: 1 }],
    ['number', {}],
    ['天', { day: 1 }],
    ['customers', { customer: 1 }],
    ['元/客户', { CNY: 1, customer: -1 }],
    ['money / customer / day', { CNY: 1, customer: -1, day: -1 }],
    ['1/day', { day: -1 }],
    ['customer * visit', { customer: 1, visit: 1 }],
    ['visit/次', {}],
  ])('%s', (text, unit) => {
    expect(parseUnit(text, units)).toEqual({ declared: { unit, percent: false } })
  })

  it('percent is dimensionless and stands alone', () => {
    expect(parseUnit('%', units)).toEqual({ declared: { unit: {}, percent: true } })
    expect(parseUnit('percent*customer', units)).toEqual({ problem: { kind: 'percent-compound' } })
  })

  it.each([
    ['', { kind: 'malformed' }],
    ['/customer', { kind: 'malformed' }],
    ['USD', { kind: 'foreign', currency: 'USD' }],
    ['custmer', { kind: 'unknown', name: 'custmer', near: ['customer', 'customers'] }],
  ])('%s is refused', (text, problem) => {
    expect(parseUnit(text, units)).toMatchObject({ problem })
  })
})

describe('a unit in words', () => {
  it.each([
    [{ CNY: 1, customer: -1 }, '元/客户', 'yuan/customers'],
    [{ CNY: 2, day: -1, visit: -2 }, '元^2/天/次^2', 'yuan^2/days/次^2'],
    [{ day: -1 }, '1/天', '1/days'],
    [{}, '数（没有单位）', 'a plain number'],
  ])('%j', (unit, zh, en) => {
    expect(unitWording(unit, units.names)).toEqual({ zh, en })
  })
})
