import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import type { Score, ScoreLine } from '../../parts/results/queries.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { Figure, Missing, Percent } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { contributionOf } from './contribution.ts'
import { RuleCurve } from './RuleCurve.tsx'
import styles from './scores.module.css'

/** Every line of a score: what was asked, what was done, how it was judged, what it gave. */
export function LinesSection({ score }: { readonly score: Score }) {
  const { t } = useTranslation('scores')
  const columns = useLineColumns(score)
  return (
    <Section title={t('lines')} note={t('lines.note', { scheme: score.scheme?.name ?? '' })}>
      <DataTable name="score-lines" label={t('lines')} columns={columns} rows={score.lines} rowKey={(line) => line.line} tools={false} />
      <Grades score={score} />
    </Section>
  )
}

function useLineColumns({ employee, lines }: Score): readonly Column<ScoreLine>[] {
  const { t } = useTranslation('scores')
  return useMemo(() => {
    const why = (line: ScoreLine, figure: React.ReactNode) => (
      <WhyLink employee={employee.id} subject={`line:${line.line}`}>
        {figure}
      </WhyLink>
    )
    const missing = (line: ScoreLine) => line.reason?.say ?? t('noTarget.none')
    return [
      { id: 'line', title: t('line'), always: true, cell: (line) => <LineName line={line} />, text: (line) => line.name },
      { id: 'target', title: t('target'), end: true, cell: (line) => <MeasureValue {...line} value={line.target} missing={t('noTarget.none')} />, text: (line) => line.target },
      {
        ...{ id: 'actual', title: t('actual'), end: true, text: (line: ScoreLine) => line.actual },
        cell: (line) => (line.actual === null ? <Missing reason={missing(line)} /> : why(line, <MeasureValue {...line} value={line.actual} />)),
      },
      {
        id: 'attainment',
        title: t('attainment'),
        end: true,
        cell: (line) => <Percent value={line.attainment} missing={t('noAttainment.none')} />,
        text: (line) => line.attainment,
      },
      { id: 'rule', title: t('rule'), cell: (line) => <RuleCell line={line} />, text: (line) => line.ruleText },
      {
        ...{ id: 'points', title: t('points'), end: true, text: (line: ScoreLine) => line.points },
        cell: (line) => (line.points === null ? <Outcome line={line} /> : why(line, <Figure value={line.points} />)),
      },
      { id: 'weight', title: t('weight'), end: true, cell: (line) => <WeightCell line={line} />, text: (line) => line.weight },
      { id: 'contribution', title: t('contribution'), end: true, cell: (line) => <ContributionCell line={line} lines={lines} />, text: (line) => contributionOf(line, lines) },
    ]
  }, [t, employee.id, lines])
}

function LineName({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  return (
    <span className={styles['line']}>
      {line.name}
      <span className={line.kpi ? styles['kpi'] : styles['about']}>{t(line.kpi ? 'kpi' : 'ordinary')}</span>
    </span>
  )
}

/** The rule in words, and drawn with the person's place on it; said as well where there was no data. */
function RuleCell({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  const noData = line.state === 'skipped' || line.state === 'zero' || line.state === 'full'
  return (
    <span className={styles['rule']}>
      <RuleCurve line={line} />
      <span>
        {line.ruleText}
        {noData ? <span className={styles['noData']}>{[line.reason?.say, t(`state.${line.state}`)].filter((each) => each !== undefined).join(' ')}</span> : null}
      </span>
    </span>
  )
}

function Outcome({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  if (line.state === 'passed' || line.state === 'failed') return <StateMark state={line.state === 'passed' ? 'on' : 'off'} words={t(`state.${line.state}`)} />
  return <Missing reason={[line.reason?.say, t(`state.${line.state}`)].filter((each) => each !== undefined).join(' ')} />
}

function WeightCell({ line }: { readonly line: ScoreLine }) {
  const { t } = useTranslation('scores')
  if (line.weight === '0') return <span className={styles['about']}>{line.state === 'passed' || line.state === 'failed' ? t('gate') : '+'}</span>
  return <Figure value={line.weight} unit="%" />
}

function ContributionCell({ line, lines }: { readonly line: ScoreLine; readonly lines: readonly ScoreLine[] }) {
  const { t } = useTranslation('scores')
  return <Figure value={contributionOf(line, lines)} missing={t(`state.${line.state}`)} />
}

/** The lines between grades, the person's own marked. */
function Grades({ score }: { readonly score: Score }) {
  const { t } = useTranslation('scores')
  if (score.grades.length === 0) return null
  return (
    <dl className={styles['grades']} aria-label={t('grades')}>
      {score.grades.map(({ grade, from, coefficient }) => (
        <div key={grade} className={grade === score.grade ? styles['mine'] : undefined} aria-current={grade === score.grade ? 'true' : undefined}>
          <dt>{grade}</dt>
          <dd>
            {from === null ? t('grades.rest') : t('grades.from', { from })}
            {coefficient === null ? null : ` · ${t('coefficient')} ${coefficient}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
