import type { Lang } from '../../base/diagnostic.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `3` → `March`; empty for what is no month. */
export function englishMonth(month: number): string {
  return MONTHS[month - 1] ?? ''
}

/** A day in prose: 2026年3月31日, 31 March 2026. */
export function dayInProse(day: string, lang: Lang): string {
  const [year, month, date] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${englishMonth(month ?? 0)} ${year}`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** An instant on the reader's clock: `2026-03-31 16:05`. */
export function localTime(instant: string): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
