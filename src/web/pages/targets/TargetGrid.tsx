import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWindow } from '../../ui/table/use-window.ts'
import type { Edit } from './edits.ts'
import { GridBody } from './GridBody.tsx'
import { GridFoot, GridHead } from './GridHead.tsx'
import { type Commit, cellId, type GridProps, type Writing } from './grid.ts'
import { type Lines, linesOf } from './lines.ts'
import { type At, moved, pasted, type Range, rangeOf, readSheetText, type Selection } from './selection.ts'
import styles from './targets.module.css'
import { usePointing } from './use-pointing.ts'

/** Height of every row; targets.module.css draws it. */
const ROW = 32

/** Rows that a page of keys moves. */
const PAGE = 15

/** The matrix as a spreadsheet: keys, selection, copy and paste; of many people only those in sight are drawn. */
export function TargetGrid(props: GridProps) {
  const { t } = useTranslation('targets')
  const { label, columns, people, selection, onSelect } = props
  const grid = useRef<HTMLTableElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [writing, setWriting] = useState<Writing | null>(null)
  const lines = useMemo(() => linesOf(people), [people])
  const seen = useWindow(scroller, lines.lines.length, ROW)
  const range = rangeOf(selection)
  const write = useWriter(props)
  const keys = useKeys({ ...props, setWriting, write })
  const pressed = useRef<At | null>(null)
  const pointing = usePointing({
    selection,
    writing: writing !== null,
    onSelect: (to, how) => {
      pressed.current = how === 'press' ? to.head : null
      onSelect(to)
    },
  })
  useFollow({ scroller, pressed }, lines, selection)
  const clipboard = clipboardOf(props, range, write)
  const commit: Commit = (text, move) => {
    if (writing !== null && text !== null) write([{ ...writing.at, text }])
    setWriting(null)
    const from = { anchor: selection.head, head: selection.head }
    if (move !== null) onSelect(moved(from, { key: move, shift: false, mod: false }, { rows: people.length, columns: columns.length, page: PAGE }) ?? selection)
    grid.current?.focus({ preventScroll: true })
  }
  const drawn = lines.lines.slice(seen.from, seen.to)
  const headDrawn = drawn.some((line) => line.kind === 'person' && line.row === selection.head.row)
  return (
    <div className={styles['scroller']} ref={scroller}>
      <table
        className={styles['grid']}
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which cells are chosen and written is a grid (WAI-ARIA).
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable
        aria-rowcount={lines.lines.length + 2}
        aria-colcount={columns.length + 1}
        aria-activedescendant={headDrawn ? cellId(selection.head) : undefined}
        onKeyDown={writing === null ? keys : undefined}
        {...(writing === null ? clipboard : {})}
      >
        <GridHead columns={columns} corner={t('person')} />
        <GridBody {...props} drawn={drawn} seen={seen} range={range} writing={writing} pointing={pointing} onWrite={setWriting} onCommit={commit} />
        <GridFoot columns={columns} totals={props.totals} index={lines.lines.length + 2} />
      </table>
    </div>
  )
}

type Cell = At & { readonly text: string }

/** Puts texts into cells, as one step; cells that one may not write are left as they are. */
function useWriter({ columns, people, level, change }: GridProps): (cells: readonly Cell[]) => void {
  return (cells) => {
    const edits = cells.flatMap(({ row, column: at, text }): Edit[] => {
      const [person, column] = [people[row], columns[at]]
      if (person === undefined || column === undefined || !person.writable) return []
      return [{ employee: person.id, measure: column.measure, period: column.period, level, from: person.values[at] ?? null, to: text, percent: column.percent }]
    })
    if (edits.length > 0) change({ type: 'type', cells: edits })
  }
}

function cleared(range: Range): Cell[] {
  return cellsIn(range).map((at) => ({ ...at, text: '' }))
}

function cellsIn({ top, bottom, left, right }: Range): At[] {
  const cells: At[] = []
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) cells.push({ row, column })
  return cells
}

/** The text of a cell as it stands: typed, else saved. */
function textAt({ people, columns, editOf }: GridProps, { row, column }: At): string {
  const [person, col] = [people[row], columns[column]]
  if (person === undefined || col === undefined) return ''
  return editOf(person, col)?.to ?? person.values[column] ?? ''
}

function copy(event: ClipboardEvent, props: GridProps, range: Range): void {
  const rows = []
  for (let row = range.top; row <= range.bottom; row += 1) {
    rows.push(
      cellsIn({ ...range, top: row, bottom: row })
        .map((at) => textAt(props, at))
        .join('\t'),
    )
  }
  event.clipboardData.setData('text/plain', rows.join('\r\n'))
  event.preventDefault()
}

/** Copy, cut and paste, as a spreadsheet does. */
function clipboardOf(props: GridProps, range: Range, write: (cells: readonly Cell[]) => void) {
  const { people, columns } = props
  return {
    onCopy: (event: ClipboardEvent) => copy(event, props, range),
    onCut: (event: ClipboardEvent) => {
      copy(event, props, range)
      write(cleared(range))
    },
    onPaste: (event: ClipboardEvent) => {
      event.preventDefault()
      write(pasted(readSheetText(event.clipboardData.getData('text/plain')), range, { rows: people.length, columns: columns.length }))
    },
  }
}

function useKeys(props: GridProps & { readonly setWriting: (writing: Writing) => void; readonly write: (cells: readonly Cell[]) => void }) {
  const { selection, onSelect, people, columns, change, setWriting, write } = props
  const range = rangeOf(selection)
  const may = people[selection.head.row]?.writable === true
  const fill = (from: (at: At) => At) => write(cellsIn(range).map((at) => ({ ...at, text: textAt(props, from(at)) })))
  /** True where the key was for the sheet. */
  const commandOf = (key: string, shift: boolean): (() => void) | undefined => {
    if (key === 'z') return () => change({ type: shift ? 'redo' : 'undo' })
    if (key === 'y') return () => change({ type: 'redo' })
    if (key === 'd') return () => fill(({ column }) => ({ row: range.top, column }))
    if (key === 'r') return () => fill(({ row }) => ({ row, column: range.left }))
    if (key === 'a') return () => onSelect({ anchor: { row: 0, column: 0 }, head: { row: people.length - 1, column: columns.length - 1 } })
    return undefined
  }
  return (event: KeyboardEvent) => {
    const { key, shiftKey: shift } = event
    const mod = event.ctrlKey || event.metaKey
    const does = (act: () => void) => {
      event.preventDefault()
      act()
    }
    const next = moved(selection, { key, shift, mod }, { rows: people.length, columns: columns.length, page: PAGE })
    if (next !== undefined) return does(() => onSelect(next))
    const command = mod && !event.altKey ? commandOf(key.toLowerCase(), shift) : undefined
    if (command !== undefined) return does(command)
    if (key === 'Delete' || key === 'Backspace') return does(() => write(cleared(range)))
    if (key === 'F2' && may) return does(() => setWriting({ at: selection.head, begun: null }))
    if (key.length === 1 && key !== ' ' && !mod && !event.altKey && may) return does(() => setWriting({ at: selection.head, begun: key }))
    return undefined
  }
}

interface Followed {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The cell that was pressed last: in sight as it is, and a table that moved under the pointer would make the next press meet another cell. */
  readonly pressed: RefObject<At | null>
}

/** The chosen cell stays in sight, also where its row is not drawn yet. */
function useFollow({ scroller, pressed }: Followed, lines: Lines, { head }: Selection): void {
  const first = useRef(true)
  useEffect(() => {
    const element = scroller.current
    const seen = first.current || pressed.current === head
    first.current = false
    pressed.current = null
    if (element === null || seen) return
    const at = lines.lineOf[head.row] ?? 0
    const [top, room] = [at * ROW, element.clientHeight - 3 * ROW]
    if (top < element.scrollTop + ROW / 2) element.scrollTop = Math.max(0, top - ROW / 2)
    else if (top > element.scrollTop + room) element.scrollTop = top - room
    const cell = element.querySelector(`#${cellId(head)}`)
    const name = element.querySelector('thead th')
    if (!(cell instanceof HTMLElement) || !(name instanceof HTMLElement)) return
    const left = cell.offsetLeft - name.offsetWidth
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (cell.offsetLeft + cell.offsetWidth > element.scrollLeft + element.clientWidth) element.scrollLeft = cell.offsetLeft + cell.offsetWidth - element.clientWidth
  }, [scroller, pressed, lines, head])
}
