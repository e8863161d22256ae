import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'

/** Leads to the editor of a plan or a table; who may not change rules is told why. */
export function EditButton({ plan, table }: { readonly plan?: string; readonly table?: string }) {
  const { t } = useTranslation('incentives')
  const { can } = useCurrentUser()
  const navigate = useNavigate()
  const go = () => {
    if (plan !== undefined) void navigate({ to: '/incentives/$plan/edit', params: { plan } })
    else if (table !== undefined) void navigate({ to: '/tables/$table/edit', params: { table } })
  }
  return (
    <Button type="primary" disabled={!can('rule.write')} title={can('rule.write') ? undefined : t('edit.not')} onClick={go}>
      {t('edit')}
    </Button>
  )
}
