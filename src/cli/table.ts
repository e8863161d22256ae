import stringWidth from 'string-width'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** Space between two columns. */
const GAP = '  '

/** Pad a text to so many cells of a terminal: a Chinese character takes two, a combining mark none. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'left' ? text + space : space + text
}

/** The beginning of a text that fits, with … where something was cut off. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const wide = stringWidth(segment)
    if (used + wide > width - 1) break
    kept += segment
    used += wide
  }
  return `${kept}…`
}

/** One line of text for a cell: no line breaks, no control characters that would move the cursor or colour the screen. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '�')
}

export interface TableOptions {
  /** Cells across the terminal; a wider table is cut into blocks that repeat the first columns. Null: never cut. */
  readonly width: number | null
  /** Columns that every block repeats. */
  readonly repeat?: number
  readonly heading?: (text: string) => string
}

/** How many of the columns, from the first, fit across the terminal: at least one more than those that are repeated. */
export function columnsThatFit(columns: readonly Column[], rows: readonly (readonly string[])[], options: TableOptions): number {
  const [first = []] = layOut(columns, rows, options).made
  return first.length
}

/** A table as lines: columns aligned, two spaces between them, a rule under the titles. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], options: TableOptions): string[] {
  const { made, ...laid } = layOut(columns, rows, options)
  return made.flatMap((block, n) => [...(n === 0 ? [] : ['']), ...renderBlock(block, { columns, ...laid, heading: options.heading ?? ((x) => x) })])
}

function layOut(columns: readonly Column[], rows: readonly (readonly string[])[], options: TableOptions) {
  const cells = rows.map((row) => columns.map((_, i) => oneLine(row[i] ?? '')))
  const titles = columns.map((c) => oneLine(c.title))
  const widths = columns.map((_, i) => cells.reduce((most, row) => Math.max(most, stringWidth(row[i] ?? '')), Math.max(1, stringWidth(titles[i] ?? ''))))
  return { cells, titles, widths, made: blocks(widths, Math.min(options.repeat ?? 1, columns.length), options.width) }
}

/** Which columns stand side by side. */
function blocks(widths: readonly number[], repeat: number, width: number | null): number[][] {
  const first = widths.map((_, i) => i).slice(0, repeat)
  const used = (block: readonly number[]) => block.reduce((sum, i) => sum + (widths[i] ?? 0) + GAP.length, -GAP.length)
  const made: number[][] = [[...first]]
  for (let i = repeat; i < widths.length; i += 1) {
    const block = made.at(-1) ?? []
    if (width !== null && block.length > repeat && used([...block, i]) > width) made.push([...first, i])
    else block.push(i)
  }
  return made
}

interface Laid {
  readonly columns: readonly Column[]
  readonly titles: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly widths: readonly number[]
  readonly heading: (text: string) => string
}

function renderBlock(block: readonly number[], laid: Laid): string[] {
  const line = (texts: readonly string[]) =>
    block
      .map((i) => pad(texts[i] ?? '', laid.widths[i] ?? 0, laid.columns[i]?.align ?? 'left'))
      .join(GAP)
      .trimEnd()
  const rule = block.map((i) => '─'.repeat(laid.widths[i] ?? 0)).join(GAP)
  return [laid.heading(line(laid.titles)), rule, ...laid.cells.map(line)]
}
