import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { MyPlace } from '../../parts/results/MyPlace.tsx'
import { payQuery, type Standings, standingsQuery } from '../../parts/results/queries.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Delta, Figure, Missing, PayAmount } from '../../ui/Figures.tsx'
import { shownPercent } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import { Changes } from './Changes.tsx'
import { NextSteps } from './NextSteps.tsx'
import { PaceTable } from './PaceTable.tsx'
import { Tiles } from './Tiles.tsx'

interface MyHomeProps {
  readonly period: string
  readonly employee: string
  /** Nothing else stands on the page: what changed and the next steps belong to it. */
  readonly alone: boolean
}

/** One’s own period: score and pay so far, targets with their pace, the next step, the place, what changed. */
export function MyHome({ period, employee, alone }: MyHomeProps) {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const { can } = useCurrentUser()
  const { data, error, refetch } = useQuery(standingsQuery(period, { employee }))
  const pay = useQuery({ ...payQuery(employee, period), enabled: can('pay.read') })
  // Somebody whose score one sees may have pay that one does not see: that is no failure.
  const hidden = pay.error !== null && problemOf(pay.error).status === 404
  const named = periodName(period, frame)
  const mine = data?.items.find(({ id }) => id === employee)
  if (error !== null && data === undefined) return <ProblemView error={error} again={() => void refetch()} />
  if (data === undefined) return <Lines count={8} height={18} />
  // Somebody who is no sales person need not read that they have no score.
  if (mine === undefined || (mine.score === null && !alone)) return alone ? <EmptyState title={t('mine.none', { period: named })} /> : null
  return (
    <>
      <Section
        title={t('mine', { period: named })}
        note={data.elapsed === '1' ? t('mine.over') : t('mine.note', { elapsed: shownPercent(data.elapsed, 0).short })}
        actions={
          <Link to="/scores/$employee" params={{ employee }}>
            {t('mine.open')}
          </Link>
        }
      >
        <MyFigures employee={employee} mine={mine} pay={pay.data?.total} waits={pay.isLoading} />
        {pay.error === null || hidden ? null : <ProblemView error={pay.error} again={() => void pay.refetch()} compact />}
      </Section>
      {mine.lines.length === 0 ? null : (
        <Section title={t('pace')}>
          <PaceTable employee={employee} lines={mine.lines} />
        </Section>
      )}
      {pay.data === undefined || !alone ? null : <NextSteps pay={pay.data} />}
      {alone ? <MyPlace period={period} /> : null}
      {alone ? <Changes period={period} employee={employee} /> : null}
    </>
  )
}

interface MyFiguresProps {
  readonly employee: string
  readonly mine: Standings['items'][number]
  readonly pay: string | null | undefined
  /** The pay is on its way. */
  readonly waits: boolean
}

function MyFigures({ employee, mine, pay, waits }: MyFiguresProps) {
  const { t } = useTranslation('home')
  const score =
    mine.score === null ? (
      <Missing reason={t('noScore')} />
    ) : (
      <WhyLink employee={employee} subject="score">
        <Figure value={mine.score} />
      </WhyLink>
    )
  const earned =
    pay === undefined || pay === null ? (
      <Missing />
    ) : (
      <WhyLink employee={employee} subject="pay">
        <PayAmount value={pay} />
      </WhyLink>
    )
  return (
    <Tiles
      tiles={[
        { name: t('score'), figure: score },
        { name: t('grade'), figure: mine.grade ?? <Missing reason={t('noScore')} /> },
        { name: t('change'), figure: <Delta value={mine.change} good="up" /> },
        { name: t('pay'), figure: waits ? <Lines count={1} /> : earned },
      ]}
    />
  )
}
