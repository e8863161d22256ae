import type { ReactNode } from 'react'
import type { Asked } from '../NoOptions.tsx'

/** A column of a table. */
export interface Column<Row> {
  /** Stable: stands in addresses and in what the browser remembers. */
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** The cell in plain, exact text: what the search finds and an export holds. Null: empty. A column without it is in neither. */
  readonly text?: (row: Row) => string | null
  /** The order of two rows by this column, the smaller first; makes it sortable. */
  readonly compare?: (a: Row, b: Row) => number
  /** Sortable by the server, where the rows come in pages. */
  readonly serverSort?: boolean
  readonly filter?: ColumnFilter<Row>
  /** Numbers stand at the end of their column. */
  readonly end?: boolean
  /** In pixels; the first column and columns of text share what is left. */
  readonly width?: number
  /** Left out until somebody chooses it. */
  readonly hidden?: boolean
  /** Cannot be left out: what the row is about. */
  readonly always?: boolean
  /** A word or two about the column, under the pointer. */
  readonly help?: string
}

/** Values to filter by. */
export interface ColumnFilter<Row> {
  /** The value of a row. */
  readonly of: (row: Row) => string | null
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What the choices are asked by, where they are not known beforehand. */
  readonly query?: Asked | undefined
}

export interface Sort {
  readonly column: string
  readonly down: boolean
}

/** What is looked for in a table; the part of it that belongs into an address. */
export interface TableView {
  readonly q: string
  readonly sort: Sort | null
  readonly filters: Readonly<Record<string, string>>
}

export const NO_VIEW: TableView = { q: '', sort: null, filters: {} }

/** How a table is drawn; the browser remembers it. */
export interface TableLook {
  readonly dense: boolean
  readonly hidden: readonly string[]
}
