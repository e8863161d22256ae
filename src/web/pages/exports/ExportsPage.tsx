import { Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure, Missing } from '../../ui/Figures.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type ExportRow, fileOf, getExports } from './queries.ts'
import { sizeText } from './size.ts'

/** Files of records that one asked for, as long as they are kept. */
export function ExportsPage() {
  const { t } = useTranslation('exports')
  const load = useCallback((after: string | undefined, signal?: AbortSignal) => getExports(after, signal), [])
  const { rows, paging, error, again } = usePages(['exports'], load)
  const columns = useColumns(again)
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <DataTable
        name="exports"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.export}
        error={error}
        again={again}
        paging={paging}
        tools={false}
        empty={<EmptyState title={t('empty')}>{t('empty.note')}</EmptyState>}
      />
    </Page>
  )
}

function useColumns(again: () => void): readonly Column<ExportRow>[] {
  const { t } = useTranslation('exports')
  return useMemo(
    () => [
      { id: 'name', title: t('name'), always: true, cell: (row) => <FileName row={row} />, text: (row) => row.name },
      {
        ...{ id: 'dataset', title: t('dataset'), text: (row: ExportRow) => row.datasetName },
        cell: (row) => (
          <Link to="/data/$dataset" params={{ dataset: row.dataset }}>
            {row.datasetName}
          </Link>
        ),
      },
      { id: 'at', title: t('at'), width: 150, cell: (row) => localTime(row.at), text: (row) => row.at },
      {
        ...{ id: 'rows', title: t('rows'), end: true, width: 110, text: (row: ExportRow) => (row.rows === null ? null : String(row.rows)) },
        cell: (row) => <Figure value={row.rows === null ? null : String(row.rows)} missing={t('unwritten')} />,
      },
      {
        ...{ id: 'bytes', title: t('bytes'), end: true, width: 110, text: (row: ExportRow) => (row.bytes === null ? null : String(row.bytes)) },
        cell: (row) => (row.bytes === null ? <Missing reason={t('unwritten')} /> : sizeText(row.bytes)),
      },
      { id: 'state', title: t('state'), width: 260, cell: (row) => <State row={row} again={again} />, text: (row) => t(`state.${row.state}`) },
    ],
    [t, again],
  )
}

function FileName({ row }: { readonly row: ExportRow }) {
  return row.rows === null ? (
    row.name
  ) : (
    <a href={fileOf(row.export)} download={row.name}>
      {row.name}
    </a>
  )
}

function State({ row, again }: { readonly row: ExportRow; readonly again: () => void }) {
  const { t } = useTranslation('exports')
  return row.state === 'queued' || row.state === 'running' ? <JobProgress id={row.job} brief onOver={again} /> : t(`state.${row.state}`)
}
