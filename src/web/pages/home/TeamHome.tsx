import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { type Standing, type Standings, standingsQuery } from '../../parts/results/queries.ts'
import { Reasons } from '../../parts/results/Reasons.tsx'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Delta, Figure, Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Changes } from './Changes.tsx'
import { NoRun } from './NoRun.tsx'

/** People of a team who are listed; the scoreboard has all. */
const SHOWN = 12

/** A team: who is at risk and why, those who most need help first. */
export function TeamHome({ period, me }: { readonly period: string; readonly me: string | null }) {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const { data, error, refetch } = useQuery(standingsQuery(period, { limit: SHOWN + 1 }))
  const columns = useTeamColumns()
  const named = periodName(period, frame)
  const own = useOwn(period, me, data)
  const counted = (state: Standing['state']) => (data?.counts[state] ?? 0) - (own?.state === state ? 1 : 0)
  const rows = data?.items.filter(({ id }) => id !== me).slice(0, SHOWN)
  if (data?.run === null) return <NoRun period={period} />
  return (
    <>
      <Section
        title={t('team')}
        note={data === undefined ? named : t('team.note', { period: named, off: counted('off'), caution: counted('caution'), on: counted('on') })}
        actions={<Link to="/scoreboard">{t('team.all')}</Link>}
      >
        <DataTable
          name="home-team"
          label={t('team')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          error={error}
          again={() => void refetch()}
          tools={false}
          empty={<EmptyState title={t('team.none', { period: named })} />}
        />
      </Section>
      <Changes period={period} />
    </>
  )
}

/** How one stands oneself: among the people listed, else asked for; one is not in one's own team. */
function useOwn(period: string, me: string | null, listed: Standings | undefined): Standing | undefined {
  const among = listed?.items.find(({ id }) => id === me)
  const { data } = useQuery({ ...standingsQuery(period, { employee: me ?? '' }), enabled: me !== null && listed !== undefined && among === undefined && listed.next !== null })
  return among ?? data?.items[0]
}

function useTeamColumns(): readonly Column<Standing>[] {
  const { t } = useTranslation('home')
  return useMemo(
    () => [
      { id: 'name', title: t('person'), always: true, cell: (person) => <PersonLink {...person} />, text: (person) => person.name },
      { id: 'state', title: t('state'), cell: (person) => <StateMark state={person.state} />, text: (person) => person.state },
      { id: 'why', title: t('why'), cell: (person) => <Reasons person={person} /> },
      { id: 'score', title: t('score'), end: true, cell: (person) => <ScoreOf {...person} />, text: (person) => person.score },
      { id: 'grade', title: t('grade'), cell: (person) => person.grade ?? <Missing reason={t('noScore')} />, text: (person) => person.grade },
      { id: 'change', title: t('change'), end: true, cell: (person) => <Delta value={person.change} good="up" />, text: (person) => person.change },
    ],
    [t],
  )
}

function PersonLink({ id, name }: Standing) {
  return (
    <Link to="/scores/$employee" params={{ employee: id }}>
      {name}
    </Link>
  )
}

function ScoreOf({ id, score }: Standing) {
  const { t } = useTranslation('home')
  if (score === null) return <Missing reason={t('noScore')} />
  return (
    <WhyLink employee={id} subject="score">
      <Figure value={score} aligned />
    </WhyLink>
  )
}
