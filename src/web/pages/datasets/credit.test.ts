import { expect, test } from 'vitest'
import { creditSaid, newShareTable, shareTables, splitsWith } from './credit.ts'

const field = (id: string, type: string, to: string | null = null) => ({ id, name: id, type, to, choices: [] })

const datasets = [
  { id: 'orders', name: '订单', builtIn: false, fields: [field('no', 'text'), field('seller', 'employee')] },
  {
    ...{ id: 'shares', name: '分成', builtIn: false },
    fields: [field('order', 'reference', 'orders'), field('who', 'employee'), field('percent', 'decimal'), field('beside', 'boolean'), field('helper', 'employee')],
  },
  { id: 'lines', name: '明细', builtIn: false, fields: [field('order', 'reference', 'orders'), field('pieces', 'integer')] },
]

const ORDERS = { dataset: 'orders', key: ['no'], owner: 'seller', fields: { no: 'text', seller: 'employee', helper: 'employee' } }

const said = (body: Readonly<Record<string, unknown>>) =>
  creditSaid(body, { fieldName: (path) => path, tableName: (id) => id, tableField: (_, id) => id, more: (to, amount) => `+${to} ${amount}` })

test('shares can be said by a dataset that refers to the other and holds a person and a number', () => {
  const [only, ...others] = shareTables({ datasets }, 'orders')
  expect(others).toEqual([])
  expect(only?.parts.employee.map((c) => c.value)).toEqual(['who', 'helper'])
  expect(only === undefined ? null : splitsWith(only)).toEqual({ dataset: 'shares', record: 'order', employee: 'who', percent: 'percent' })
  expect(shareTables({ datasets }, 'shares')).toEqual([])
  expect(shareTables(undefined, 'orders')).toEqual([])
})

test('what follows is told with an example that adds up exactly', () => {
  expect(said(ORDERS)).toMatchObject([{ key: 'owner', params: { owner: 'seller', table: '' } }])
  const shared = {
    ...ORDERS,
    splits: { dataset: 'shares', record: 'order', employee: 'who', percent: 'percent', overlay: 'beside' },
    overlays: [{ to: 'helper', percent: '12.35' }],
  }
  expect(said(shared).map((s) => s.key)).toEqual(['splits', 'apart', 'top', 'exampleSplit'])
  expect(said(shared).at(-1)?.params).toMatchObject({ all: '10,000', share: '3,000', owner: 'seller', left: '7,000', more: '+helper 1,235' })
  expect(said({ ...ORDERS, overlays: [{ to: 'helper', percent: 10 }] }).at(-1)?.params['left']).toBe('10,000')
})

test('shares and overlays without an owner come to nothing, and what is wrong is not said', () => {
  expect(said({ ...ORDERS, owner: undefined }).map((s) => s.key)).toEqual(['nobody'])
  expect(said({ ...ORDERS, owner: undefined, splits: { dataset: 'shares' } }).map((s) => s.key)).toEqual(['lost'])
  for (const percent of ['', '0', '101', '10%', '-5', 'ten']) expect(said({ ...ORDERS, overlays: [{ to: 'helper', percent }] }).map((s) => s.key)).toEqual(['owner'])
  expect(said({ ...ORDERS, overlays: 'nonsense', splits: 7 }).map((s) => s.key)).toEqual(['owner'])
})

test('a new dataset for shares refers to the other by its key; without one key field there is none', () => {
  const names = { id: 'orders_shares', name: { zh: '分成' }, fields: { record: 'record', employee: 'employee', percent: 'percent', overlay: 'beside' } }
  expect(newShareTable(ORDERS, names)).toMatchObject({ dataset: 'orders_shares', key: ['no', 'employee'], fields: { no: { type: 'reference', to: 'orders', required: true } } })
  expect(newShareTable({ ...ORDERS, key: ['percent'] }, names)).toMatchObject({ key: ['record', 'employee'] })
  expect(newShareTable({ ...ORDERS, key: ['no', 'line'] }, names)).toBeNull()
  expect(newShareTable({ ...ORDERS, key: ['no', 'since'], effective: 'since' }, names)).toMatchObject({ key: ['no', 'employee'] })
  expect(newShareTable({ ...ORDERS, key: 'row' }, names)).toBeNull()
})
