import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './data.module.css'
import type { RecordDetail, Version } from './queries.ts'

/** All versions, the newest first: who, when, from which line of which file, and what differed from the one before. */
export function Versions({ record }: { readonly record: RecordDetail }) {
  const { t } = useTranslation('data')
  const { versions } = record
  return (
    <Section title={t('record.versions')} note={t('record.versions.note')}>
      <ul className={styles['list']}>
        {versions.map((version, at) => (
          <li key={`${version.change} ${version.ended}`} className={styles['version']}>
            <Head version={version} />
            <Changes record={record} version={version} before={versions[at + 1]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Head({ version }: { readonly version: Version }) {
  const { t } = useTranslation('data')
  const { at, by, kind, file, line, reason, ended, end } = version
  const cli = t('version.cli')
  const parts = [at === null ? null : localTime(at), t(`version.${kind}`), by ?? cli, file === null ? null : line === null ? file : t('version.line', { file, line }), reason]
  return (
    <>
      <div className={styles['row']}>
        {ended === null ? <strong>{t('version.current')}</strong> : null}
        {parts.map((part) => (part === null || part === '' ? null : <span key={part}>{part}</span>))}
      </div>
      {end === null ? null : (
        <div className={styles['row']}>
          <strong>{t('version.deleted', { by: end.by ?? cli })}</strong>
          {end.at === null ? null : <span>{localTime(end.at)}</span>}
          <span>{end.reason}</span>
        </div>
      )}
    </>
  )
}

function Changes({ record, version, before }: { readonly record: RecordDetail; readonly version: Version; readonly before: Version | undefined }) {
  const { t } = useTranslation('data')
  if (before === undefined) return <div className={styles['quiet']}>{t('version.first')}</div>
  const text = (v: Version, field: string) => {
    const value = v.fields[field]
    if (value === null || value === undefined) return '–'
    return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : (record.people[value] ?? value)
  }
  const changed = record.fields.filter(({ field }) => version.fields[field] !== before.fields[field])
  return (
    <div className={styles['row']}>
      {changed.map(({ field, name }) => (
        <span key={field} className={styles['quiet']}>
          {t('version.change', { field: name, before: text(before, field), after: text(version, field) })}
        </span>
      ))}
    </div>
  )
}
