import { dec } from '../../../base/decimal.ts'

/** A cell as text, or what the library already knows it to be. */
export type Cell = string | boolean | Date | null

/** The built-in formats for percentages: 9 is `0%`, 10 is `0.00%` (ECMA-376, 18.8.30). */
const PERCENT_FORMATS: ReadonlySet<string> = new Set(['9', '10'])

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** Numbers of the cell styles that show a fraction as a percentage. */
export function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Set(PERCENT_FORMATS)
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = attribute(tag, 'formatCode') ?? ''
    if (code.replace(/"[^"]*"|&quot;.*?&quot;|\\./g, '').includes('%')) formats.add(attribute(tag, 'numFmtId') ?? '')
  }
  const cells = /<(?:\w+:)?cellXfs[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[1] ?? ''
  const found = [...cells.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].flatMap(([tag], i) => (formats.has(attribute(tag, 'numFmtId') ?? '') ? [String(i)] : []))
  return new Set(found)
}

/**
 * Two things the library does not tell. Cells with errors (#DIV/0!, #N/A) it leaves empty, which would pass for a missing value: they become
 * text, to be refused. Numbers shown as percentages become such: 0.7143 that people see as 71.43% is `71.43%`.
 */
export function mendCells(rows: Cell[][], content: Buffer | null, percents: ReadonlySet<string>): void {
  if (content === null || (percents.size === 0 && !content.includes('t="e"'))) return
  for (const [, tag = '', value = ''] of content.toString('utf8').matchAll(/<c(\s[^>]*)>(?:(?!<\/c>).)*?<v>([^<]*)<\/v>/gs)) {
    const isError = tag.includes(' t="e"')
    if (!isError && !percents.has(attribute(tag, 's') ?? '')) continue
    const at = /\br="([A-Z]+)(\d+)"/.exec(tag)
    const row = rows[Number(at?.[2] ?? 0) - 1]
    if (at === null || row === undefined) continue
    const column = [...(at[1] ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
    while (row.length <= column) row.push(null)
    const shown = row[column]
    if (isError) row[column] = value
    else if (typeof shown === 'string' && /^-?[\d.]+$/.test(shown)) row[column] = `${dec(shown).times(100).toFixed()}%`
  }
}
