import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Needed } from '../../api/session.ts'
import { Page } from '../../ui/Page.tsx'

/** The page exists, but not for this reader; says which permission is missing and who gives it. */
export function NotAllowedPage({ needed }: { readonly needed: Needed }) {
  const { t } = useTranslation('shell')
  const permission = typeof needed === 'string' ? needed : needed[0]
  return (
    <Page title={t('notAllowed.title')} sentence={t('notAllowed.sentence', { permission: t(`permission.${permission}`) })}>
      <p>
        <Link to="/">{t('toHome')}</Link>
      </p>
    </Page>
  )
}
