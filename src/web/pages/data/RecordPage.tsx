import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { recordObject } from '../../parts/comments/object.ts'
import { Percent } from '../../ui/Figures.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { DeleteRecord } from './DeleteRecord.tsx'
import styles from './data.module.css'
import { FieldValue } from './FieldValue.tsx'
import { type RecordDetail, recordQuery } from './queries.ts'
import { RecordEditor } from './RecordEditor.tsx'
import { RecordLinks } from './RecordLinks.tsx'
import { Versions } from './Versions.tsx'

/** One record: what it holds, who counts it, what belongs to it, how it came to be so. */
export function RecordPage() {
  const { dataset, record } = useParams({ from: '/shell/data/$dataset/$record' })
  const { data, error, refetch } = useQuery(recordQuery(dataset, record))
  if (data !== undefined) return <RecordOf key={record} record={data} />
  return <Page title={dataset}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

function RecordOf({ record }: { readonly record: RecordDetail }) {
  const { t } = useTranslation('data')
  const { dataset, datasetName, label, fields, values, people, credits, current } = record
  const [open, setOpen] = useState<'correct' | 'delete' | null>(null)
  const credited = credits.map((c) => c.name).join(t('record.and'))
  const sentence = !current
    ? t('record.sentence.gone')
    : credits.length === 0
      ? t('record.sentence.nobody', { dataset: datasetName })
      : t('record.sentence', { dataset: datasetName, people: credited })
  const object = recordObject(dataset, record.id)
  const locked = record.mayWrite ? undefined : t('import.not')
  const actions = current ? (
    <>
      <CommentsButton object={object} />
      <Button disabled={!record.mayWrite} title={locked} onClick={() => setOpen('correct')}>
        {t('record.correct')}
      </Button>
      <Button disabled={!record.mayWrite} title={locked} onClick={() => setOpen('delete')}>
        {t('record.delete')}
      </Button>
    </>
  ) : undefined
  return (
    <Page title={label === '' ? datasetName : label} sentence={sentence} actions={actions}>
      <div>
        <Link to="/data/$dataset" params={{ dataset }}>
          {t('record.back', { dataset: datasetName })}
        </Link>
      </div>
      <Section title={t('record.fields')}>
        <dl className={styles['pairs']}>
          {fields.map((field) => (
            <div key={field.field}>
              <dt>{field.name}</dt>
              <dd>
                <FieldValue field={field} values={values} people={people} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {current ? <Belonging record={record} /> : null}
      <Versions record={record} />
      {current ? <CommentsDrawer object={object} /> : null}
      {open === 'correct' ? <RecordEditor dataset={dataset} title={t('record.correct')} fields={fields} record={record} onClose={() => setOpen(null)} /> : null}
      {open === 'delete' ? <DeleteRecord record={record} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

/** People, measures and other records that a record belongs to. */
function Belonging({ record }: { readonly record: RecordDetail }) {
  const { t } = useTranslation('data')
  return (
    <>
      <Section title={t('record.credits')}>
        {record.credits.length === 0 ? <p className={styles['quiet']}>{t('record.credits.none')}</p> : null}
        <ul className={styles['list']}>
          {record.credits.map((credit) => (
            <li key={credit.id} className={styles['row']}>
              <span title={credit.id}>{credit.name}</span>
              <Percent value={credit.share} />
            </li>
          ))}
        </ul>
      </Section>
      <RecordLinks record={record} />
      <Section title={t('record.measures')} note={record.measures.length === 0 ? t('record.measures.none') : t('record.measures.note')}>
        <ul className={styles['row']} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {record.measures.map((m) => (
            <li key={m.measure}>{m.name}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
