import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Kinds of commands that the trail is narrowed by: what their names begin with. */
export const GROUPS = ['session', 'user', 'key', 'delegation', 'person', 'record', 'import', 'run'] as const

const KNOWN = [
  ...(['user.add', 'user.change', 'user.link', 'user.give-role', 'user.take-role', 'user.language', 'user.password'] as const),
  ...(['session.start', 'session.end', 'session.link', 'session.demo', 'session.revoke', 'session.revoke-all', 'session.revoke-others'] as const),
  ...(['key.add', 'key.revoke', 'delegation.add', 'delegation.end'] as const),
  ...(['person.hire', 'person.transfer', 'person.leave', 'person.correct'] as const),
  ...(['record.add', 'record.correct', 'record.delete', 'import.upload', 'import.start'] as const),
]

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
