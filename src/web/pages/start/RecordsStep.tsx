import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { NextLink } from './NextLink.tsx'
import { OwnRules } from './OwnRules.tsx'
import { type StartState, type Template, templateFile, templatesQuery } from './queries.ts'
import { fileOf, rowsIn } from './steps.ts'

type Row = StartState['datasets'][number]

/** A line a dataset: how many records it has, an empty file of it, and the way to import one. */
export function RecordsStep({ state }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  const { data } = useQuery(templatesQuery)
  const columns = useColumns(data?.items)
  return (
    <Section title={t('step.records')} note={t('records.note')}>
      <DataTable
        name="start-records"
        label={t('step.records')}
        columns={columns}
        rows={state.datasets}
        rowKey={(row) => row.dataset}
        tools={false}
        empty={<EmptyState title={t('records.none')}>{t('records.noneNote')}</EmptyState>}
      />
      {state.company === null ? null : (
        <p>
          <Link to="/data/new" search={{ from: 'start' } as never /* Any address may carry any text. */}>
            {t('records.own')}
          </Link>
        </p>
      )}
      <OwnRules state={state} />
      {rowsIn(state) === 0 || state.rules.schemes === 0 ? null : <NextLink step={state.targets === 0 ? 'targets' : 'run'} />}
    </Section>
  )
}

function useColumns(templates: readonly Template[] | undefined): readonly Column<Row>[] {
  const { t } = useTranslation('start')
  return useMemo(
    () => [
      {
        ...{ id: 'dataset', title: t('records.dataset'), always: true, text: (row) => row.name },
        cell: (row) => (
          <Link to="/data/$dataset" params={{ dataset: row.dataset }}>
            {row.name}
          </Link>
        ),
      },
      { id: 'rows', title: t('records.rows'), end: true, width: 110, always: true, cell: (row) => <Figure value={String(row.rows)} /> },
      { id: 'measures', title: t('records.measures'), end: true, width: 130, always: true, cell: (row) => <Figure value={String(row.measures)} /> },
      {
        ...{ id: 'import', title: t('records.import'), width: 120, always: true },
        cell: (row) => (
          <Link
            to="/data/$dataset/import"
            params={{ dataset: row.dataset }}
            search={{ from: 'start' } as never /* Any address may carry any text. */}
            aria-label={t('records.importInto', { dataset: row.name })}
          >
            {t('records.import')}
          </Link>
        ),
      },
      { id: 'file', title: t('records.file'), width: 130, always: true, cell: (row) => <EmptyFile row={row} templates={templates} /> },
    ],
    [t, templates],
  )
}

function EmptyFile({ row, templates }: { readonly row: Row; readonly templates: readonly Template[] | undefined }) {
  const { t } = useTranslation('start')
  const file = fileOf(templates ?? [], `data/${row.dataset}.csv`)
  if (file === undefined) return null
  return (
    <a href={templateFile(file.template, file.name)} download aria-label={t('records.fileOf', { dataset: row.name })}>
      {t('records.file')}
    </a>
  )
}
