import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PersonName } from '../../parts/PersonName.tsx'
import { periodName } from '../../parts/period-names.ts'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import type { Ranked, Ranking } from '../../parts/results/ranking.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Delta, Figure, Missing } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'

interface RankingTableProps {
  readonly ranking: Ranking | undefined
  readonly by: 'value' | 'improvement'
  readonly error: unknown
  readonly again: () => void
}

/** Those who are shown, oneself on top where one is not among them. */
export function RankingTable({ ranking, by, error, again }: RankingTableProps) {
  const { t } = useTranslation('rankings')
  const { t: frame } = useTranslation('shell')
  const { period = '' } = usePeriod()
  const { view, onView } = useTableView()
  const columns = useRankingColumns(ranking)
  const { items, me } = ranking ?? { items: undefined, me: null }
  const rows = items === undefined || me === null || items.some(({ id }) => id === me.id) ? items : [me, ...items]
  return (
    <DataTable
      name={`ranking-${by}`}
      label={t('table')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      error={error}
      again={again}
      view={view}
      onView={onView}
      marked={(row) => row.mine}
      empty={
        <EmptyState title={t('empty.title', { period: periodName(period, frame) })}>
          {t(by === 'improvement' ? 'empty.improvement' : ranking?.run == null ? 'empty.note' : 'empty.computed')}
        </EmptyState>
      }
    />
  )
}

function useRankingColumns(ranking: Ranking | undefined): readonly Column<Ranked>[] {
  const { t } = useTranslation('rankings')
  const { t: frame } = useTranslation('shell')
  const { session } = useCurrentUser()
  const seesAll = session.grants.some(({ permission, reach }) => permission === 'score.read' && reach === 'all')
  return useMemo(() => {
    const measure = ranking?.measure ?? null
    // Where the company shows colleagues, their names lead nowhere for who may not look at them.
    const seesListed = seesAll || ranking?.shows === 'visible'
    const look = { percent: measure?.percent ?? false, unit: measure?.unit ?? {} }
    const value = (text: string | null) =>
      measure === null ? <Figure value={text} missing={t('noBefore')} aligned /> : <MeasureValue {...look} value={text} missing={t('noBefore')} />
    const before = ranking?.previous == null ? t('previous') : periodName(ranking.previous, frame)
    const good = measure?.better === 'less' ? ('down' as const) : ('up' as const)
    const as = look.percent ? ('percent' as const) : ('amount' as const)
    const change = (row: Ranked) => (row.change === null ? null : look.percent ? decimalText(dec(row.change).div(100)) : row.change)
    return [
      { id: 'rank', title: t('rank'), width: 64, end: true, cell: (row) => row.rank, text: (row) => String(row.rank) },
      { id: 'name', title: t('person'), always: true, cell: (row) => <Who row={row} linked={row.mine || seesListed} />, text: (row) => row.name },
      { id: 'unit', title: t('unit'), cell: (row) => row.unitName ?? <Missing />, text: (row) => row.unitName },
      { id: 'value', title: measure?.name ?? t('by.score'), end: true, cell: (row) => value(row.value), text: (row) => row.value },
      { id: 'previous', title: before, end: true, cell: (row) => value(row.previous), text: (row) => row.previous },
      {
        id: 'change',
        title: t('change'),
        end: true,
        cell: (row) => <Delta value={change(row)} as={as} good={good} against={before} missing={t('noBefore')} />,
        text: (row) => row.change,
      },
      {
        id: 'share',
        title: t('share'),
        end: true,
        cell: (row) => <Delta value={row.share} as="percent" good={good} against={before} missing={t('noBefore')} />,
        text: (row) => row.share,
      },
    ]
  }, [t, frame, seesAll, ranking?.measure, ranking?.previous, ranking?.shows])
}

/** Only those one may look at lead to their page; the others of a public ranking are names. */
function Who({ row, linked }: { readonly row: Ranked; readonly linked: boolean }) {
  if (!linked) return <PersonName name={row.name} />
  return (
    <PersonName
      name={row.name}
      link={(name) => (
        <Link to="/scores/$employee" params={{ employee: row.id }}>
          {name}
        </Link>
      )}
    />
  )
}
