import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'
import styles from './whole.module.css'

/** No page has this address. */
export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <main className={styles['whole']}>
      <Page title={t('notFound.title')} sentence={t('notFound.sentence')}>
        <p>
          <Link to="/">{t('toHome')}</Link>
        </p>
      </Page>
    </main>
  )
}
