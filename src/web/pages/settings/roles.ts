import { useTranslation } from 'react-i18next'
import type { AccessRole } from './queries.ts'

export const ROLES: readonly AccessRole[] = ['sales', 'manager', 'hr', 'executive', 'comp-admin', 'admin']

export function useRoleChoices(): { value: AccessRole; label: string }[] {
  const { t } = useTranslation('settings')
  return ROLES.map((role) => ({ value: role, label: t(`access.${role}`) }))
}
