import { Input } from 'antd'
import { FormField } from '../../ui/FormField.tsx'
import { useName } from './use-name.ts'

interface KeyInputProps {
  readonly label: string
  readonly value: string
  /** Names of all of them. */
  readonly taken: readonly string[]
  /** Why it cannot be changed, where it cannot. */
  readonly fixed?: string | undefined
  readonly required?: boolean
  readonly error?: string | undefined
  readonly onChange: (next: string) => void
}

/** The name of one of several things in a map, taken when the field is left. */
export function KeyInput({ label, value, taken, fixed, required = false, error, onChange }: KeyInputProps) {
  const { refused, input } = useName({ value, taken, onChange })
  return (
    <FormField label={label} required={required} error={refused ?? error} stacked>
      {(field) => <Input {...field} {...input} disabled={fixed !== undefined} {...(fixed === undefined ? {} : { title: fixed })} />}
    </FormField>
  )
}

/** A name that none of those has yet: `field3`. */
export function freeName(taken: readonly string[], word: string): string {
  for (let i = taken.length + 1; ; i += 1) if (!taken.includes(`${word}${i}`)) return `${word}${i}`
}
