import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** One line about a small part that did not come, and a way to ask for it again. */
export function AskAgain({ children, refetch }: { readonly children: ReactNode; readonly refetch: () => unknown }) {
  const { t } = useTranslation('ui')
  return (
    <span role="alert" style={{ color: 'var(--text-quiet)' }}>
      {children}{' '}
      <Button type="link" size="small" onClick={() => void refetch()}>
        {t('problem.again')}
      </Button>
    </span>
  )
}
