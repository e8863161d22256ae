import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import { grouped } from '../../../base/grouped.ts'
import type { TargetTrace } from '../../../engine/reference/trace.ts'
import type { LineResult } from '../../../engine/results.ts'
import { ruleWords } from '../../../engine/rule-words.ts'
import { useLang } from '../../text/lang.ts'
import { shownNumber, shownPercent } from '../../ui/numbers.ts'
import { periodName } from '../period-names.ts'
import { WhyLink } from '../WhyLink.tsx'
import type { Asked, ShownLine, ShownScore } from './explanation.ts'
import { TraceView } from './TraceView.tsx'
import styles from './why.module.css'
import { useRuleWords } from './words.ts'

const number = (text: string): string => shownNumber(text).short

/** A score: what each line gave, their sum, the rounding. */
export function ScoreExplained({ asked, name, score }: { readonly asked: Asked; readonly name: string; readonly score: ShownScore | null }) {
  const { t } = useTranslation('why')
  const { t: frame } = useTranslation('shell')
  const period = periodName(asked.period, frame)
  const sayLine = useLineSentence()
  if (score === null || score.result.score === null) return <p className={styles['say']}>{t('score.none', { name, period })}</p>
  const { result, weighted } = score
  const said =
    result.grade === null || result.coefficient === null
      ? t('score.noGrade', { name, period, score: number(result.score ?? '') })
      : t('score.say', { name, period, score: number(result.score ?? ''), grade: result.grade, coefficient: number(result.coefficient) })
  return (
    <>
      <p className={styles['say']}>{said}</p>
      <section className={styles['part']}>
        <h3>{t('formula')}</h3>
        <ul className={styles['list']}>
          {score.lines.map((line, at) => {
            const of = result.lines[at]
            return of === undefined ? null : (
              <li key={line.line.line}>
                <WhyLink employee={asked.employee} subject={`line:${line.line.line}`}>
                  {sayLine(line, of)}
                </WhyLink>
              </li>
            )
          })}
          <li>{t('score.sum', { sum: number(weighted.sum), weights: number(weighted.weights), average: weighted.average === null ? '–' : number(weighted.average) })}</li>
          {score.added === '0' ? null : <li>{t('score.added', { added: number(score.added) })}</li>}
          {score.unrounded === null ? null : <li>{t('score.rounded', { unrounded: grouped(score.unrounded), score: grouped(result.score ?? '') })}</li>}
          {score.weights === 'period' ? <li>{t('weights.period')}</li> : null}
          {score.weights === 'newcomer' ? <li>{t('weights.newcomer', { months: score.tenure ?? 0 })}</li> : null}
        </ul>
      </section>
    </>
  )
}

/** One line: how it was judged, where its target came from, what its actual rests on. */
export function LineExplained({ asked, line, result }: { readonly asked: Asked; readonly line: ShownLine; readonly result: LineResult }) {
  const { t } = useTranslation('why')
  const lang = useLang()
  const { figure } = useRuleWords()
  const sayLine = useLineSentence()
  return (
    <>
      <p className={styles['say']}>{sayLine(line, result)}</p>
      <section className={styles['part']}>
        <h3>{t('formula')}</h3>
        <ul className={styles['list']}>
          <li>{ruleWords(line.line.rule, lang, { number: grouped, value: (text) => figure(text, line.line.measure) })}</li>
          {result.target === null ? null : <li>{t('target', { target: figure(result.target, line.line.measure) })}</li>}
          {line.target === null ? null : <TargetRows target={line.target} measure={line.line.measure} />}
        </ul>
      </section>
      <TraceView asked={asked} trace={line.measure} />
    </>
  )
}

function TargetRows({ target, measure }: { readonly target: TargetTrace; readonly measure: string }) {
  const { t } = useTranslation('why')
  const { t: frame } = useTranslation('shell')
  const { figure } = useRuleWords()
  const { rows, presence } = target
  return (
    <>
      {rows.length < 2 ? null : <li>{t('target.rows', { rows: rows.map((row) => `${periodName(row.period, frame)} ${figure(row.value, measure)}`).join(' + ') })}</li>}
      {presence === null || presence.days === presence.of ? null : <li>{t('target.presence', { days: presence.days, of: presence.of })}</li>}
    </>
  )
}

/** 收入完成 112.4%，权重 60%，得 67.4 分 */
function useLineSentence(): (line: ShownLine, result: LineResult) => string {
  const { t } = useTranslation('why')
  const lang = useLang()
  const { figure } = useRuleWords()
  return ({ line }, result) => {
    const about = { line: nameIn(line.name, lang, line.line), weight: number(result.weight) }
    const actual = result.actual === null ? '–' : figure(result.actual, line.measure)
    const points = result.points === null ? '–' : number(result.points)
    if (result.state === 'passed' || result.state === 'failed') return t(`line.${result.state}`, { line: about.line, actual })
    if (result.state !== 'scored') return t('line.noData', { line: about.line })
    if (line.rule.rule === 'points' && result.weight === '0') return t('line.added', { line: about.line, actual, points })
    if (result.attainment === null) return t('line.actual', { ...about, actual, points })
    return t('line.say', { ...about, attainment: shownPercent(result.attainment).short, points })
  }
}
