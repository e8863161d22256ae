import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { ExportDialog } from '../exports/ExportDialog.tsx'
import { type ExportFormat, startExport } from '../exports/queries.ts'
import { FieldValue, isNumeric } from './FieldValue.tsx'
import { type DatasetDetail, datasetQuery, getRecords, type RecordRow } from './queries.ts'
import { RecordEditor } from './RecordEditor.tsx'
import { RecordFilters } from './RecordFilters.tsx'

/** The records of a dataset that one sees. */
export function RecordsPage() {
  const { dataset } = useParams({ from: '/shell/data/$dataset' })
  const { data, error, refetch } = useQuery(datasetQuery(dataset))
  if (data !== undefined) return <RecordsOf key={dataset} dataset={data} />
  return <Page title={dataset}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

/** To what the dataset is, and to its editor; the built-in ones are the same everywhere. */
function AboutLinks({ dataset }: { readonly dataset: DatasetDetail }) {
  const { t } = useTranslation('datasets')
  const { can } = useCurrentUser()
  const params = { dataset: dataset.dataset }
  return (
    <>
      {can('rule.read') ? (
        <Link to="/data/$dataset/about" params={params}>
          {t('about.open')}
        </Link>
      ) : null}
      {dataset.builtIn || !can('rule.write') ? null : (
        <Link to="/data/$dataset/edit" params={params}>
          {t('edit')}
        </Link>
      )}
    </>
  )
}

function RecordsOf({ dataset }: { readonly dataset: DatasetDetail }) {
  const { t } = useTranslation('data')
  const { view, onView } = useTableView()
  const [filters] = useAddressParam('filters')
  const [from] = useAddressParam('from')
  const [until] = useAddressParam('until')
  const [asked] = useAddressParam('owner')
  const owner = dataset.hasOwner ? asked : undefined
  const id = dataset.dataset
  const [adding, setAdding] = useState(false)
  const [job, setJob] = useState<string | null>(null)
  const exporting = useMutation({
    mutationFn: (format: ExportFormat) => startExport(id, { view, narrowing: { filters, from, until, owner }, format }),
    onSuccess: setJob,
  })
  const load = useCallback(
    async (after: string | undefined, signal?: AbortSignal) => {
      const { items, people, ...page } = await getRecords(id, { view, filters, from, until, owner, after, signal })
      return { ...page, items: items.map((item) => ({ ...item, people })) }
    },
    [id, view, filters, from, until, owner],
  )
  const { rows, paging, error, again } = usePages<RecordRow>(['datasets', id, 'records', view, filters, from, until, owner], load)
  const columns = useRecordColumns(dataset)
  const writes = dataset.mayWrite
  const many = paging.total === null ? t('records.sentence.many') : t('records.sentence', { count: paging.total, rows: countText(paging.total) })
  const actions = (
    <>
      <AboutLinks dataset={dataset} />
      <Button disabled={!writes} title={writes ? undefined : t('import.not')} onClick={() => setAdding(true)}>
        {t('records.add')}
      </Button>
      <LinkButton to="/data/$dataset/import" params={{ dataset: id }} disabled={!writes} title={writes ? undefined : t('import.not')}>
        {t('import')}
      </LinkButton>
    </>
  )
  return (
    <Page title={dataset.name} sentence={rows === undefined ? dataset.description : many} actions={actions} filters={<RecordFilters dataset={dataset} />}>
      <DataTable
        name={`records-${id}`}
        label={t('records')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        error={error}
        again={again}
        view={view}
        onView={onView}
        paging={paging}
        onExport={(format) => exporting.mutate(format)}
        empty={<EmptyState title={t('records.empty')}>{t('records.emptyNote')}</EmptyState>}
      />
      {exporting.error === null ? null : <ProblemView error={exporting.error} />}
      {job === null ? null : <ExportDialog key={job} job={job} onClose={() => setJob(null)} />}
      {adding ? <RecordEditor dataset={id} title={t('records.add')} fields={dataset.fields} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

/** Columns shown before somebody chooses others. */
const SHOWN = 9

function useRecordColumns({ dataset, fields, key }: DatasetDetail): readonly Column<RecordRow>[] {
  return useMemo(() => {
    const first = fields.find((f) => f.field === key[0]) ?? fields[0]
    const rest = fields.filter((f) => f !== first)
    const ordered = first === undefined ? rest : [first, ...rest]
    return ordered.map((field, at): Column<RecordRow> => {
      const cell = (row: RecordRow) => <FieldValue field={field} values={row.fields} people={row.people} />
      return {
        ...{ id: field.field, title: field.name, serverSort: true, end: isNumeric(field), always: at === 0, hidden: at >= SHOWN },
        text: (row) => (row.fields[field.field] === null ? null : String(row.fields[field.field] ?? '')),
        cell: at > 0 ? cell : (row) => <RecordLink dataset={dataset} row={row} label={cell(row)} />,
        ...(field.description === '' ? {} : { help: field.description }),
      }
    })
  }, [dataset, fields, key])
}

function RecordLink({ dataset, row, label }: { readonly dataset: string; readonly row: RecordRow; readonly label: React.ReactNode }) {
  return (
    <Link to="/data/$dataset/$record" params={{ dataset, record: row.id }}>
      {label}
    </Link>
  )
}
