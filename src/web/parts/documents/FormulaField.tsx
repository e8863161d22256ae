import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormulaFieldProps, FormulaMark } from './formula-props.ts'
import { type Draft, isOwn } from './use-draft.ts'

const FormulaEditor = lazy(async () => ({ default: (await import('./FormulaEditor.tsx')).FormulaEditor }))

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
