import { expect, it } from 'vitest'
import type { Column } from './column.ts'
import { csvOf } from './csv.ts'

const column = (id: string, at: number, told = true): Column<readonly (string | null)[]> => ({
  id,
  title: id,
  cell: (row) => row[at],
  ...(told ? { text: (row: readonly (string | null)[]) => row[at] ?? null } : {}),
})

it('writes what a spreadsheet reads back as it was, and never as a formula', () => {
  const rows = [
    ['张伟', '-12.50', 'a "b", c'],
    ['=1+1', '-1+2', null],
    ['@sum', '+86 21', 'two\nlines'],
  ]
  const csv = csvOf(rows, [column('姓名', 0), column('x', 0, false), column('金额', 1), column('备注', 2)])
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.slice(1).split('\r\n')).toEqual(['姓名,金额,备注', '张伟,-12.50,"a ""b"", c"', "'=1+1,'-1+2,", '\'@sum,\'+86 21,"two\nlines"'])
})
