import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import styles from './results.module.css'

/** When the figures of a page were computed, and whether they still hold. */
export function RunNote({ run }: { readonly run: { readonly finishedAt: string; readonly fresh: boolean } | null | undefined }) {
  const { t } = useTranslation('scores')
  if (run === null || run === undefined) return null
  return <p className={styles['note']}>{t(run.fresh ? 'fresh' : 'stale', { at: localTime(run.finishedAt) })}</p>
}
