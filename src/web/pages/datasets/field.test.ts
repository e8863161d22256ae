import { expect, test } from 'vitest'
import { fieldRenamed, fieldsIn, freeField, withType } from './field.ts'

const body = {
  dataset: 'd',
  key: ['no', 'line'],
  owner: 'order.seller',
  date: 'day',
  fields: { no: 'text', line: { type: 'integer' }, order: { type: 'reference', to: 'orders' }, day: 'date' },
}

test('short fields are spelled out', () => {
  expect(fieldsIn(body)['no']).toEqual({ type: 'text' })
  expect(fieldsIn({})).toEqual({})
})

test('another name for a field is used wherever the document names it', () => {
  const next = fieldRenamed(body, 'order', 'sale')
  expect([next['owner'], Object.keys(fieldsIn(next))]).toEqual(['sale.seller', ['no', 'line', 'sale', 'day']])
  expect(fieldRenamed(body, 'no', 'number')['key']).toEqual(['number', 'line'])
  expect(fieldRenamed(body, 'no', 'line')).toBe(body)
})

test('another type keeps what any type has', () => {
  expect(withType({ type: 'reference', to: 'orders', required: true, name: 'x' }, 'text')).toEqual({ type: 'text', required: true, name: 'x' })
  expect(freeField(['f1', 'f3'], 'f')).toBe('f4')
})
