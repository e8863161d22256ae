import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RateTable } from '../../parts/plans/queries.ts'
import styles from './incentives.module.css'

/** A table by its name: a shared one leads to its page. */
export function TableName({ table }: { readonly table: Pick<RateTable, 'table' | 'name' | 'own'> }) {
  const { t } = useTranslation('incentives')
  if (table.own) {
    return (
      <>
        {table.name} <span className={styles['quiet']}>{t('own')}</span>
      </>
    )
  }
  return (
    <Link to="/tables/$table" params={{ table: table.table }}>
      {table.name}
    </Link>
  )
}
