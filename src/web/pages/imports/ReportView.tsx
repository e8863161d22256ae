import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../ui/download.ts'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { ImportDataset } from './dataset.ts'
import styles from './imports.module.css'
import { badRowsOf, type Report, type Upload } from './queries.ts'

type Bad = Report['bad'][number]

/** What came of an import: numbers first, then what was bad, then what is worth knowing. */
export function ReportView({ dataset, upload, report }: { readonly dataset: ImportDataset; readonly upload: Upload; readonly report: Report }) {
  const { t } = useTranslation('data')
  const { rows, outcome, bad, notices } = report
  const numbers = Object.fromEntries(Object.entries(rows).map(([name, n]) => [name, countText(n)]))
  return (
    <>
      <p role="status" className={styles['outcome']}>
        {t(`report.${outcome}`, numbers as Record<keyof typeof rows, string>) /* The same names, as text. */}
      </p>
      <div>
        <Link to="/data/$dataset" params={{ dataset: dataset.dataset }}>
          {t('report.records')}
        </Link>
      </div>
      {bad.length === 0 ? null : <BadRows upload={upload} report={report} />}
      {notices.length === 0 ? null : (
        <Section title={t('report.notices')}>
          <ul className={styles['notices']}>
            {notices.map((notice) => (
              <li key={`${notice.code} ${notice.detail}`}>{`${notice.detail} ${notice.cure}`}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function BadRows({ upload, report }: { readonly upload: Upload; readonly report: Report }) {
  const { t } = useTranslation('data')
  const fetchAll = useMutation({
    mutationFn: () => badRowsOf(upload.upload),
    onSuccess: (file) => download(`${upload.name.replace(/\.\w+$/, '')}-${t('report.bad')}.csv`, file),
  })
  const columns = useMemo<readonly Column<Bad>[]>(
    () => [
      { id: 'line', title: t('report.line'), width: 80, end: true, always: true, cell: (b) => b.place.line ?? '' },
      { id: 'column', title: t('report.column'), width: 140, cell: (b) => String(b.params['column'] ?? '') },
      { id: 'value', title: t('report.value'), width: 180, cell: (b) => String(b.params['value'] ?? '') },
      { id: 'reason', title: t('report.reason'), cell: (b) => `${b.detail} ${b.cure}` },
      { id: 'alike', title: t('report.alike'), width: 100, end: true, cell: (b) => countText(Number(b.params['alike'] ?? 1)) },
    ],
    [t],
  )
  const all = report.hasFile ? (
    <Button loading={fetchAll.isPending} onClick={() => fetchAll.mutate()}>
      {t('report.download')}
    </Button>
  ) : undefined
  return (
    <Section title={t('report.bad')} note={t('report.bad.note')} actions={all}>
      {fetchAll.error === null ? null : <ProblemView error={fetchAll.error} compact />}
      <DataTable
        name="bad-rows"
        label={t('report.bad')}
        columns={columns}
        rows={report.bad}
        rowKey={(b) => `${b.code} ${b.place.line} ${String(b.params['column'] ?? '')}`}
        tools={false}
      />
    </Section>
  )
}
