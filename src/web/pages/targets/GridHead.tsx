import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { shownFigure } from '../../ui/figure-text.ts'
import type { Column } from './queries.ts'
import type { Totals } from './sums.ts'
import styles from './targets.module.css'

/** What tells the columns apart: their periods, or their measures. */
export function useColumnName(columns: readonly Column[]): (column: Column) => string {
  const { t, i18n } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const ofOnePeriod = new Set(columns.map((c) => c.period)).size <= 1
  return (column) => {
    if (ofOnePeriod) return column.unit === '' || column.percent ? column.name : t('measure.unit', { name: column.name, unit: column.unit })
    const short = /^\d{4}-(\d\d)$/.exec(column.period)
    const quarter = /^\d{4}-Q(\d)$/.exec(column.period)
    if (short !== null) return new Date(2000, Number(short[1]) - 1).toLocaleString(i18n.language, { month: 'short' })
    if (quarter !== null) return t('column.quarter', { quarter: Number(quarter[1]) })
    return periodName(column.period, frame)
  }
}

export function GridHead({ columns, corner }: { readonly columns: readonly Column[]; readonly corner: string }) {
  const { t: frame } = useTranslation('shell')
  const nameOf = useColumnName(columns)
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={styles['name']}>
          {corner}
        </th>
        {columns.map((column, at) => (
          <th
            key={`${column.measure} ${column.period}`}
            scope="col"
            aria-colindex={at + 2}
            title={`${column.name} · ${periodName(column.period, frame)}`}
            className={column.kind === 'month' ? undefined : styles['whole']}
          >
            {nameOf(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** What everybody comes to. */
export function GridFoot({ columns, totals, index }: { readonly columns: readonly Column[]; readonly totals: Totals; readonly index: number }) {
  const { t } = useTranslation('targets')
  return (
    <tfoot>
      <tr aria-rowindex={index}>
        <th scope="row" className={styles['name']}>
          {t('total')}
        </th>
        {columns.map((column, at) => (
          <td key={`${column.measure} ${column.period}`} className={styles['cell']} title={column.adds ? undefined : t('notAdding')}>
            {totals.all[at] == null ? (column.adds ? null : '–') : shownFigure(totals.all[at], column.percent)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
