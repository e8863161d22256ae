import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import styles from './settings.module.css'

const checkAudit = (signal: AbortSignal) => dataOf(api.GET('/audit/check', { signal }))

type Check = Awaited<ReturnType<typeof checkAudit>>

/** The walk along the chain; it reads every entry, and is made when somebody asks. */
export function useAuditCheck(): UseQueryResult<Check> {
  return useQuery({ queryKey: ['audit', 'check'], queryFn: ({ signal }) => checkAudit(signal), enabled: false, gcTime: 0 })
}

/** What the walk found. */
export function AuditCheck({ check: { data, error, isFetching } }: { readonly check: UseQueryResult<Check> }) {
  const { t } = useTranslation('settings')
  if (isFetching) return <p role="status">{t('audit.checking')}</p>
  if (error !== null) return <ProblemView error={error} compact />
  if (data === undefined) return null
  if (data.sound)
    return (
      <div className={styles['check']} role="status">
        <StateMark state="on" words={t('audit.sound', { entries: data.entries })} />
        {data.head === null ? null : <p className={styles['hash']}>{t('audit.head', { head: data.head })}</p>}
      </div>
    )
  return (
    <div className={styles['check']} role="alert">
      <StateMark state="off" words={t('audit.broken', { entries: data.entries, seq: data.seq ?? '', reason: t(`audit.${data.reason ?? 'cut'}`) })} />
    </div>
  )
}
