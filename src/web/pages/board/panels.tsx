import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rankingQuery } from '../../parts/results/ranking.ts'
import { useLang } from '../../text/lang.ts'
import { dayInProse } from '../../ui/dates.ts'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import { outlookQuery, trendQuery } from '../insight/queries.ts'
import { Shown } from '../insight/Shown.tsx'
import { TrendCharts } from '../insight/TrendSection.tsx'
import styles from './board.module.css'
import { dealsQuery } from './deals.ts'
import { shownRanks } from './shown-ranks.ts'

interface PanelProps {
  readonly period: string
}

/** How far the company, or what one sees of it, has come. */
export function AttainmentPanel({ period }: PanelProps) {
  const { t } = useTranslation('board')
  const lang = useLang()
  const trend = useQuery(trendQuery({ period }))
  const outlook = useQuery(outlookQuery({ period }))
  return (
    <Shown query={trend}>
      {({ points, measure }) => {
        const point = points.find((each) => each.period === period)
        if (point === undefined) return <p className={styles['none']}>{t('none')}</p>
        const expected = outlook.data?.method === 'history' ? outlook.data.attainment : null
        return (
          <div className={styles['figures']}>
            <Big
              name={measure === null ? t('attainment') : t('attainment.of', { measure: measure.name })}
              value={point.attainment === null ? '–' : shownPercent(point.attainment).short}
              large
            />
            {point.reached === null || point.target === null ? null : (
              <>
                <Big name={t('reached')} value={shownAmount(point.reached, lang).short} />
                <Big name={t('target')} value={shownAmount(point.target, lang).short} />
              </>
            )}
            <Big name={t('average')} value={point.average === null ? '–' : shownNumber(point.average).short} />
            {expected?.expected == null ? null : (
              <Big
                name={t('expected')}
                value={shownPercent(expected.expected).short}
                note={t('range', { low: shownPercent(expected.low ?? '0').short, high: shownPercent(expected.high ?? '0').short })}
              />
            )}
          </div>
        )
      }}
    </Shown>
  )
}

function Big({ name, value, note, large = false }: { readonly name: string; readonly value: string; readonly note?: string; readonly large?: boolean }) {
  return (
    <dl className={large ? styles['huge'] : styles['big']}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {note === undefined ? null : <dd className={styles['note']}>{note}</dd>}
    </dl>
  )
}

/** The first places, never those of the lower half. */
export function RankingPanel({ period }: PanelProps) {
  const { t } = useTranslation('board')
  const ranking = useQuery(rankingQuery({ period }))
  return (
    <Shown query={ranking}>
      {(found) => {
        const places = shownRanks(found)
        if (places.length === 0) return <p className={styles['none']}>{t('none')}</p>
        return (
          <ol className={styles['list']}>
            {places.map(({ id, rank, name, unitName, value }) => (
              <li key={id}>
                <span className={styles['rank']}>{rank}</span>
                <span className={styles['who']}>{name}</span>
                <span className={styles['about']}>{unitName}</span>
                <span className={styles['value']}>{value === null ? '–' : shownNumber(value).short}</span>
              </li>
            ))}
          </ol>
        )
      }}
    </Shown>
  )
}

/** What came in today, or on the last day that anything did. */
export function DealsPanel({ period }: PanelProps) {
  const { t } = useTranslation('board')
  const lang = useLang()
  const deals = useQuery(dealsQuery(period))
  return (
    <Shown query={deals}>
      {({ day, items, measure }) =>
        day === null || items.length === 0 ? (
          <p className={styles['none']}>{t('deals.none')}</p>
        ) : (
          <>
            <p className={styles['note']}>{t('deals.day', { day: dayInProse(day, lang), measure: measure?.name ?? '' })}</p>
            <ol className={styles['list']}>
              {items.map(({ record, name, unitName, amount }) => (
                <li key={record}>
                  <span className={styles['who']}>{name}</span>
                  <span className={styles['about']}>{unitName}</span>
                  <span className={styles['value']}>{measure?.money === true ? shownAmount(amount, lang).short : shownNumber(amount).short}</span>
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Shown>
  )
}

export function TrendPanel({ period }: PanelProps) {
  const { t } = useTranslation('board')
  const trend = useQuery(trendQuery({ period }))
  return (
    <Shown query={trend}>
      {(found) => (found.points.length === 0 ? <p className={styles['none']}>{t('none')}</p> : <TrendCharts trend={found} of={{ period }} height={TALL} payToo={false} />)}
    </Shown>
  )
}

/** In pixels: the chart is read from afar. */
const TALL = 420
