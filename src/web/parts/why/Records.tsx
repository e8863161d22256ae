import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../../base/grouped.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type Asked, type CountedRecord, getRecords, type ShownAggregate } from './explanation.ts'
import styles from './why.module.css'

const PAGE = 20

/** The records that counted, with file and line, page by page; and how many did not, and why. */
export function Records({ asked, parts }: { readonly asked: Asked; readonly parts: ShownAggregate }) {
  const { t } = useTranslation('why')
  return (
    <div className={styles['records']}>
      <p>
        {parts.records === 0 ? t('records.none') : t('records.count', { count: parts.records })} {parts.hidden === 0 ? null : t('records.hidden', { count: parts.hidden })}
      </p>
      {parts.records === 0 ? null : <Counted asked={asked} at={parts.at} />}
      {parts.leftOut.length === 0 ? null : (
        <details className={styles['quiet']}>
          <summary>{t('leftOut')}</summary>
          <ul>
            {parts.leftOut.map(({ reason, records }) => (
              <li key={reason}>{t(`leftOut.${reason}`, { count: records })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Counted({ asked, at }: { readonly asked: Asked; readonly at: string }) {
  const { t } = useTranslation('why')
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['explanation', asked, 'records', at],
    queryFn: ({ pageParam }) => getRecords(asked, { at, after: pageParam, limit: PAGE }),
    initialPageParam: undefined as string | undefined, // The first page has no key; the type cannot be told otherwise.
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const columns = useRecordColumns()
  if (error !== null && data === undefined) return <ProblemView error={error} again={() => void refetch()} compact />
  if (data === undefined) return <Lines count={4} />
  return (
    <>
      <DataTable
        name="why-records"
        label={t('records')}
        columns={columns}
        rows={data.pages.flatMap((page) => page.items)}
        rowKey={(each) => `${each.dataset} ${each.record} ${each.employee}`}
        tools={false}
      />
      {hasNextPage ? (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('records.more')}
        </Button>
      ) : null}
    </>
  )
}

function useRecordColumns(): readonly Column<CountedRecord>[] {
  const { t } = useTranslation('why')
  const told = (text: string | null) => (text === null ? '–' : grouped(text))
  const key = (each: CountedRecord) => Object.values(each.key).map(String).join(' ')
  const source = (each: CountedRecord) => (each.source === null ? null : each.line === null ? each.source : t('source.line', { file: each.source, line: each.line }))
  return [
    { id: 'day', title: t('day'), cell: (each) => each.day, text: (each) => each.day },
    { id: 'record', title: t('record'), always: true, cell: key, text: key },
    { id: 'who', title: t('who'), cell: (each) => `${each.employeeName}${each.share === '1' ? '' : ` × ${each.share}`}`, text: (each) => each.employeeName },
    { id: 'value', title: t('value'), end: true, cell: (each) => told(each.value), text: (each) => each.value },
    { id: 'contributes', title: t('contributes'), end: true, cell: (each) => told(each.contributes), text: (each) => each.contributes },
    { id: 'source', title: t('source'), cell: (each) => source(each) ?? '–', text: source },
  ]
}
