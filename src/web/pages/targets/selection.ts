/** A cell by its row (a person) and column, counted from 0. */
export interface At {
  readonly row: number
  readonly column: number
}

/** From the cell where it began to the one where it ends; they may be any two corners. */
export interface Selection {
  readonly anchor: At
  readonly head: At
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const ORIGIN: Selection = { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } }

export function rangeOf({ anchor, head }: Selection): Range {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export const holds = (range: Range, { row, column }: At): boolean => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

interface Size {
  readonly rows: number
  readonly columns: number
  /** Rows of a page. */
  readonly page: number
}

export interface Key {
  readonly key: string
  readonly shift: boolean
  readonly mod: boolean
}

/** Where a key leads; undefined for keys that do not move. */
export function moved(selection: Selection, { key, shift, mod }: Key, size: Size): Selection | undefined {
  const to = target(selection.head, { key, shift, mod }, size)
  if (to === undefined) return undefined
  const head = { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) }
  return shift && key !== 'Tab' && key !== 'Enter' ? { anchor: selection.anchor, head } : { anchor: head, head }
}

function target({ row, column }: At, { key, shift, mod }: Key, { rows, columns, page }: Size): At | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: mod ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: mod ? rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: mod ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: mod ? columns - 1 : column + 1 }
    case 'PageUp':
      return { row: row - page, column }
    case 'PageDown':
      return { row: row + page, column }
    case 'Home':
      return { row: mod ? 0 : row, column: 0 }
    case 'End':
      return { row: mod ? rows - 1 : row, column: columns - 1 }
    case 'Enter':
      return { row: row + (shift ? -1 : 1), column }
    default:
      return undefined
  }
}

const clamp = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at))

/** Cells of a spreadsheet as text: rows by line, cells by tab; quoted cells may hold both. */
export function readSheetText(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? ''
    if (quoted) {
      if (letter === '"' && text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (letter === '"') quoted = false
      else cell += letter
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === '\t') end()
    else if (letter === '\n') {
      end()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  end()
  // Spreadsheets end the last line, too.
  const last = rows.at(-1)
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** What is pasted where: from the corner on; a single cell fills the whole selection. */
export function pasted(
  sheet: readonly (readonly string[])[],
  range: Range,
  size: { readonly rows: number; readonly columns: number },
): readonly (At & { readonly text: string })[] {
  const only = sheet.length === 1 && sheet[0]?.length === 1 ? sheet[0][0] : undefined
  const cells: (At & { text: string })[] = []
  if (only !== undefined) {
    for (let row = range.top; row <= range.bottom; row += 1) for (let column = range.left; column <= range.right; column += 1) cells.push({ row, column, text: only })
    return cells
  }
  for (const [down, line] of sheet.entries()) {
    for (const [across, text] of line.entries()) {
      const [row, column] = [range.top + down, range.left + across]
      if (row < size.rows && column < size.columns) cells.push({ row, column, text })
    }
  }
  return cells
}
