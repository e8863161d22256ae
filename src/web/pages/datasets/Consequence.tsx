import { useTranslation } from 'react-i18next'
import type { Body } from '../../parts/documents/queries.ts'
import { creditSaid } from './credit.ts'
import styles from './datasets.module.css'
import type { DatasetPaths } from './paths.ts'

/** What a document comes to for who counts a record, in sentences; said anew with every change. */
export function Consequence({ body, paths }: { readonly body: Body; readonly paths: DatasetPaths }) {
  const { t } = useTranslation('datasets')
  const said = creditSaid(body, {
    fieldName: paths.nameOf,
    tableName: (id) => paths.table(id)?.name ?? id,
    tableField: (id, field) => paths.table(id)?.fields.find((f) => f.id === field)?.name ?? field,
    more: (to, amount) => t('credit.says.more', { to, amount }),
  })
  return (
    <div className={styles['says']} role="status" aria-label={t('credit.says.title')}>
      {said.map(({ key, params }) => (
        <p key={`${key}${params.to}`}>{t(`credit.says.${key}`, params)}</p>
      ))}
    </div>
  )
}
