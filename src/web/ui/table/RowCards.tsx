import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from './column.ts'
import styles from './data-table.module.css'

/** Cards drawn at first and with every further step: a phone draws no thousand. */
const STEP = 40

interface RowCardsProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly marked?: ((row: Row) => boolean) | undefined
}

/** The rows on a phone: the column that is always there, else the first, is the heading of a card, the others are pairs of title and value. */
export function RowCards<Row>({ label, rows, columns, rowKey, marked }: RowCardsProps<Row>) {
  const { t } = useTranslation('ui')
  const [count, setCount] = useState(STEP)
  const first = columns.find((column) => column.always === true) ?? columns[0]
  const rest = columns.filter((column) => column !== first)
  return (
    <>
      <ul className={styles['cards']} aria-label={label}>
        {rows.slice(0, count).map((row) => (
          <li key={rowKey(row)} className={`${styles['card']} ${marked?.(row) === true ? styles['marked'] : ''}`}>
            <div className={styles['cardHead']}>{first?.cell(row)}</div>
            <dl className={styles['pairs']}>
              {rest.map((column) => (
                <div key={column.id} className={styles['pair']}>
                  <dt>{column.title}</dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > count ? <Button onClick={() => setCount(count + STEP)}>{t('table.more')}</Button> : null}
    </>
  )
}
