import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, Sort, TableView } from './column.ts'
import styles from './data-table.module.css'
import { useWindow } from './use-window.ts'

/** Heights of a row in pixels; data-table.module.css draws them. */
const ROW = 36
const DENSE_ROW = 30

interface RowGridProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly view: TableView
  readonly onView: (view: TableView) => void
  readonly dense: boolean
  readonly marked?: ((row: Row) => boolean) | undefined
}

/** The table itself: the head stays, and of a long list only what is seen is drawn. */
export function RowGrid<Row>({ label, rows, columns, rowKey, view, onView, dense, marked }: RowGridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useWindow(scroller, rows.length, dense ? DENSE_ROW : ROW)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be one more landmark on the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <div className={styles['scroller']} ref={scroller} tabIndex={0} role="group" aria-label={label}>
      <table className={`${styles['grid']} ${dense ? styles['dense'] : ''}`} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} view={view} onView={onView} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={seen.above} columns={columns.length} />
          {rows.slice(seen.from, seen.to).map((row, at) => (
            <tr key={rowKey(row)} aria-rowindex={seen.from + at + 2} className={marked?.(row) === true ? styles['marked'] : undefined}>
              {columns.map((column) => (
                <td key={column.id} className={column.end === true ? styles['end'] : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={seen.below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height === 0) return null
  return (
    <tr>
      <td colSpan={columns} className={styles['gap']} style={{ height }} />
    </tr>
  )
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>
  readonly view: TableView
  readonly onView: (view: TableView) => void
}

function HeadCell<Row>({ column, view, onView }: HeadCellProps<Row>) {
  const { t } = useTranslation('ui')
  const { id, title, width, help } = column
  const sorted = view.sort?.column === id ? (view.sort.down ? 'descending' : 'ascending') : undefined
  const next = nextSort(id, view.sort, column.end === true)
  const action = next === null ? 'none' : next.down ? 'down' : 'up'
  const sortable = column.compare !== undefined || column.serverSort === true
  return (
    <th
      scope="col"
      className={column.end === true ? styles['end'] : undefined}
      style={width === undefined ? undefined : { width, minWidth: width }}
      aria-sort={sorted}
      title={help}
    >
      {sortable ? (
        <button type="button" className={styles['sort']} onClick={() => onView({ ...view, sort: next })} title={t(`table.sort.${action}`, { column: title })}>
          {title}
          <span aria-hidden="true" className={styles['arrow']}>
            {sorted === undefined ? '' : sorted === 'ascending' ? '↑' : '↓'}
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  )
}

/** Numbers begin with the largest, words with the first; the third press gives the order of the list back. */
function nextSort(column: string, sort: Sort | null, downFirst: boolean): Sort | null {
  if (sort?.column !== column) return { column, down: downFirst }
  return sort.down === downFirst ? { column, down: !downFirst } : null
}
