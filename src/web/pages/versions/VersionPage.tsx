import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Differences } from '../../parts/documents/Differences.tsx'
import { kindNamed, pageOfDocument, type VersionDetail, versionQuery } from '../../parts/documents/queries.ts'
import { localTime } from '../../ui/dates.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './versions.module.css'

/** One version of a document: who published it, when and why, what it changed, and all it said. */
export function VersionPage() {
  const { t } = useTranslation('documents')
  const { kind: named, id, version } = useParams({ from: '/shell/versions/$kind/$id/$version' })
  const kind = kindNamed(named)
  const { data, error, refetch } = useQuery(versionQuery(kind, id, Number(version)))
  const page = pageOfDocument(kind, id)
  const actions = <Link to={page}>{t('version.toDocument')}</Link>
  if (data === undefined) {
    return (
      <Page title={t('version', { version })} actions={actions}>
        {error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}
      </Page>
    )
  }
  return (
    <Page title={t('version.title', { name: data.name, version: data.version })} sentence={<Sentence version={data} />} actions={actions}>
      <Neighbours kind={named} id={id} version={data} />
      {data.note === '' ? null : <p>{t('version.why', { note: data.note })}</p>}
      <VersionBody version={data} />
    </Page>
  )
}

function Sentence({ version: v }: { readonly version: VersionDetail }) {
  const { t } = useTranslation('documents')
  const who = { at: localTime(v.publishedAt), by: v.by ?? t('version.cli') }
  if (v.withdrawn) return <>{t('version.sentence.withdrawn', who)}</>
  return <>{t(v.version === v.newest ? 'version.sentence.newest' : 'version.sentence.older', { ...who, newest: v.newest })}</>
}

function Neighbours({ kind, id, version: { version, newest } }: { readonly kind: string; readonly id: string; readonly version: VersionDetail }) {
  const { t } = useTranslation('documents')
  const to = (other: number) => (
    <Link key={other} to="/versions/$kind/$id/$version" params={{ kind, id, version: String(other) }}>
      {t('version', { version: other })}
    </Link>
  )
  const others = [version - 1, version + 1].filter((other) => other >= 1 && other <= newest)
  return others.length === 0 ? null : <p className={styles['neighbours']}>{others.map(to)}</p>
}

function VersionBody({ version: v }: { readonly version: VersionDetail }) {
  const { t } = useTranslation('documents')
  if (v.withdrawn) return null
  return (
    <>
      {v.version === 1 ? null : (
        <Section title={t('version.changed')}>{v.differences.length === 0 ? <p>{t('version.changedNothing')}</p> : <Differences differences={v.differences} />}</Section>
      )}
      <Section title={t('version.said')}>
        <Said said={v.said} />
      </Section>
      {v.yaml === null ? null : (
        <details>
          <summary>{t('version.yaml')}</summary>
          <pre className={styles['yaml']}>{v.yaml}</pre>
        </details>
      )}
    </>
  )
}

/** All it said; what belongs to one line, component or grade stands together. */
function Said({ said }: { readonly said: VersionDetail['said'] }) {
  const groups = [...new Set(said.map(({ group }) => group))]
  return groups.map((group) => (
    <section key={group} className={styles['group']}>
      {group === '' ? null : <h3>{group}</h3>}
      <dl className={styles['said']}>
        {said
          .filter((each) => each.group === group)
          .map(({ path, place, text }) => (
            <div key={path}>
              <dt title={path}>{place}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  ))
}
