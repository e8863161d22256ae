import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Roles that everybody has a word for; companies may have others, which are shown as they are written. */
const KNOWN = ['hunter', 'farmer', 'manager', 'director', 'hr', 'direct-seller'] as const

export function useRoleName(): (role: string) => string {
  const { t } = useTranslation('people')
  return useCallback(
    (role) => {
      const known = KNOWN.find((each) => each === role)
      return known === undefined ? role : t(`role.${known}`)
    },
    [t],
  )
}
