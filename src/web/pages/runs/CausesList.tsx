import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { Differences } from '../../parts/documents/Differences.tsx'
import { kindNamed } from '../../parts/documents/queries.ts'
import type { Comparison } from './queries.ts'
import styles from './runs.module.css'

/** Records and changes inside a document that are named before the rest is only counted. */
const SHOWN = 20

const PARTS: Readonly<Record<string, 'people' | 'units' | 'lines' | 'rates' | 'targets' | 'factors' | 'pay'>> = {
  employee: 'people',
  employee_alias: 'people',
  assignment: 'people',
  unit: 'units',
  unit_edge: 'units',
  line_edge: 'lines',
  rate: 'rates',
  target: 'targets',
  factor: 'factors',
  pay: 'pay',
}

/** What was different when the two runs were made: documents with what changed inside, records with file and line, people, targets … */
export function CausesList({ compared }: { readonly compared: Comparison }) {
  const { t } = useTranslation('runs')
  const { documents, records, parts } = compared
  if (documents.length + records.length + parts.length === 0) return <p>{t('causes.none')}</p>
  const named = [...new Set(parts.flatMap((part) => PARTS[part] ?? []))].map((part) => t(`part.${part}`))
  return (
    <div>
      <h3>{t('causes')}</h3>
      <ul className={styles['list']}>
        {documents.map((each) => (
          <DocumentItem key={each.document} document={each} />
        ))}
        {named.length === 0 ? null : <li>{t('causes.parts', { parts: named.join(t('and')) })}</li>}
        {records.slice(0, SHOWN).map((record) => (
          <li key={`${record.dataset} ${record.id} ${record.what}`}>
            <RecordLink record={record} />
          </li>
        ))}
        {records.length > SHOWN ? <li>{t('causes.more', { count: records.length - SHOWN })}</li> : null}
      </ul>
    </div>
  )
}

function DocumentItem({ document: { kind, id, name, before, after, changes } }: { readonly document: Comparison['documents'][number] }) {
  const { t } = useTranslation('runs')
  const { can } = useCurrentUser()
  const version = after ?? before
  const title = t(`document.${kindNamed(kind)}`, { name })
  const versions = before === null ? t('document.new') : after === null ? t('document.gone') : t('document.versions', { before, after })
  return (
    <li>
      {version === null || !can('rule.read') ? (
        title
      ) : (
        <Link to="/versions/$kind/$id/$version" params={{ kind, id, version: String(version) }}>
          {title}
        </Link>
      )}{' '}
      {versions}
      {changes.length === 0 ? null : (
        <div className={styles['inside']}>
          <Differences differences={changes.slice(0, SHOWN)} />
          {changes.length > SHOWN ? <p>{t('causes.more', { count: changes.length - SHOWN })}</p> : null}
        </div>
      )}
    </li>
  )
}

/** A changed record: what happened to it, where it stands, which line of which file brought it. */
export function RecordLink({ record }: { readonly record: Comparison['records'][number] }) {
  const { t } = useTranslation('runs')
  const { can } = useCurrentUser()
  const { dataset, datasetName, id, key, what, file, line } = record
  const name = `${datasetName} ${key}`
  return (
    <>
      {t(`changed.${what}`)}{' '}
      {can('data.read') ? (
        <Link to="/data/$dataset/$record" params={{ dataset, record: id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {file === null || line === null ? null : <span className={styles['quiet']}> {t('causes.line', { file, line })}</span>}
    </>
  )
}
