import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { grouped } from '../../ui/numbers.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './pay-items.module.css'
import { type PayChange, payHistoryQuery } from './queries.ts'

/** Somebody's pay items over time: `?history=QS011`. */
export function PayHistory({ names }: { readonly names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('payItems')
  return (
    <AddressDrawer param="history" title={t('history')} width={520}>
      {(employee) => <HistoryOf employee={employee} name={names.get(employee) ?? employee} />}
    </AddressDrawer>
  )
}

function HistoryOf({ employee, name }: { readonly employee: string; readonly name: string }) {
  const { t } = useTranslation('payItems')
  const { data, error, refetch } = useQuery(payHistoryQuery(employee))
  if (data === undefined) return error === null ? <Lines count={5} /> : <ProblemView error={error} again={() => void refetch()} />
  if (data.items.length === 0) return <EmptyState title={t('history.none')} />
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <ol>
        {data.items.map((change) => (
          <Changed key={change.seq} change={change} />
        ))}
      </ol>
    </>
  )
}

function Changed({ change }: { readonly change: PayChange }) {
  const { t, i18n } = useTranslation('payItems')
  const shown = (value: string | null) => (value === null ? t('none') : grouped(value))
  const when = new Date(change.at).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={styles['change']}>
      <span>{t('history.change', { item: change.item, from: change.from ?? t('ever'), before: shown(change.before), after: shown(change.after) })}</span>
      <span className={styles['quiet']}>{change.by === null ? t('history.byFile', { when, file: change.source ?? '–' }) : t('history.by', { when, name: change.by })}</span>
      {change.reason === '' ? null : <span className={styles['quiet']}>{t('history.reason', { reason: change.reason })}</span>}
    </li>
  )
}
