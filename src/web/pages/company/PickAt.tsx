import { withValue } from '../../parts/documents/body.ts'
import { type Choice, ChoiceAt, useFormDraft } from '../../parts/documents/fields.tsx'

interface PickAtProps {
  readonly at: readonly (string | number)[]
  readonly label: string
  readonly help?: string
  /** What counts where the document says nothing. Choosing it is written down: what is said in words afterwards would otherwise be nothing. */
  readonly usual: string
  readonly choices: readonly Choice[]
  readonly number?: boolean
}

/** One of some values, written into the document as it was chosen. */
export function PickAt({ at, label, help, usual, choices, number = false }: PickAtProps) {
  const draft = useFormDraft()
  const pick = (value: string) => draft.change(withValue(draft.body ?? {}, at, number ? Number(value) : value))
  return <ChoiceAt path={at} label={label} {...(help === undefined ? {} : { help })} usual={usual} choices={choices} onPick={pick} />
}
