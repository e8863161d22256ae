import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart } from '../../ui/chart/Chart.tsx'
import { shownNumber } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { bandParam } from './drawing.ts'
import styles from './insight.module.css'
import { type Band, type Distribution, distributionQuery, type GroupOf, sheetOf } from './queries.ts'
import { Shown } from './Shown.tsx'

/** How scores and grades are spread; each bar leads to its people. */
export function SpreadSection({ of }: { readonly of: GroupOf }) {
  const { t } = useTranslation('insight')
  const query = useQuery(distributionQuery(of))
  return (
    <Section title={t('spread')}>
      <Shown query={query}>
        {(found) =>
          found.scored === 0 ? (
            <p>{t('spread.none')}</p>
          ) : (
            <div className={styles['pair']}>
              <Scores found={found} of={of} />
              <Grades found={found} of={of} />
            </div>
          )
        }
      </Shown>
    </Section>
  )
}

interface SpreadProps {
  readonly found: Distribution
  readonly of: GroupOf
}

const BARS = { tooltip: { trigger: 'axis' }, grid: { left: 8, right: 8, top: 16, bottom: 4, containLabel: true }, yAxis: { type: 'value', minInterval: 1 } } as const

function Scores({ found, of }: SpreadProps) {
  const { t } = useTranslation('insight')
  const toPeople = useToPeople(of)
  const nameOf = useBandName()
  const option = useMemo(
    () => ({
      ...BARS,
      xAxis: { type: 'category', data: found.bands.map(nameOf), axisLabel: { hideOverlap: true } },
      series: [{ name: t('people'), type: 'bar', barMaxWidth: 48, label: { show: true, position: 'top' }, data: found.bands.map(({ people }) => people) }],
    }),
    [found, nameOf, t],
  )
  const columns = useMemo(
    (): readonly Column<Band>[] => [
      { id: 'band', title: t('score'), always: true, cell: nameOf, text: nameOf },
      { id: 'people', title: t('people'), end: true, cell: ({ people }) => people, text: ({ people }) => String(people) },
    ],
    [t, nameOf],
  )
  const told = (value: string | null) => (value === null ? '–' : shownNumber(value).short)
  const label = t('spread.scores', { median: told(found.median), lower: told(found.lower), upper: told(found.upper) })
  return (
    <Chart
      name="spread-scores"
      label={label}
      option={option}
      rows={found.bands}
      columns={columns}
      rowKey={bandParam}
      xlsx={() => sheetOf('scores', of)}
      onPoint={({ dataIndex }) => {
        const band = found.bands[dataIndex]
        if (band !== undefined) toPeople('f.score', bandParam(band))
      }}
    />
  )
}

function Grades({ found, of }: SpreadProps) {
  const { t } = useTranslation('insight')
  const toPeople = useToPeople(of)
  const option = useMemo(
    () => ({
      ...BARS,
      xAxis: { type: 'category', data: found.grades.map(({ grade }) => grade) },
      series: [{ name: t('people'), type: 'bar', barMaxWidth: 48, label: { show: true, position: 'top' }, data: found.grades.map(({ people }) => people) }],
    }),
    [found, t],
  )
  const columns = useMemo(
    (): readonly Column<Distribution['grades'][number]>[] => [
      { id: 'grade', title: t('grade'), always: true, cell: ({ grade }) => grade, text: ({ grade }) => grade },
      { id: 'people', title: t('people'), end: true, cell: ({ people }) => people, text: ({ people }) => String(people) },
    ],
    [t],
  )
  const most = found.grades.reduce<Distribution['grades'][number] | null>((best, each) => (best === null || each.people > best.people ? each : best), null)
  if (most === null) return null
  return (
    <Chart
      name="spread-grades"
      label={t('spread.grades', { grade: most.grade, count: most.people, of: found.scored })}
      option={option}
      rows={found.grades}
      columns={columns}
      rowKey={({ grade }) => grade}
      xlsx={() => sheetOf('grades', of)}
      onPoint={({ name }) => toPeople('f.grade', name)}
    />
  )
}

function useBandName(): (band: Band) => string {
  const { t } = useTranslation('insight')
  return useMemo(
    () =>
      ({ from, until }: Band) =>
        from === null ? t('band.below', { until: until ?? '' }) : until === null ? t('band.from', { from }) : t('band', { from, until }),
    [t],
  )
}

/** The scoreboard, filtered to what was pressed. */
function useToPeople({ period, unit }: GroupOf): (filter: string, value: string) => void {
  const navigate = useNavigate()
  return (filter, value) => void navigate({ to: '/scoreboard', search: (before) => ({ ...before, period, [filter]: value, ...(unit === undefined ? {} : { 'f.unit': unit }) }) })
}
