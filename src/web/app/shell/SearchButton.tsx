import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import styles from './shell.module.css'

const SearchPalette = lazy(() => import('./SearchPalette.tsx').then((module) => ({ default: module.SearchPalette })))

/** Opens the search, as Ctrl-K does. */
export function SearchButton({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('shell')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <>
      {narrow ? (
        <Button type="text" icon={<Icon name="search" size={18} />} aria-label={t('search')} onClick={() => setOpen(true)} />
      ) : (
        <Button className={styles['search'] ?? ''} icon={<Icon name="search" />} onClick={() => setOpen(true)} aria-label={`${t('search')} (Ctrl-K)`}>
          {t('search')}
          <kbd className={styles['keys']}>Ctrl K</kbd>
        </Button>
      )}
      <Suspense fallback={null}>{open ? <SearchPalette onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
