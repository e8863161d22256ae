import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface NameProps {
  readonly value: string
  /** Names of all the others; that of the thing itself may be among them. */
  readonly taken: readonly string[]
  readonly onChange: (next: string) => void
}

interface Name {
  /** Why what is typed is not the name. */
  readonly refused: string | undefined
  readonly input: {
    readonly value: string
    onChange(event: ChangeEvent<HTMLInputElement>): void
    onBlur(): void
  }
}

/**
 * The name of one of several things while it is typed. It is taken when the field is left: on the way it may be empty, or that of another thing, whose contents
 * would be lost. A name that another has is refused and said to be; an emptied field shows the old name again.
 */
export function useName({ value, taken, onChange }: NameProps): Name {
  const { t } = useTranslation('documents')
  const [state, setState] = useState({ value, typed: value })
  // The name may become another without the field: by undo, or because another thing now stands at its place.
  if (state.value !== value) setState({ value, typed: value })
  const type = (typed: string) => setState({ value, typed })
  const wanted = state.typed.trim()
  const double = isTaken(wanted, value, taken)
  return {
    refused: double ? t('name.taken', { name: wanted, kept: value }) : undefined,
    input: {
      value: state.typed,
      onChange: (event) => type(event.target.value),
      onBlur: () => {
        if (double) return
        type(wanted === '' ? value : wanted)
        if (wanted !== '' && wanted !== value) onChange(wanted)
      },
    },
  }
}

/** Whether a name is that of another thing. */
export function isTaken(wanted: string, own: string, taken: readonly string[]): boolean {
  return wanted !== own && taken.includes(wanted)
}
