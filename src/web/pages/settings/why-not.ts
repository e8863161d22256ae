import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import type { User } from './queries.ts'

/** Why somebody cannot be changed by the reader; undefined where they can. `ownRights`: it is about what nobody changes of themself. */
export function useWhyNot(user: User, ownRights = false): string | undefined {
  const { t } = useTranslation('settings')
  const { session } = useCurrentUser()
  if (user.demo) return t('demo')
  return ownRights && session.user.id === user.id ? t('own') : undefined
}
