import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import type { Standing } from '../../parts/results/queries.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { Figure, Percent } from '../../ui/Figures.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'

type Line = Standing['lines'][number]

/** What was asked, what is done, what should be done by today, and how that stands. */
export function PaceTable({ employee, lines }: { readonly employee: string; readonly lines: readonly Line[] }) {
  const { t } = useTranslation('home')
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      { id: 'line', title: t('line'), always: true, cell: (line) => line.name, text: (line) => line.name },
      { id: 'state', title: t('state'), cell: (line) => <StateMark state={line.state} />, text: (line) => line.state },
      { id: 'target', title: t('target'), end: true, cell: (line) => <MeasureValue {...line} value={line.target} />, text: (line) => line.target },
      { id: 'actual', title: t('actual'), end: true, cell: (line) => <Actual employee={employee} line={line} />, text: (line) => line.actual },
      { id: 'attainment', title: t('attainment'), end: true, cell: (line) => <Percent value={line.attainment} />, text: (line) => line.attainment },
      { id: 'due', title: t('due'), end: true, cell: (line) => <Percent value={line.due} decimals={0} missing={t('due.none')} />, text: (line) => line.due },
      { id: 'lost', title: t('lost'), end: true, cell: (line) => <Figure value={line.lost} />, text: (line) => line.lost },
    ],
    [t, employee],
  )
  return <DataTable name="home-pace" label={t('pace')} columns={columns} rows={lines} rowKey={(line) => line.line} tools={false} />
}

function Actual({ employee, line }: { readonly employee: string; readonly line: Line }) {
  if (line.actual === null) return <MeasureValue {...line} value={null} />
  return (
    <WhyLink employee={employee} subject={`line:${line.line}`}>
      <MeasureValue {...line} value={line.actual} />
    </WhyLink>
  )
}
