import { type CalendarSpec, type Period, periodOf } from '../../base/calendar.ts'
import { parseDay } from '../org/rows.ts'

/** How tables write periods beside their ids: `2026年3月`, `2026/3`, `202603`, `2026Q1`, `2026年第1季度`, `2026年上半年`, `2026年`, `2026年第5周`. */
const SPELLINGS: readonly (readonly [RegExp, (year: string, part: string) => string])[] = [
  [/^(\d{4})年?$/, (year) => year],
  [/^(\d{4})\s?(?:年|[-/.])\s?(\d{1,2})\s?月?$/, (year, month) => `${year}-${month.padStart(2, '0')}`],
  [/^(\d{4})(\d{2})$/, (year, month) => `${year}-${month}`],
  [/^(\d{4})[\s年-]*Q([1-4])$/i, (year, quarter) => `${year}-Q${quarter}`],
  [/^(\d{4})[\s年-]*第?([1-4一二三四])季度?$/, (year, quarter) => `${year}-Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}`],
  [/^(\d{4})[\s年-]*H([12])$/i, (year, half) => `${year}-H${half}`],
  [/^(\d{4})[\s年-]*([上下])半年$/, (year, half) => `${year}-H${half === '上' ? 1 : 2}`],
  [/^(\d{4})[\s年-]*W(\d{1,2})$/i, (year, week) => `${year}-W${week.padStart(2, '0')}`],
  [/^(\d{4})[\s年-]*第?(\d{1,2})周$/, (year, week) => `${year}-W${week.padStart(2, '0')}`],
]

/**
 * The period that a cell names, or why it names none. A day is no period that targets are set for:
 * it mostly is a month that a spreadsheet took for a date.
 */
export function readPeriod(calendar: CalendarSpec, text: string): Period | 'day' | 'unknown' {
  const written = text.normalize('NFKC').trim()
  if (parseDay(written) !== undefined) return 'day'
  for (const [pattern, idOf] of SPELLINGS) {
    const found = pattern.exec(written)
    if (found !== null) return periodOf(calendar, idOf(found[1] ?? '', found[2] ?? '')) ?? 'unknown'
  }
  return 'unknown'
}
