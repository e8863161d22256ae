import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { asNumber, cellsOf, type GridRow, pasted } from './cells.ts'
import styles from './edit-grid.module.css'

export interface GridColumn {
  readonly id: string
  readonly title: string
  /** What stands there where nothing is written. */
  readonly placeholder?: (row: number) => string
  /** Words, not numbers: they stand at the beginning, and are left as they are pasted. */
  readonly words?: boolean
}

interface EditGridProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly onRows: (rows: readonly GridRow[]) => void
  /** The mistake in a row, or in one of its cells. */
  readonly mistake?: (row: number, column?: string) => string | undefined
  /** Where a row stands in the document, so that findings lead to it. */
  readonly path?: (row: number) => string
}

/** How many steps back one may go. */
const UNDO = 50

/** Rows edited like a sheet: arrows and Enter move, Ctrl-Z takes back, what is copied from a sheet is pasted in place. */
export function EditGrid(props: EditGridProps) {
  const { label, columns, rows, mistake } = props
  const { t } = useTranslation('grid')
  const table = useRef<HTMLTableElement>(null)
  const sheet = useSheet(props, table)
  const troubles = rows.flatMap((_, row) => {
    const said = mistake?.(row)
    return said === undefined ? [] : [{ row, said }]
  })
  return (
    <div className={styles['frame']}>
      {/** biome-ignore lint/a11y/useSemanticElements: a fieldset would hide the table from those who list tables. */}
      <div className={styles['scroller']} role="group" aria-label={label}>
        <table ref={table} className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col">#</th>
              {columns.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place.
              <SheetRow key={at} grid={props} sheet={sheet} at={at} />
            ))}
          </tbody>
        </table>
      </div>
      {troubles.map(({ row, said }) => (
        <p key={row} role="alert" className={styles['trouble']}>
          {t('trouble', { row: row + 1, said })}
        </p>
      ))}
      <div className={styles['tools']}>
        <Button size="small" onClick={sheet.add}>
          {t('add')}
        </Button>
        <span className={styles['hint']}>{t('hint')}</span>
      </div>
    </div>
  )
}

/** How the rows of a sheet are changed, and what keys and pasting do in a cell. */
interface Sheet {
  set(row: number, column: string, text: string): void
  add(): void
  remove(row: number): void
  onKey(event: KeyboardEvent, row: number, column: number): void
  onPaste(event: ClipboardEvent, row: number, column: number): void
}

function useSheet({ columns, rows, onRows }: EditGridProps, table: RefObject<HTMLTableElement | null>): Sheet {
  const past = useRef<(readonly GridRow[])[]>([])
  const change = (next: readonly GridRow[]) => {
    past.current = [...past.current.slice(-UNDO), rows]
    onRows(next)
  }
  const back = () => {
    const before = past.current.pop()
    if (before !== undefined) onRows(before)
  }
  const add = () => change([...rows, Object.fromEntries(columns.map(({ id }) => [id, '']))])
  const focus = (row: number, column: number) => setTimeout(() => table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.select(), 0)
  return {
    set: (row, column, text) => change(rows.map((each, at) => (at === row ? { ...each, [column]: text } : each))),
    add,
    remove: (row) => change(rows.filter((_, at) => at !== row)),
    onKey: (event, row, column) => {
      // Enter that ends the writing of a character is none of the grid's.
      if (event.nativeEvent.isComposing) return
      const { key } = event
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') back()
      else if (key === 'ArrowDown' || (key === 'Enter' && row < rows.length - 1)) focus(row + 1, column)
      else if (key === 'ArrowUp') focus(row - 1, column)
      else if (key === 'Enter') {
        add()
        focus(row + 1, 0)
      } else return
      event.preventDefault()
    },
    onPaste: (event, row, column) => {
      const copied = cellsOf(event.clipboardData.getData('text/plain'))
      if (copied.length === 1 && copied[0]?.length === 1 && columns[column]?.words === true) return
      event.preventDefault()
      const ids = columns.map(({ id }) => id)
      change(pasted(rows, { row, column }, copied, ids))
    },
  }
}

function SheetRow({ grid: { columns, rows, mistake, path }, sheet, at }: { readonly grid: EditGridProps; readonly sheet: Sheet; readonly at: number }) {
  const { t } = useTranslation('grid')
  const row = rows[at] ?? {}
  return (
    <tr data-path={path?.(at)}>
      <th scope="row">{at + 1}</th>
      {columns.map((column, j) => (
        <td key={column.id}>
          <Cell column={column} sheet={sheet} row={at} at={j} text={row[column.id] ?? ''} wrong={mistake?.(at, column.id) !== undefined} />
        </td>
      ))}
      <td>
        <Button
          size="small"
          type="text"
          icon={<Icon name="close" size={14} />}
          aria-label={t('remove', { row: at + 1 })}
          onClick={() => sheet.remove(at)}
          disabled={rows.length === 1}
        />
      </td>
    </tr>
  )
}

interface CellProps {
  readonly column: GridColumn
  readonly sheet: Sheet
  readonly row: number
  readonly at: number
  readonly text: string
  readonly wrong: boolean
}

/** One cell. While it is written it shows what is typed, not what the document has made of it: `S/` is on the way to two values, and would be one again. */
function Cell({ column, sheet, row, at, text, wrong }: CellProps) {
  const { t } = useTranslation('grid')
  const [typed, setTyped] = useState<string | null>(null)
  // What the grid does itself (a step back, cells that are pasted) is shown at once.
  const done = (event: KeyboardEvent | ClipboardEvent) => (event.isDefaultPrevented() ? setTyped(null) : undefined)
  return (
    <input
      className={column.words === true ? styles['words'] : undefined}
      data-cell={`${row}:${at}`}
      aria-label={t('cell', { row: row + 1, column: column.title })}
      aria-invalid={wrong ? true : undefined}
      value={typed ?? text}
      placeholder={column.placeholder?.(row)}
      onChange={(event) => {
        setTyped(event.target.value)
        sheet.set(row, column.id, event.target.value)
      }}
      onBlur={(event) => {
        setTyped(null)
        const read = column.words === true ? event.target.value : asNumber(event.target.value)
        if (read !== event.target.value) sheet.set(row, column.id, read)
      }}
      onKeyDown={(event) => {
        sheet.onKey(event, row, at)
        done(event)
      }}
      onPaste={(event) => {
        sheet.onPaste(event, row, at)
        done(event)
      }}
    />
  )
}
