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

/** The day before one, for a stretch that does not include its end. */
export function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - 1)
  return at.toISOString().slice(0, 10)
}
