import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface NoOptionsProps {
  /** What the options come from. */
  readonly query: { readonly data: unknown; readonly error: unknown; readonly refetch: () => unknown }
  /** What is said where the answer holds nothing. */
  readonly none?: string | undefined
}

/** What an open field of choices says while it has none: that they are coming, that they did not come, or that there is none. */
export function NoOptions({ query: { data, error, refetch }, none }: NoOptionsProps) {
  const { t } = useTranslation('ui')
  if (data !== undefined) return <span>{none ?? t('table.nothingFound')}</span>
  if (error === null) return <span role="status">{t('table.loading')}</span>
  return (
    <span role="alert">
      {t('options.failed')}{' '}
      <Button type="link" size="small" onClick={() => void refetch()}>
        {t('problem.again')}
      </Button>
    </span>
  )
}
