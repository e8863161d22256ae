import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { ruleObject } from '../../parts/comments/object.ts'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { Findings } from '../../parts/plans/Findings.tsx'
import { documentOf, type RateTable, tableQuery } from '../../parts/plans/queries.ts'
import { TableGrid } from '../../parts/plans/TableGrid.tsx'
import { useUseWords } from '../../parts/plans/words.ts'
import { localTime } from '../../ui/dates.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './incentives.module.css'
import { TableCurve } from './TableCurve.tsx'

/** One rate table: its rows, its picture, and who reads it. */
export function TablePage() {
  const { t } = useTranslation('incentives')
  const { table } = useParams({ from: '/shell/tables/$table' })
  const { data, error, refetch } = useQuery(tableQuery(table))
  const words = useUseWords()
  const actions = (
    <>
      <Link to="/incentives">{t('table.back')}</Link>
      {data === undefined ? null : <CommentsButton object={ruleObject('table', table)} />}
      {data === undefined ? null : <EditButton table={table} />}
    </>
  )
  if (data === undefined) {
    return (
      <Page title={t('tables')} actions={actions}>
        {error === null ? <Lines count={10} height={18} /> : <ProblemView error={error} again={() => void refetch()} />}
      </Page>
    )
  }
  return (
    <Page title={data.name} sentence={<TableSentence table={data} used={data.usedBy.length} />} actions={actions}>
      {data.description === '' ? null : <p>{data.description}</p>}
      <div className={styles['component']}>
        <TableGrid table={data} />
        <TableCurve table={data} />
      </div>
      <Section title={t('usedBy')}>
        {data.usedBy.length === 0 ? <p>{t('usedBy.none')}</p> : null}
        <ul>
          {data.usedBy.map((use) => (
            <li key={`${use.id} ${use.component ?? ''}`}>
              {use.kind === 'measure' ? (
                words(use)
              ) : (
                <Link to="/incentives/$plan" params={{ plan: use.id }}>
                  {words(use)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {data.findings.length === 0 ? null : (
        <Section title={t('checked')} note={t('checked.note')}>
          <Findings findings={data.findings} />
        </Section>
      )}
      <Section title={t('versions')}>
        <VersionList kind="table" id={table} name={data.name} />
      </Section>
      <p className={styles['quiet']}>{t('versionNote', { version: data.version, at: localTime(data.publishedAt) })}</p>
      <CommentsDrawer object={ruleObject('table', table)} />
    </Page>
  )
}

function TableSentence({ table, used }: { readonly table: RateTable; readonly used: number }) {
  const { t } = useTranslation('incentives')
  const rows = useMemo(() => {
    const document = documentOf(table)
    return document.kind === 'tiers' ? document.tiers.length : document.kind === 'curve' ? document.points.length : document.rows.length
  }, [table])
  return <>{t('table.sentence', { kind: t(`kind.${documentOf(table).kind}`), rows, used: used === 0 ? t('table.unused') : t('table.used', { count: used }) })}</>
}
