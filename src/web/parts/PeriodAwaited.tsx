import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemView } from '../ui/ProblemView.tsx'
import { usePeriod } from './use-period.ts'

/** What stands where a period is needed and none is known: `lines` until the calendar has answered, why it did not, or that there is none. */
export function PeriodAwaited({ lines }: { readonly lines: ReactNode }) {
  const { t } = useTranslation('shell')
  const { periods, error, again } = usePeriod()
  if (periods !== undefined) return <EmptyState title={t('period.none')}>{t('period.none.note')}</EmptyState>
  return error === null ? lines : <ProblemView error={error} again={again} />
}
