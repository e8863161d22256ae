import { useTranslation } from 'react-i18next'
import styles from './skeletons.module.css'

/** Grey lines of the same height as the content to come, so that nothing jumps. */
export function Lines({ count, height = 14 }: { readonly count: number; readonly height?: number }) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" data-waiting="" aria-label={t('table.loading')} className={styles['lines']}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without content have no other name.
        <span key={at} className={styles['line']} style={{ height, width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

/** A whole page before its code or its data is here. */
export function PageSkeleton() {
  return (
    <div className={styles['page']}>
      <span className={styles['line']} style={{ height: 28, width: 180 }} />
      <Lines count={1} />
      <span className={styles['line']} style={{ height: 320, width: '100%' }} />
    </div>
  )
}
