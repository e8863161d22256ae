import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import { importRates } from './import-rates.ts'
import { listRates } from './queries.ts'
import { rates, told, tried } from './testing.ts'

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

describe('rates', () => {
  test.each([
    ['no currency', ',2024-01-01,7', 'org.currency-invalid@2'],
    ['a long currency', 'DOLLAR,2024-01-01,7', 'org.currency-invalid@2'],
    ['no day', 'USD,,7', 'org.rate-date-missing@2'],
    ['no such day', 'USD,2024-02-30,7', 'org.date-invalid@2'],
    ['no rate', 'USD,2024-01-01,', 'org.rate-invalid@2'],
    ['words', 'USD,2024-01-01,seven', 'org.rate-invalid@2'],
    ['not a number', 'USD,2024-01-01,NaN', 'org.rate-invalid@2'],
    ['an exponent', 'USD,2024-01-01,1e400', 'org.rate-invalid@2'],
    ['zero', 'USD,2024-01-01,0.00', 'org.rate-not-positive@2'],
    ['less than zero', 'USD,2024-01-01,-7', 'org.rate-not-positive@2'],
  ])('%s is refused', async (_, line, expected) => {
    await tried(scratch.store, async (tx) => {
      const { diagnostics, changes } = await importRates(tx, rates(line, 'EUR,2024-01-01,8'))
      expect(told(diagnostics)).toEqual([expected])
      expect(changes).toBe(0)
      expect(await listRates(tx)).toEqual([])
    })
  })

  test('the same twice is one, two on one day are refused, a correction replaces, and nothing changes twice', async () => {
    await tried(scratch.store, async (tx) => {
      expect((await importRates(tx, rates('usd,2024-01-01,7.10', 'USD,2024/1/1,7.1'))).changes).toBe(1)
      expect(told((await importRates(tx, rates('USD,2024-01-01,7', 'USD,2024-01-01,8'))).diagnostics)).toEqual(['org.rate-twice@3'])
      expect((await importRates(tx, rates('USD,2024-01-01,7.100'))).changes).toBe(0)
      expect((await importRates(tx, rates('USD,2024-01-01,7.2'))).changes).toBe(1)
      expect(await listRates(tx)).toEqual([{ currency: 'USD', day: '2024-01-01', rate: '7.2' }])
    })
  })
})
