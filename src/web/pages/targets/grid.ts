import type { Edit, Level, Sheet, SheetAction } from './edits.ts'
import type { Column, Person } from './queries.ts'
import type { At, Selection } from './selection.ts'
import type { PartColumns, Totals, UnitGap } from './sums.ts'

export interface GridProps {
  readonly label: string
  readonly columns: readonly Column[]
  readonly people: readonly Person[]
  readonly parts: PartColumns
  readonly totals: Totals
  /** By unit, what is asked of its team. */
  readonly teams: ReadonlyMap<string, readonly (UnitGap | null)[]>
  readonly level: Level
  readonly sheet: Sheet
  readonly change: (action: SheetAction) => void
  readonly figuresOf: (person: Person) => readonly (string | null)[]
  readonly editOf: (person: Person, column: Column) => Edit | undefined
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
}

/** A cell that is being written; `begun`: the first letter, where typing began it. */
export interface Writing {
  readonly at: At
  readonly begun: string | null
}

/** Ends the writing of a cell: its text (null: as it was), and where to go on. */
export type Commit = (text: string | null, move: 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | null) => void

export const cellId = ({ row, column }: At): string => `target-${row}-${column}`
