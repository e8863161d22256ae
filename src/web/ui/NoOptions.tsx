import { useTranslation } from 'react-i18next'
import { AskAgain } from './AskAgain.tsx'

/** The part of a query that says whether its answer is there. */
export interface Asked {
  readonly data: unknown
  readonly error: unknown
  readonly refetch: () => unknown
}

interface NoOptionsProps {
  /** What the options come from. */
  readonly query: Asked
  /** What is said where the answer holds nothing. */
  readonly none?: string | undefined
}

/** What an open field of choices says while it has none: that they are coming, that they did not come, or that there is none. */
export function NoOptions({ query: { data, error, refetch }, none }: NoOptionsProps) {
  const { t } = useTranslation('ui')
  if (data !== undefined) return <span>{none ?? t('table.nothingFound')}</span>
  if (error === null) return <span role="status">{t('table.loading')}</span>
  return <AskAgain refetch={refetch}>{t('options.failed')}</AskAgain>
}
