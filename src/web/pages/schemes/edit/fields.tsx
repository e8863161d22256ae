import { Button, Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormulaField } from '../../../parts/documents/FormulaField.tsx'
import { useFormulaNames } from '../../../parts/documents/formula-names.ts'
import type { DocumentFinding as Finding } from '../../../parts/documents/queries.ts'
import { FormField } from '../../../ui/FormField.tsx'
import styles from '../schemes.module.css'
import { keyOf, type Path, textAt, valueAt } from './body.ts'
import { findingsAt, useEditing, useSet } from './context.ts'

interface FieldProps {
  readonly path: Path
  readonly label: string
  readonly help?: ReactNode
  readonly required?: boolean
}

/** What the checker says of a field: errors below it, warnings as well, with what to do. */
function useSaid(path: Path): { readonly error: string | undefined; readonly warning: ReactNode } {
  const { findings } = useEditing()
  const here = findingsAt(findings, path)
  const words = (each: Finding) => `${each.detail} ${each.cure}`.trim()
  const errors = here.filter((each) => each.severity === 'error')
  const warnings = here.filter((each) => each.severity !== 'error')
  return {
    error: errors.length === 0 ? undefined : errors.map(words).join(' '),
    warning: warnings.length === 0 ? null : <span className={styles['warning']}>{warnings.map(words).join(' ')}</span>,
  }
}

function useHelp(path: Path, help: ReactNode) {
  const { error, warning } = useSaid(path)
  const both = help === undefined && warning === null ? undefined : [help, warning]
  return {
    error,
    help:
      both === undefined ? undefined : (
        <>
          {help}
          {warning}
        </>
      ),
  }
}

/** A text or a number of the document; emptied, its key goes. Numbers stay the text that was typed. */
export function TextField({ path, label, help, required = false, number = false, placeholder }: FieldProps & { readonly number?: boolean; readonly placeholder?: string }) {
  const { body } = useEditing()
  const set = useSet()
  return (
    <At path={path}>
      <FormField label={label} required={required} {...given(useHelp(path, help))}>
        {(field) => (
          <Input
            {...field}
            value={textAt(body, path)}
            {...(number ? { inputMode: 'decimal' as const } : {})}
            {...(placeholder === undefined ? {} : { placeholder })}
            onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value)}
            autoComplete="off"
          />
        )}
      </FormField>
    </At>
  )
}

/** A formula over measures and targets: names proposed, mistakes underlined where they stand. */
export function MeasuresFormulaField({ path, label, help, required = false }: FieldProps) {
  const { body, findings } = useEditing()
  const set = useSet()
  const names = useFormulaNames('formula')
  const marks = findingsAt(findings, path).flatMap(({ place: { span }, severity, detail }) => (span === undefined ? [] : [{ ...span, severity, message: detail }]))
  return (
    <At path={path}>
      <FormField label={label} required={required} stacked {...given(useHelp(path, help))}>
        {(field) => <FormulaField field={field} label={label} value={textAt(body, path)} onChange={(text) => set(path, text)} level="formula" names={names} marks={marks} />}
      </FormField>
    </At>
  )
}

/** A whole number, as the document has it. What holds where nothing is written stands there as a hint: as a value it could not be taken out. */
export function WholeField({ path, label, help, least, most, fallback }: FieldProps & { readonly least: number; readonly most: number; readonly fallback?: number }) {
  const { body } = useEditing()
  const set = useSet()
  const take = (text: string) => set(path, text === '' ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : text)
  return (
    <At path={path}>
      <FormField label={label} {...given(useHelp(path, help))}>
        {(field) => (
          <Input
            {...field}
            type="number"
            min={least}
            max={most}
            value={textAt(body, path)}
            {...(fallback === undefined ? {} : { placeholder: String(fallback) })}
            onChange={(event) => take(event.target.value)}
          />
        )}
      </FormField>
    </At>
  )
}

export function DayField({ path, label, help }: FieldProps) {
  const { body } = useEditing()
  const set = useSet()
  return (
    <At path={path}>
      <FormField label={label} {...given(useHelp(path, help))}>
        {(field) => <Input {...field} type="date" value={textAt(body, path)} onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value)} />}
      </FormField>
    </At>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One of several; `fallback` holds where nothing is written, and choosing it writes nothing. Null: something must be written. */
export function ChoiceField({ path, label, help, required = false, choices, fallback }: FieldProps & { readonly choices: readonly Choice[]; readonly fallback: string | null }) {
  const { body } = useEditing()
  const set = useSet()
  const written = textAt(body, path)
  return (
    <At path={path}>
      <FormField label={label} required={required} {...given(useHelp(path, help))}>
        {({ id, ...field }) => (
          <Select
            {...field}
            id={id}
            value={written === '' ? fallback : written}
            options={[...choices]}
            onChange={(value: string | null) => set(path, value === null || value === fallback ? undefined : value)}
          />
        )}
      </FormField>
    </At>
  )
}

/** Yes or no; no writes nothing. */
export function CheckField({ path, label, usual = false }: FieldProps & { readonly usual?: boolean }) {
  const { body } = useEditing()
  const set = useSet()
  const { error, warning } = useSaid(path)
  const value = valueAt(body, path) ?? usual
  return (
    <div data-path={keyOf(path)}>
      <Checkbox checked={value === true} onChange={(event) => set(path, event.target.checked === usual ? undefined : event.target.checked)}>
        {label}
      </Checkbox>
      {warning}
      {error === undefined ? null : <div className={styles['wrong']}>{error}</div>}
    </div>
  )
}

/** A cell of a small table: its label is for screen readers, what is wrong stands below it. */
export function CellField({ path, label, placeholder }: { readonly path: Path; readonly label: string; readonly placeholder?: string }) {
  const { body } = useEditing()
  const set = useSet()
  const { error, warning } = useSaid(path)
  return (
    <div data-path={keyOf(path)}>
      <Input
        aria-label={label}
        value={textAt(body, path)}
        {...(error === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value)}
        autoComplete="off"
      />
      {warning}
      {error === undefined ? null : <div className={styles['wrong']}>{error}</div>}
    </div>
  )
}

/** Where a finding leads (`goToPath` of parts/documents). */
export function At({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  return <div data-path={keyOf(path)}>{children}</div>
}

/** Takes a row out of a table. */
export function RemoveButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  const { t } = useTranslation('schemes')
  return (
    <Button type="text" size="small" onClick={onClick} aria-label={t('edit.remove', { what })} title={t('edit.remove', { what })}>
      ×
    </Button>
  )
}

/** Adds a row to a small table. */
export function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <div>
      <Button size="small" onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}

/** Only what is there: an optional property may not be undefined. */
function given({ error, help }: { readonly error: string | undefined; readonly help: ReactNode }) {
  return { ...(error === undefined ? {} : { error }), ...(help === undefined ? {} : { help }) }
}
