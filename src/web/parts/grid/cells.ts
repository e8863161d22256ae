/** A row of a grid that is edited: texts by column. */
export type GridRow = Readonly<Record<string, string>>

/** What was copied from a sheet: lines of cells with tabs between them; a cell in quotes may hold both. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const put = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  const letters = [...text.replaceAll('\r\n', '\n').replace(/\n$/, '')]
  for (const [i, letter] of letters.entries()) {
    if (letter === '"' && (quoted || cell === '')) {
      if (quoted && letters[i + 1] === '"') continue
      if (quoted && letters[i - 1] === '"' && cell !== '' && letters[i + 1] !== '\t' && letters[i + 1] !== '\n' && letters[i + 1] !== undefined) cell += '"'
      else quoted = !quoted
    } else if (letter === '\t' && !quoted) put()
    else if (letter === '\n' && !quoted) {
      put()
      rows.push([])
    } else cell += letter
  }
  put()
  return rows
}

/** A number as sheets show it, as documents write it: `￥1,200.50` is 1200.50, `３％` is 3%. What is no number stays. */
export function asNumber(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const bare = plain.replace(/^[¥$€£]\s*/, '').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  return /^-?\d+(\.\d+)?\s*%?$/.test(bare) ? bare.replace(/\s+/g, '') : text.trim()
}

/** The rows with what was copied put in from a cell on; rows are added where there are too few, columns beyond the last are left out. */
export function pasted(
  rows: readonly GridRow[],
  at: { readonly row: number; readonly column: number },
  copied: readonly (readonly string[])[],
  columns: readonly string[],
): GridRow[] {
  const next = rows.map((row) => ({ ...row }))
  for (const [i, cells] of copied.entries()) {
    const row = { ...(next[at.row + i] ?? Object.fromEntries(columns.map((id) => [id, '']))) }
    for (const [j, cell] of cells.entries()) {
      const id = columns[at.column + j]
      if (id !== undefined) row[id] = asNumber(cell)
    }
    next[at.row + i] = row
  }
  return next
}
