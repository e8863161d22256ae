import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { shownFigure } from '../../ui/figure-text.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { type Change, type Column, historyQuery, type Person } from './queries.ts'
import styles from './targets.module.css'

interface HistoryDrawerProps {
  readonly columns: readonly Column[]
  readonly people: readonly Person[]
}

/** A cell over time: `?history=["QS011","销售额","2026-03"]`. */
export function HistoryDrawer(props: HistoryDrawerProps) {
  const { t } = useTranslation('targets')
  return (
    <AddressDrawer param="history" title={t('history.title')} width={520}>
      {(value) => <HistoryOf cell={cellIn(value)} {...props} />}
    </AddressDrawer>
  )
}

interface CellNamed {
  readonly employee: string
  readonly measure: string
  readonly period: string
}

function cellIn(value: string): CellNamed | null {
  try {
    const [employee, measure, period]: unknown[] = JSON.parse(value)
    return typeof employee === 'string' && typeof measure === 'string' && typeof period === 'string' ? { employee, measure, period } : null
  } catch {
    return null
  }
}

function HistoryOf({ cell, columns, people }: HistoryDrawerProps & { readonly cell: CellNamed | null }) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const { data, error, refetch } = useQuery({ ...historyQuery(cell ?? { employee: '', measure: '', period: '' }), enabled: cell !== null })
  if (cell === null) return <EmptyState title={t('history.none')} />
  const column = columns.find((each) => each.measure === cell.measure)
  const name = people.find((each) => each.id === cell.employee)?.name ?? cell.employee
  return (
    <div className={styles['list']}>
      <p>
        <strong>{name}</strong> · {column?.name ?? cell.measure} · {periodName(cell.period, frame)}
      </p>
      {error !== null && data === undefined ? <ProblemView error={error} again={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Lines count={4} /> : null}
      {data?.items.length === 0 ? <EmptyState title={t('history.none')} /> : null}
      <ol>
        {data?.items.map((change) => (
          <Changed key={change.seq} change={change} percent={column?.percent ?? false} />
        ))}
      </ol>
    </div>
  )
}

function Changed({ change, percent }: { readonly change: Change; readonly percent: boolean }) {
  const { t, i18n } = useTranslation('targets')
  const shown = (value: string | null) => (value === null ? t('none') : shownFigure(value, percent))
  const when = new Date(change.at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={styles['change']}>
      <span>{t('history.change', { level: t(`level.${change.level}`), before: shown(change.before), after: shown(change.after) })}</span>
      <span className={styles['quiet']}>
        {change.by === null
          ? t('history.byFile', { when, file: change.source === null || change.source === '' ? '–' : change.source })
          : t('history.by', { when, name: change.by })}
      </span>
      {change.reason === '' ? null : <span className={styles['quiet']}>{t('history.reason', { reason: change.reason })}</span>}
    </li>
  )
}
