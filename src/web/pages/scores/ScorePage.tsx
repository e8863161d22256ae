import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { scoreObject } from '../../parts/comments/object.ts'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { type Pay, payQuery, type Score, scoreQuery } from '../../parts/results/queries.ts'
import { RunNote } from '../../parts/results/RunNote.tsx'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { useLang } from '../../text/lang.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { shownAmount, shownNumber } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import { EarnedSection } from './EarnedSection.tsx'
import { LinesSection } from './LinesSection.tsx'
import { RecomputeMark } from './RecomputeMark.tsx'
import styles from './scores.module.css'

/** Score and pay of one person in a period: every line, every component, and that the browser comes to the same. */
export function ScorePage() {
  const { t } = useTranslation('scores')
  const { employee } = useParams({ from: '/shell/scores/$employee' })
  return <PeriodPage title={t('score')}>{(period) => <ScoreOf employee={employee} period={period} />}</PeriodPage>
}

function ScoreOf({ employee, period }: { readonly employee: string; readonly period: string }) {
  const { t } = useTranslation('scores')
  const { can } = useCurrentUser()
  const score = useQuery(scoreQuery(employee, period))
  const pay = useQuery({ ...payQuery(employee, period), enabled: can('pay.read') })
  const title = score.data === undefined ? t('score') : t('one.title', { name: score.data.employee.name })
  if (score.error !== null && score.data === undefined) {
    return (
      <Page title={title} actions={<ToBoard />}>
        <ProblemView error={score.error} again={() => void score.refetch()} />
      </Page>
    )
  }
  const object = scoreObject(employee, period)
  // Somebody whose score one sees may have pay that one does not see: that is no failure.
  const hidden = pay.error !== null && problemOf(pay.error).status === 404
  return (
    <Page title={title} sentence={<ScoreSentence period={period} score={score.data} pay={pay.data} />} actions={<Actions employee={employee} object={object} />}>
      {score.data === undefined ? <Lines count={10} height={18} /> : <Found score={score.data} period={period} />}
      {pay.isLoading ? <Lines count={4} /> : null}
      {pay.data === undefined ? null : <EarnedSection pay={pay.data} />}
      {pay.error === null || hidden ? null : <ProblemView error={pay.error} again={() => void pay.refetch()} compact />}
      <RunNote run={score.data?.run} />
      <CommentsDrawer object={object} />
    </Page>
  )
}

function Found({ score, period }: { readonly score: Score; readonly period: string }) {
  const { t } = useTranslation('scores')
  const { t: frame } = useTranslation('shell')
  if (score.run === null) return <EmptyState title={t('one.noRun', { period: periodName(period, frame) })}>{t('empty.note')}</EmptyState>
  return (
    <>
      <div className={styles['head']}>
        <span className={styles['about']}>{[score.employee.unitName, score.employee.position].filter((each) => each !== null).join(' · ')}</span>
        <RecomputeMark employee={score.employee.id} period={period} score={score} />
      </div>
      {score.scheme === null ? null : <LinesSection score={score} />}
    </>
  )
}

function Actions({ employee, object }: { readonly employee: string; readonly object: string }) {
  const { t } = useTranslation('scores')
  return (
    <>
      <CommentsButton object={object} />
      <Link to="/insight/$employee" params={{ employee }}>
        {t('toTrend')}
      </Link>
      <ToBoard />
    </>
  )
}

function ToBoard() {
  const { t } = useTranslation('scores')
  return <Link to="/scoreboard">{t('toBoard')}</Link>
}

/** 总分, 等级, 系数, 应得 in one sentence; score and pay lead to their explanations. */
function ScoreSentence({ period, score, pay }: { readonly period: string; readonly score: Score | undefined; readonly pay: Pay | undefined }) {
  const { t } = useTranslation('scores')
  const { t: frame } = useTranslation('shell')
  const lang = useLang()
  const named = periodName(period, frame)
  if (score === undefined) return <>{named}</>
  if (score.run === null) return <>{t('one.noRun', { period: named })}</>
  if (score.score === null) return <>{t('one.noScore', { period: named })}</>
  const points = shownNumber(score.score).short
  const said =
    score.grade === null || score.coefficient === null
      ? t('one.noGrade', { period: named, score: points })
      : t('one.sentence', { period: named, score: points, grade: score.grade, coefficient: shownNumber(score.coefficient).short })
  const before = score.previous?.score == null ? null : t('one.before', { score: shownNumber(score.previous.score).short })
  const space = lang === 'zh' ? '' : ' '
  return (
    <>
      <WhyLink employee={score.employee.id} subject="score">
        {said}
      </WhyLink>
      {pay?.total == null ? null : (
        <>
          {space}
          <WhyLink employee={score.employee.id} subject="pay">
            {t('one.pay', { pay: shownAmount(pay.total, lang, 2).exact })}
          </WhyLink>
        </>
      )}
      {before === null ? null : `${space}${before}`}
    </>
  )
}
