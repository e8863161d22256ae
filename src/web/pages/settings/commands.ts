import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { KNOWN } from './command-names.ts'

/** A command in words; one that has none yet is shown by its name. */
export function useCommandName(): (command: string) => string {
  const { t } = useTranslation('settings')
  return useCallback(
    (command) => {
      const known = KNOWN.find((each) => each === command)
      return known === undefined ? command : t(`command.${known}`)
    },
    [t],
  )
}
