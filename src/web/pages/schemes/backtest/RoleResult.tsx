import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../../base/decimal.ts'
import { useLang } from '../../../text/lang.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { Amount, Delta, Figure, Percent } from '../../../ui/Figures.tsx'
import { shownAmount, shownNumber } from '../../../ui/numbers.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import styles from '../schemes.module.css'
import { type Bin, binsOf } from './compared.ts'
import type { Cost, PersonCompared, RoleCompared } from './queries.ts'

/** What a role would have seen: how scores are spread, grades, who gains and loses, cost. */
export function RoleResult({ role, people }: { readonly role: RoleCompared; readonly people: readonly PersonCompared[] }) {
  return (
    <div className={styles['stack']}>
      {role.cost === null ? null : <CostLine cost={role.cost} />}
      <Moves role={role} />
      <div className={styles['halves']}>
        <Distribution people={people} />
        <GradeCounts role={role} />
      </div>
      <Spreads role={role} />
    </div>
  )
}

/** What it costs: before, after, and the difference with its share. */
export function CostLine({ cost }: { readonly cost: Cost }) {
  const { t } = useTranslation('schemes')
  return (
    <p className={styles['cost']}>
      <span>{t('trial.cost')}</span>
      <Amount value={cost.before} decimals={2} />
      <span aria-hidden="true">→</span>
      <strong>
        <Amount value={cost.after} decimals={2} />
      </strong>
      <Delta value={cost.difference} as="amount" against={t('trial.now')} />
      {cost.percent === null ? null : (
        <span>
          (<Percent value={dec(cost.percent).div(100).toFixed()} decimals={2} />)
        </span>
      )}
      {cost.open === 0 ? null : <span className={styles['quiet']}>{t('trial.cost.open', { count: cost.open })}</span>}
    </p>
  )
}

/** Who gains and who loses, with the largest of each. */
function Moves({ role }: { readonly role: RoleCompared }) {
  const { t } = useTranslation('schemes')
  const lang = useLang()
  if (role.by === null) return null
  const by = role.by
  const size = (text: string) => (by === 'pay' ? shownAmount(text, lang, 2).exact : shownNumber(text).short)
  const largest = ({ largest: move }: RoleCompared['winners']) => (move === null ? '' : t('trial.largest', { name: move.name, before: size(move.before), after: size(move.after) }))
  return (
    <ul className={styles['moves']}>
      <li>{t(`trial.winners.${by}`, { count: role.winners.people }) + largest(role.winners)}</li>
      <li>{t(`trial.losers.${by}`, { count: role.losers.people }) + largest(role.losers)}</li>
      <li>{t('trial.regraded', { count: role.regraded.length })}</li>
      {role.unknown === 0 ? null : <li>{t('trial.unknown', { count: role.unknown })}</li>}
    </ul>
  )
}

function Distribution({ people }: { readonly people: readonly PersonCompared[] }) {
  const { t } = useTranslation('schemes')
  const bins = useMemo(() => binsOf(people), [people])
  const columns = useMemo<readonly Column<Bin>[]>(
    () => [
      { id: 'scores', title: t('trial.scores'), always: true, cell: (b) => b.scores, text: (b) => b.scores },
      { id: 'before', title: t('trial.before'), end: true, cell: (b) => b.before, text: (b) => String(b.before) },
      { id: 'after', title: t('trial.after'), end: true, cell: (b) => b.after, text: (b) => String(b.after) },
    ],
    [t],
  )
  const option = useMemo(
    () => ({
      legend: { data: [t('trial.before'), t('trial.after')] },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: bins.map((b) => b.scores) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: t('trial.before'), data: bins.map((b) => b.before) },
        { type: 'bar', name: t('trial.after'), data: bins.map((b) => b.after) },
      ],
    }),
    [t, bins],
  )
  if (bins.length === 0) return <p className={styles['quiet']}>{t('trial.noScores')}</p>
  return <Chart name="backtest-scores" label={t('trial.distribution')} option={option} rows={bins} columns={columns} rowKey={(b) => b.scores} height={240} />
}

type GradeCount = RoleCompared['grades'][number]

function GradeCounts({ role }: { readonly role: RoleCompared }) {
  const { t } = useTranslation('schemes')
  const columns = useMemo<readonly Column<GradeCount>[]>(
    () => [
      { id: 'grade', title: t('grade'), always: true, cell: (g) => g.grade ?? t('trial.noGrade'), text: (g) => g.grade ?? t('trial.noGrade') },
      { id: 'before', title: t('trial.before'), end: true, cell: (g) => g.before, text: (g) => String(g.before) },
      { id: 'after', title: t('trial.after'), end: true, cell: (g) => g.after, text: (g) => String(g.after) },
      {
        id: 'change',
        title: t('trial.change'),
        end: true,
        cell: (g) => <Delta value={String(g.after - g.before)} against={t('trial.now')} />,
        text: (g) => String(g.after - g.before),
      },
    ],
    [t],
  )
  if (role.grades.length === 0) return null
  return (
    <div>
      <h4>{t('trial.grades')}</h4>
      <DataTable name="backtest-grades" label={t('trial.grades')} columns={columns} rows={role.grades} rowKey={(g) => g.grade ?? ''} tools={false} />
    </div>
  )
}

const QUARTILES = ['min', 'lower', 'median', 'upper', 'max'] as const

type Side = { readonly side: 'before' | 'after'; readonly spread: NonNullable<RoleCompared['scores']['before']> }

/** Lowest, quartiles and highest, side by side. */
function Spreads({ role }: { readonly role: RoleCompared }) {
  const { t } = useTranslation('schemes')
  const { before, after } = role.scores
  const columns = useMemo<readonly Column<Side>[]>(
    () => [
      { id: 'side', title: t('trial.spread'), always: true, cell: ({ side }) => t(`trial.${side}`), text: ({ side }) => t(`trial.${side}`) },
      { id: 'people', title: t('column.people'), end: true, cell: ({ spread }) => spread.people, text: ({ spread }) => String(spread.people) },
      ...QUARTILES.map(
        (key): Column<Side> => ({ id: key, title: t(`trial.${key}`), end: true, cell: ({ spread }) => <Figure value={spread[key]} />, text: ({ spread }) => spread[key] }),
      ),
    ],
    [t],
  )
  const rows = [...(before === null ? [] : [{ side: 'before' as const, spread: before }]), ...(after === null ? [] : [{ side: 'after' as const, spread: after }])]
  if (rows.length === 0) return null
  return <DataTable name="backtest-spread" label={t('trial.spread')} columns={columns} rows={rows} rowKey={({ side }) => side} tools={false} />
}
