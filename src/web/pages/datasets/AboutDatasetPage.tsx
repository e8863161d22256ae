import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { ruleObject } from '../../parts/comments/object.ts'
import { textAt, valueAt } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { type Body, type DocumentShown, documentQuery } from '../../parts/documents/queries.ts'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { Missing } from '../../ui/Figures.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { datasetQuery } from '../data/queries.ts'
import { Consequence } from './Consequence.tsx'
import styles from './datasets.module.css'
import { FIELD_TYPES, fieldsIn } from './field.ts'
import { type DatasetPaths, useDatasetPaths } from './paths.ts'

/** What a dataset is: whose its records are, its fields, what counts them, how it changed. */
export function AboutDatasetPage() {
  const { dataset } = useParams({ from: '/shell/data/$dataset/about' })
  const { data, error, refetch } = useQuery(documentQuery('dataset', dataset))
  if (data !== undefined) return <About key={dataset} document={data} />
  return <Page title={dataset}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

function About({ document: { id, name, version, body } }: { readonly document: DocumentShown }) {
  const { t } = useTranslation('datasets')
  const { can } = useCurrentUser()
  const paths = useDatasetPaths(body)
  const may = can('rule.write')
  const builtIn = paths.table(id)?.builtIn === true
  const locked = builtIn ? t('about.builtIn') : may ? undefined : t('write.not')
  const object = ruleObject('dataset', id)
  const actions = (
    <>
      <CommentsButton object={object} />
      <LinkButton to="/data/$dataset/edit" params={{ dataset: id }} disabled={locked !== undefined} {...(locked === undefined ? {} : { title: locked })}>
        {t('edit')}
      </LinkButton>
    </>
  )
  return (
    <Page title={t('about.title', { name })} sentence={t('about.sentence', { count: Object.keys(fieldsIn(body)).length, version })} actions={actions}>
      {can('data.read') || can('rating.read') ? (
        <div>
          <Link to="/data/$dataset" params={{ dataset: id }}>
            {t('about.records')}
          </Link>
        </div>
      ) : null}
      <Section title={t('credit')} note={t('credit.note')}>
        <Consequence body={body} paths={paths} />
      </Section>
      <Section title={t('meaning')}>
        <Meaning body={body} paths={paths} />
      </Section>
      <Section title={t('fields')}>
        <Fields body={body} paths={paths} />
      </Section>
      {can('data.read') ? <Users dataset={id} /> : null}
      <Section title={t('versions')}>
        <VersionList kind="dataset" id={id} name={name} fixed={builtIn ? t('about.builtIn') : undefined} />
      </Section>
      <CommentsDrawer object={object} />
    </Page>
  )
}

/** What tells records apart, and on which day they count. */
function Meaning({ body, paths }: { readonly body: Body; readonly paths: DatasetPaths }) {
  const { t } = useTranslation('datasets')
  const found = valueAt(body, ['key'])
  const key = Array.isArray(found) ? found.map((field) => paths.nameOf(String(field))).join(t('about.and')) : t('key.row')
  const date = textAt(body, ['date'])
  const effective = textAt(body, ['effective'])
  return (
    <dl className={shared['pairs']}>
      <dt>{t('key')}</dt>
      <dd>{key}</dd>
      <dt>{t('date')}</dt>
      <dd>{date === '' ? t('about.noDate') : paths.nameOf(date)}</dd>
      {effective === '' ? null : (
        <>
          <dt>{t('effective')}</dt>
          <dd>{paths.nameOf(effective)}</dd>
        </>
      )}
      <dt>{t('onError')}</dt>
      <dd>{t(textAt(body, ['onError']) === 'skip' ? 'onError.skip' : 'onError.reject')}</dd>
    </dl>
  )
}

interface FieldLine {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly required: string
  readonly more: string
}

function Fields({ body, paths }: { readonly body: Body; readonly paths: DatasetPaths }) {
  const { t } = useTranslation('datasets')
  const rows = Object.entries(fieldsIn(body)).map(([id, field]): FieldLine => {
    const type = FIELD_TYPES.find((each) => each === field['type'])
    const to = textAt(field, ['to'])
    const choices = valueAt(field, ['choices'])
    const more = [
      ...(to === '' ? [] : [t('about.to', { table: paths.table(to)?.name ?? to })]),
      ...(Array.isArray(choices) ? [choices.join(t('about.and'))] : []),
      ...[textAt(field, ['unit']), textAt(field, ['currency'])].filter((text) => text !== ''),
      ...(textAt(field, ['currencyField']) === '' ? [] : [t('about.currencyField', { field: paths.nameOf(textAt(field, ['currencyField'])) })]),
    ]
    return {
      id,
      name: paths.nameOf(id),
      type: type === undefined ? '' : t(`type.${type}`),
      required: t(field['required'] === true ? 'about.yes' : 'about.no'),
      more: more.join('；'),
    }
  })
  const columns = useMemo(
    (): readonly Column<FieldLine>[] => [
      { id: 'name', title: t('name'), always: true, cell: (f) => f.name, text: (f) => f.name },
      { id: 'id', title: t('field.id'), cell: (f) => <code>{f.id}</code>, text: (f) => f.id },
      { id: 'type', title: t('field.type'), cell: (f) => f.type, text: (f) => f.type },
      { id: 'required', title: t('field.required'), cell: (f) => f.required, text: (f) => f.required },
      { id: 'more', title: t('about.more'), cell: (f) => (f.more === '' ? <Missing reason={t('about.nothing')} /> : f.more), text: (f) => f.more },
    ],
    [t],
  )
  return <DataTable name="dataset-fields" label={t('fields')} columns={columns} rows={rows} rowKey={(f) => f.id} tools={false} />
}

/** The measures that count the records, and the datasets that refer to them. */
function Users({ dataset }: { readonly dataset: string }) {
  const { t } = useTranslation('datasets')
  const query = useQuery(datasetQuery(dataset))
  const { data } = query
  if (data === undefined) return <NotYet query={query} lines={2} />
  const none = data.measures.length + data.referredBy.length === 0
  return (
    <Section title={t('about.uses')} note={none ? t('about.unused') : undefined}>
      <ul className={styles['uses']}>
        {data.measures.map(({ measure, name }) => (
          <li key={measure}>
            <Link to="/measures/$measure" params={{ measure }}>
              {name}
            </Link>
          </li>
        ))}
        {data.referredBy.map(({ dataset: other, name, field }) => (
          <li key={`${other}.${field}`}>
            <Link to="/data/$dataset/about" params={{ dataset: other }}>
              {t('about.refers', { table: name })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
