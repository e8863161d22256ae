import { Input } from 'antd'
import { useState } from 'react'
import { FormField } from '../../ui/FormField.tsx'

interface KeyInputProps {
  readonly label: string
  readonly value: string
  /** Why it cannot be changed, where it cannot. */
  readonly fixed?: string | undefined
  readonly required?: boolean
  readonly error?: string | undefined
  readonly onChange: (next: string) => void
}

/** The name of one of several things in a map. It is taken when the field is left: while it is typed it may be that of another. */
export function KeyInput({ label, value, fixed, required = false, error, onChange }: KeyInputProps) {
  const [typed, setTyped] = useState(value)
  return (
    <FormField label={label} required={required} error={error} stacked>
      {(field) => (
        <Input
          {...field}
          value={fixed === undefined ? typed : value}
          disabled={fixed !== undefined}
          {...(fixed === undefined ? {} : { title: fixed })}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => onChange(typed.trim())}
        />
      )}
    </FormField>
  )
}

/** A name that none of those has yet: `field3`. */
export function freeName(taken: readonly string[], word: string): string {
  for (let i = taken.length + 1; ; i += 1) if (!taken.includes(`${word}${i}`)) return `${word}${i}`
}
