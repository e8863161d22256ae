import { expect, test } from 'vitest'
import { freeName } from '../../parts/documents/KeyInput.tsx'
import { fieldRenamed, fieldsIn, withType } from './field.ts'

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
  const more = { ...body, effective: 'day', overlays: [{ to: 'order.helper', percent: 10 }, 'nonsense'], fields: { ...body.fields, pay: { type: 'money', currencyField: 'no' } } }
  expect(fieldRenamed(more, 'order', 'sale')['overlays']).toEqual([{ to: 'sale.helper', percent: 10 }, 'nonsense'])
  expect(fieldRenamed(more, 'day', 'since')).toMatchObject({ effective: 'since', date: 'since' })
  expect(fieldsIn(fieldRenamed(more, 'no', 'number'))['pay']).toEqual({ type: 'money', currencyField: 'number' })
})

test('another type keeps what any type has', () => {
  expect(withType({ type: 'reference', to: 'orders', required: true, name: 'x' }, 'text')).toEqual({ type: 'text', required: true, name: 'x' })
  expect(freeName(['f1', 'f3'], 'f')).toBe('f4')
})
