import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { RunNote } from '../../parts/results/RunNote.tsx'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Missing, PayAmount } from '../../ui/Figures.tsx'
import { Page } from '../../ui/Page.tsx'
import { type Column, NO_VIEW } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type BoardPerson, getBoard } from '../scoreboard/board.ts'

/** The most a page of the API holds. */
const MOST = 200

interface Paid extends BoardPerson {
  readonly place: number
}

/** People by pay: of those whose pay one sees, ranked among each other; nobody else’s pay or place is told. */
export function PayRanking({ period, role, filters }: { readonly period: string; readonly role: string | undefined; readonly filters: ReactNode }) {
  const { t } = useTranslation('rankings')
  const { t: frame } = useTranslation('shell')
  const { session } = useCurrentUser()
  const view = { ...NO_VIEW, sort: { column: 'pay', down: true }, filters: role === undefined ? {} : { role } }
  const { data, error, refetch } = useQuery({ queryKey: ['ranking', 'pay', period, role], queryFn: ({ signal }) => getBoard(period, view, { limit: MOST, signal }) })
  const paid = useMemo(() => data && placed(data.items), [data])
  const named = periodName(period, frame)
  const mine = paid?.find((person) => person.id === session.user.employee)
  const about = { period: named, what: t('by.pay'), count: paid?.length ?? 0 }
  const sentence =
    data === undefined
      ? named
      : data.run === null
        ? t('sentence.noRun', { period: named })
        : mine === undefined
          ? t('sentence.none', about)
          : t('sentence.mine', { ...about, rank: mine.place })
  const columns: readonly Column<Paid>[] = [
    { id: 'rank', title: t('rank'), width: 64, end: true, cell: (row) => row.place, text: (row) => String(row.place) },
    { id: 'name', title: t('person'), always: true, cell: (row) => <PersonLink {...row} />, text: (row) => row.name },
    { id: 'unit', title: t('unit'), cell: (row) => row.unitName ?? <Missing />, text: (row) => row.unitName },
    { id: 'pay', title: t('by.pay'), end: true, cell: (row) => <PayLink {...row} />, text: (row) => row.pay },
  ]
  return (
    <Page title={t('title')} sentence={sentence} filters={filters}>
      <DataTable
        name="ranking-pay"
        label={t('table')}
        columns={columns}
        rows={paid}
        rowKey={(row) => row.id}
        error={error}
        again={() => void refetch()}
        marked={(row) => row.id === session.user.employee}
        empty={<EmptyState title={t('empty.title', { period: named })}>{t(data?.run == null ? 'empty.note' : 'empty.computed')}</EmptyState>}
      />
      <p>{t('shows.pay')}</p>
      <RunNote run={data?.run} />
    </Page>
  )
}

/** Equal amounts share a place. The list comes sorted, people without pay last. */
function placed(people: readonly BoardPerson[]): readonly Paid[] {
  const paid = people.filter(({ pay }) => pay !== null)
  return paid.map((person) => ({ ...person, place: paid.findIndex(({ pay }) => pay === person.pay) + 1 }))
}

function PersonLink({ id, name }: BoardPerson) {
  return (
    <Link to="/scores/$employee" params={{ employee: id }}>
      {name}
    </Link>
  )
}

function PayLink({ id, pay }: BoardPerson) {
  return (
    <WhyLink employee={id} subject="pay">
      <PayAmount value={pay} />
    </WhyLink>
  )
}
