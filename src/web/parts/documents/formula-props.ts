import type { FieldProps } from '../../ui/FormField.tsx'
import type { FormulaLevel, NamesAt } from './formula-names.ts'

/** Something to be said of a part of a formula. */
export interface FormulaMark {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

export interface FormulaFieldProps {
  readonly field: FieldProps
  /** What the field is called, for screen readers. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly level: FormulaLevel
  readonly names: NamesAt
  /** What is wrong inside the text, from the check. */
  readonly marks: readonly FormulaMark[]
}
