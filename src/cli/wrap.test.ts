import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { wrapped } from './wrap.ts'

describe('a line that is longer than the terminal is wide', () => {
  test.each([
    ['short enough', 20, ['short enough']],
    ['  sum of amounts, by date', 16, ['  sum of', '    amounts, by', '    date']],
    ['一二三四五，六七', 10, ['一二三四', '  五，六七']],
    ['“订单”的合计 金额，按 日期', 14, ['“订单”的合计', '  金额，按 日', '  期']],
    ['see https://example.org/a/very/long/word now', 12, ['see', '  https://example.org/a/very/long/word', '  now']],
    ['a\u001b[1mbold words\u001b[22m end', 8, ['a\u001b[1mbold', '  words\u001b[22m', '  end']],
    ['', 5, ['']],
  ])('%j in %i cells', (line, width, lines) => {
    expect(wrapped(line, width)).toEqual(lines)
  })

  test('loses no character but the spaces it is cut at', () => {
    const line = '  Definition: sum of 数量 × (单价 - 产品.成本), foreign amounts at the rate of that day, 算给 订单号.业务员（按份额）。'
    for (let width = 24; width < 120; width += 1) {
      const lines = wrapped(line, width)
      expect(lines.join('').replace(/ /g, '')).toBe(line.replace(/ /g, ''))
      expect(Math.max(...lines.map((l) => stringWidth(l)))).toBeLessThanOrEqual(width + 2)
    }
  })
})
