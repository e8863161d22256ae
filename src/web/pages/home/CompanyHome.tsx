import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Decimal, dec, decimalText } from '../../../base/decimal.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { type Overview, overviewQuery, type Standings, standingsQuery } from '../../parts/results/queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Amount, Figure } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { NO_VIEW } from '../../ui/table/column.ts'
import { type Board, getBoard } from '../scoreboard/board.ts'
import { costOf } from './cost.ts'
import styles from './home.module.css'
import { NoRun } from './NoRun.tsx'
import { Tiles } from './Tiles.tsx'
import { UnitsTable } from './UnitsTable.tsx'

/** People without a score who are named. */
const LACKING_SHOWN = 12

/** The company: people scored, grades, who lacks a score and why, what pay costs against the result, units side by side. */
export function CompanyHome({ period }: { readonly period: string }) {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const board = useQuery({ queryKey: ['scoreboard', 'whole', period], queryFn: ({ signal }) => getBoard(period, NO_VIEW, { limit: 1, signal }) })
  const overview = useQuery(overviewQuery(period))
  const lacking = useQuery(standingsQuery(period, { lacking: 'true', limit: LACKING_SHOWN }))
  const named = periodName(period, frame)
  const failed = [board, overview, lacking].find(({ error, data }) => error !== null && data === undefined)
  if (failed !== undefined) return <ProblemView error={failed.error} again={() => void failed.refetch()} />
  if (board.data === undefined || overview.data === undefined) return <Lines count={8} height={18} />
  if (board.data.run === null) return <NoRun period={period} />
  if (board.data.summary?.people === 0) return <Nobody />
  return (
    <>
      <Section title={t('company', { period: named })} actions={<Link to="/scoreboard">{t('toBoard')}</Link>}>
        <CompanyFigures board={board.data} overview={overview.data} />
      </Section>
      <Grades board={board.data} />
      <Section title={t('units')}>
        <UnitsTable overview={overview.data} />
      </Section>
      <Lacking found={lacking.data} />
    </>
  )
}

/** Worked out, and there was nobody to work it out for. */
function Nobody() {
  const { t } = useTranslation('home')
  const { can } = useCurrentUser()
  return (
    <EmptyState title={t('nobody')} action={can('org.write') ? <Link to="/start">{t('nobody.start')}</Link> : undefined}>
      {t('nobody.note')}
    </EmptyState>
  )
}

const sum = (all: readonly (string | null)[]): string => decimalText(all.reduce<Decimal>((total, each) => total.plus(each ?? 0), dec(0)))

function CompanyFigures({ board, overview }: { readonly board: Board; readonly overview: Overview }) {
  const { t } = useTranslation('home')
  const { summary } = board
  if (summary === null) return null
  const cost = costOf(sum(overview.units.map(({ pay }) => pay)), sum(overview.units.map(({ result }) => result)))
  const pay = { name: t('company.pay'), figure: <Amount value={summary.pay} /> }
  const perHundred = { name: t('company.cost', { measure: overview.measure?.name ?? '' }), figure: <Figure value={cost} /> }
  return (
    <Tiles
      tiles={[
        { name: t('company.people'), figure: <Figure value={String(summary.people)} /> },
        { name: t('company.scored'), figure: <Figure value={String(summary.scored)} /> },
        { name: t('company.average'), figure: <Figure value={summary.average} /> },
        ...(overview.showsPay ? [pay] : []),
        ...(overview.showsPay && overview.measure !== null ? [perHundred] : []),
      ]}
    />
  )
}

/** How many people have which grade, over all schemes; each leads to them. */
function Grades({ board }: { readonly board: Board }) {
  const { t } = useTranslation('home')
  const grades = new Map<string, number>()
  for (const { grade, people } of board.summary?.grades ?? []) grades.set(grade, (grades.get(grade) ?? 0) + people)
  const most = Math.max(1, ...grades.values())
  if (grades.size === 0) return null
  return (
    <Section title={t('grades')}>
      <ul className={styles['bars']}>
        {[...grades]
          .toSorted(([a], [b]) => gradeOrder(a).localeCompare(gradeOrder(b)))
          .map(([grade, people]) => (
            <li key={grade}>
              <Link to="/scoreboard" search={(before) => ({ ...before, 'f.grade': grade })}>
                {grade}
              </Link>
              <span className={styles['track']} aria-hidden="true">
                <span className={styles['bar']} style={{ width: `${(people / most) * 100}%` }} />
              </span>
              <span className={styles['people']}>{t('grades.people', { count: people })}</span>
            </li>
          ))}
      </ul>
    </Section>
  )
}

/** S stands above A where a company has it. */
const gradeOrder = (grade: string): string => (grade.startsWith('S') ? ` ${grade}` : grade)

function Lacking({ found }: { readonly found: Standings | undefined }) {
  const { t } = useTranslation('home')
  if (found === undefined) return <Lines count={2} />
  const more = (found.total ?? 0) - found.items.length
  return (
    <Section title={t('lacking')}>
      {found.items.length === 0 ? <p>{t('lacking.none')}</p> : null}
      <ul className={styles['steps']}>
        {found.items.map(({ id, name, unitName, lacking }) => (
          <li key={id}>
            <Link to="/scores/$employee" params={{ employee: id }}>
              {name}
            </Link>{' '}
            <span className={styles['section']}>{unitName}</span> {lacking === null ? null : t(`lacking.${lacking}`)}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t('lacking.more', { count: more })}</p> : null}
    </Section>
  )
}
