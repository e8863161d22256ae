import { expect, it } from 'vitest'
import { asNumber, cellsOf, pasted } from './cells.ts'

it('reads what a sheet copies', () => {
  expect(cellsOf('0\t10,000\t2%\r\n10000\t\t3%\r\n')).toEqual([
    ['0', '10,000', '2%'],
    ['10000', '', '3%'],
  ])
  expect(cellsOf('one')).toEqual([['one']])
  expect(cellsOf('"a\tb"\tc')).toEqual([['a\tb', 'c']])
})

it.each([
  ['￥1,200.50', '1200.50'],
  ['1,234,567', '1234567'],
  ['３％', '3%'],
  ['2.5 %', '2.5%'],
  ['-7', '-7'],
  ['1,2', '1,2'],
  ['销售', '销售'],
])('%s is %s', (written, read) => expect(asNumber(written)).toBe(read))

it('puts it in from a cell on, adds rows, and leaves out what is beyond the last column', () => {
  const rows = [{ to: '1', rate: 'x' }]
  expect(pasted(rows, { row: 0, column: 1 }, [['2%', 'beyond'], ['3%']], ['to', 'rate'])).toEqual([
    { to: '1', rate: '2%' },
    { to: '', rate: '3%' },
  ])
  expect(rows).toEqual([{ to: '1', rate: 'x' }])
})
