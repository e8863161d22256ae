import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { cut, oneLine, renderTable } from './table.ts'

describe('a table in a terminal', () => {
  const columns = [
    { title: '姓名', align: 'left' as const },
    { title: 'Amount', align: 'right' as const },
  ]

  test('Chinese takes two cells: columns stay aligned', () => {
    expect(
      renderTable(
        columns,
        [
          ['李雷', '1,234.00'],
          ['Bo', '–'],
        ],
        { width: null },
      ),
    ).toEqual(['姓名    Amount', '────  ────────', '李雷  1,234.00', 'Bo           –'])
  })

  test('more columns than fit come in blocks, each with the first column', () => {
    const wide = Array.from({ length: 6 }, (_, i) => ({ title: `column ${i}`, align: 'right' as const }))
    const lines = renderTable([columns[0] ?? wide[0] ?? { title: '', align: 'left' }, ...wide], [['李雷', '1', '2', '3', '4', '5', '6']], { width: 30 })
    expect(lines.every((l) => stringWidth(l) <= 30)).toBe(true)
    expect(lines.filter((l) => l.startsWith('李雷'))).toHaveLength(3)
    expect(lines.join(' ').match(/column \d/g)).toHaveLength(6)
  })

  test('what a file holds cannot move the cursor or break the line', () => {
    expect(oneLine('a\nb\u001b[31mred\u202e')).toBe('a b�[31mred�')
  })

  test('a text is cut between characters, never inside one', () => {
    expect(cut('销售一部', 8)).toBe('销售一部')
    expect(cut('销售一部', 6)).toBe('销售…')
    expect(cut('👩‍👩‍👧abc', 4)).toBe('👩‍👩‍👧a…')
  })
})
