import type { ReactNode } from 'react'
import type { Column, TableView } from './column.ts'

/** Rows that come in pages: the server searches, filters and sorts, and tells how many there are. */
export interface Paging<Row> {
  /** Null where the server does not count. */
  readonly total: number | null
  readonly hasMore: boolean
  readonly loading: boolean
  readonly more: () => void
  /** Every row that fits the view, for an export: one that holds only the pages seen so far would be wrong without a word. */
  readonly all: () => Promise<readonly Row[]>
}

export interface DataTableProps<Row> {
  /** Unique in the application; settings are remembered and files are named by it. */
  readonly name: string
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Undefined while loading. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  /** Whatever the query threw. */
  readonly error?: unknown
  readonly again?: () => void
  /** What stands where there is no row at all. */
  readonly empty?: ReactNode
  /** Search, filters and order; kept inside the table where it is not given. `useTableView` of parts keeps it in the address. */
  readonly view?: TableView | undefined
  readonly onView?: ((view: TableView) => void) | undefined
  readonly paging?: Paging<Row> | undefined
  /** Makes the workbook of what is shown; the entry is there only with it. */
  readonly xlsx?: ((view: TableView) => Promise<Blob>) | undefined
  /** Takes over both entries: the rows are written into a file elsewhere, however many there are. */
  readonly onExport?: ((format: 'csv' | 'xlsx', view: TableView) => void) | undefined
  /** Rows set apart: the reader's own. */
  readonly marked?: ((row: Row) => boolean) | undefined
  /** False for short lists that need no search. */
  readonly tools?: boolean
}
