import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** Nothing was worked out for the period yet; whoever may start a run is led there. */
export function NoRun({ period }: { readonly period: string }) {
  const { t } = useTranslation('home')
  const { t: frame } = useTranslation('shell')
  const { can } = useCurrentUser()
  return (
    <EmptyState title={t('noRun.title', { period: periodName(period, frame) })} action={can('run.start') ? <LinkButton to="/runs">{t('noRun.start')}</LinkButton> : undefined}>
      {t('noRun.note')}
    </EmptyState>
  )
}
