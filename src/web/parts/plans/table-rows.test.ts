import { expect, it } from 'vitest'
import { keysOf, lookupRows, newTable, tierRows, tiersPay, withKeys, withLookupRows, withTiers, written } from './table-rows.ts'

const matrix = {
  kind: 'lookup',
  name: { zh: '矩阵' },
  pays: 'percent',
  by: [{ key: '达成', range: 'percent', boundary: 'ends' }, { key: '等级' }],
  rows: [{ when: { 达成: { from: '80%', to: '100%' }, 等级: ['A', 'B'] }, value: '5%' }, { when: { 等级: 'S' }, value: '9%' }, { value: '0%' }],
  otherwise: '1%',
}

it('rows of a grid become the document again, whatever the kind', () => {
  expect(lookupRows(matrix)).toEqual([
    { 'c0.from': '80%', 'c0.to': '100%', c1: 'A / B', value: '5%' },
    { 'c0.from': '', 'c0.to': '', c1: 'S', value: '9%' },
    { 'c0.from': '', 'c0.to': '', c1: '', value: '0%' },
  ])
  expect(withLookupRows(matrix, lookupRows(matrix))).toEqual(matrix)
  for (const kind of ['tiers', 'curve', 'lookup'] as const) expect(newTable(kind, 'k')).toMatchObject({ kind })
  const tiers = { ...newTable('tiers', ''), tiers: [{ from: 'any', to: 6, amount: '1.50' }, { amount: 2 }] }
  expect(withTiers(tiers, tierRows(tiers))).toEqual(tiers)
  expect(withTiers(tiers, tierRows(tiers), 'rate')['tiers']).toEqual([{ from: 'any', to: 6, rate: '1.50' }, { rate: 2 }])
})

it('a key that is renamed takes its cells along; one that is told otherwise, or gone, does not', () => {
  const [range, text] = keysOf(matrix)
  const renamed = withKeys(matrix, [{ ...range, key: '完成' } as never, text as never])
  expect(lookupRows(renamed)).toEqual(lookupRows(matrix))
  expect(renamed['by']).toEqual([{ key: '完成', range: 'percent', boundary: 'ends' }, { key: '等级' }])
  expect(withKeys(matrix, [{ ...range, range: '' } as never, text as never])['rows']).toEqual([
    { when: { 等级: ['A', 'B'] }, value: '5%' },
    { when: { 等级: 'S' }, value: '9%' },
    { value: '0%' },
  ])
  expect(withKeys(matrix, [text as never])['rows']).toEqual([{ when: { 等级: ['A', 'B'] }, value: '5%' }, { when: { 等级: 'S' }, value: '9%' }, { value: '0%' }])
})

it('no name of a key costs cells: neither an empty one, nor that of another key', () => {
  const [range, text] = keysOf(matrix)
  const nameless = withKeys(matrix, [range as never, { ...text, key: '' } as never])
  expect(lookupRows(nameless)).toEqual(lookupRows(matrix))
  expect(withKeys(nameless, [range as never, { ...text, key: 'level' } as never])['rows']).toMatchObject([{ when: { level: ['A', 'B'] } }, { when: { level: 'S' } }, {}])
  expect(withKeys(matrix, [range as never, { ...text, key: '达成' } as never])).toBe(matrix)
})

it('a table of amounts stays one while its only amount is typed anew, and may become one before anything is typed', () => {
  const amounts = { kind: 'tiers', mode: 'whole', of: 'number', pays: 'money', tiers: [{ amount: 500 }] }
  const emptied = withTiers(amounts, [{ from: '', to: '', pay: '' }])
  expect(tierRows(emptied)).toEqual([{ from: '', to: '', pay: '' }])
  expect(withTiers(emptied, [{ from: '', to: '', pay: '8' }])['tiers']).toEqual([{ amount: 8 }])
  const begun = { ...amounts, tiers: [{ to: 5 }, {}] }
  expect([tiersPay(begun), tiersPay(withTiers(begun, tierRows(begun), 'amount'))]).toEqual(['rate', 'amount'])
  expect(withTiers(withTiers(begun, tierRows(begun), 'amount'), [{ to: '5' }, { pay: '2' }])['tiers']).toEqual([{ to: 5 }, { amount: 2 }])
  expect(tiersPay(withTiers(emptied, tierRows(emptied), 'rate'))).toBe('rate')
})

it('numbers stay exact', () => {
  expect([written('10000'), written('0.10'), written('12345678901234567890'), written('5%'), written('')]).toEqual([10000, '0.10', '12345678901234567890', '5%', undefined])
})
