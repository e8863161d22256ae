import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '../../ui/FormField.tsx'
import type { FormulaLevel, NamesAt } from './formula-names.ts'
import type { Draft } from './use-draft.ts'
import { isOwn } from './use-draft.ts'

const FormulaEditor = lazy(async () => ({ default: (await import('./FormulaEditor.tsx')).FormulaEditor }))

export interface FormulaMark {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

interface FormulaFieldProps {
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

/** A formula: names are proposed in both languages, mistakes underlined. The editor comes when it is needed; a plain field stands there until then. */
export function FormulaField(props: FormulaFieldProps) {
  const { t } = useTranslation('documents')
  return (
    <Suspense fallback={<Input.TextArea {...props.field} value={props.value} readOnly autoSize aria-label={t('formula.loading')} />}>
      <FormulaEditor {...props} />
    </Suspense>
  )
}

/** The findings inside a formula of a draft, by the path of the formula. */
export function marksAt(draft: Draft, ...path: readonly (string | number)[]): FormulaMark[] {
  return draft.check.findings.flatMap((f) => {
    const { path: at = [], span } = f.place
    if (span === undefined || !isOwn(f, draft) || at.length !== path.length || at.some((step, i) => String(step) !== String(path[i]))) return []
    return [{ from: span.from, to: span.to, severity: f.severity, message: f.detail }]
  })
}
