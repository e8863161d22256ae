import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../api/session.ts'
import { Page } from '../../ui/Page.tsx'

/** The page exists, but not for this reader; says which permission is missing and who gives it. */
export function NotAllowedPage({ permission }: { readonly permission: Permission }) {
  const { t } = useTranslation('shell')
  return (
    <Page title={t('notAllowed.title')} sentence={t('notAllowed.sentence', { permission: t(`permission.${permission}`) })}>
      <p>
        <Link to="/">{t('toHome')}</Link>
      </p>
    </Page>
  )
}
