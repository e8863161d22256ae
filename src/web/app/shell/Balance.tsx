import styles from './navigation.module.css'

/** The mark of the product: a pair of scales. */
export function Balance({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className={styles['mark']}>
      <rect width="32" height="32" rx="7" />
      <path d="M16 7v18M10 25h12M7 11h18M7 11l-3 7h6zM25 11l-3 7h6z" />
    </svg>
  )
}
