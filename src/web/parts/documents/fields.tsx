import { AutoComplete, Input, Select } from 'antd'
import { createContext, type ReactNode, use } from 'react'
import { type FieldProps, FormField } from '../../ui/FormField.tsx'
import { type Path, textAt, valueAt, withValue } from './body.ts'
import { FormulaField, marksAt } from './FormulaField.tsx'
import { type FormulaLevel, useFormulaNames } from './formula-names.ts'
import { type Draft, mistakeAt } from './use-draft.ts'

const DraftContext = createContext<Draft | null>(null)

/** Around the form of a draft: its fields read and write the draft by their paths. */
export function DraftForm({ draft, children }: { readonly draft: Draft; readonly children: ReactNode }) {
  return <DraftContext value={draft}>{children}</DraftContext>
}

/** The draft that a form writes. */
export function useFormDraft(): Draft {
  const draft = use(DraftContext)
  if (draft === null) throw new Error('a field of a draft outside DraftForm')
  return draft
}

export interface FieldAtProps {
  readonly path: Path
  readonly label: string
  readonly help?: ReactNode
  readonly required?: boolean
}

/** A field at a path: its label, and below it what the check says of it. Findings lead here. */
function At({ path, label, help, required = false, children }: FieldAtProps & { readonly children: (field: FieldProps, draft: Draft) => ReactNode }) {
  const draft = useFormDraft()
  return (
    <div data-path={path.join('.')}>
      <FormField label={label} help={help} required={required} error={mistakeAt(draft, ...path)} stacked>
        {(field) => children(field, draft)}
      </FormField>
    </div>
  )
}

const change = (draft: Draft, path: Path, value: unknown) => draft.change(withValue(draft.body ?? {}, path, value))

/** A text; empty takes it out of the document. `number`: digits become a number as the document has it. */
export function TextAt({ number = false, multiline = false, ...props }: FieldAtProps & { readonly number?: boolean; readonly multiline?: boolean }) {
  const { path } = props
  return (
    <At {...props}>
      {(field, draft) => {
        const value = textAt(draft.body, path)
        const onChange = (text: string) => change(draft, path, text === '' ? undefined : number && /^\d{1,9}$/.test(text) ? Number(text) : text)
        return multiline ? (
          <Input.TextArea {...field} value={value} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: 2, maxRows: 6 }} />
        ) : (
          <Input {...field} value={value} onChange={(event) => onChange(event.target.value)} />
        )
      }}
    </At>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One of some values; `usual` is what counts where the document says nothing. `onPick` where more than this place changes. */
export function ChoiceAt({
  choices,
  usual,
  onPick,
  clearable = false,
  ...props
}: FieldAtProps & { readonly choices: readonly Choice[]; readonly usual?: string; readonly onPick?: (value: string) => void; readonly clearable?: boolean }) {
  const { path } = props
  return (
    <At {...props}>
      {(field, draft) => {
        const value = textAt(draft.body, path)
        const known = choices.some((c) => c.value === value) || value === '' ? choices : [...choices, { value, label: value }]
        return (
          <Select
            {...field}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear={clearable}
            value={value === '' ? (usual ?? null) : value}
            options={known.map((c) => ({ ...c }))}
            onChange={(next: string | undefined) => (onPick === undefined ? change(draft, path, next === undefined || next === usual ? undefined : next) : onPick(next ?? ''))}
          />
        )
      }}
    </At>
  )
}

/** A text with proposals: paths through references, units made of others. */
export function ProposedAt({ choices, ...props }: FieldAtProps & { readonly choices: readonly Choice[] }) {
  const { path } = props
  return (
    <At {...props}>
      {(field, draft) => {
        const value = textAt(draft.body, path)
        const fitting = choices.filter((c) => c.value.includes(value) || c.label.includes(value) || choices.some((each) => each.value === value))
        return (
          <AutoComplete
            {...field}
            style={{ width: '100%' }}
            value={value}
            options={fitting.map((c) => ({ value: c.value, label: c.label }))}
            onChange={(next: string | undefined) => change(draft, path, next === undefined || next === '' ? undefined : next)}
          />
        )
      }}
    </At>
  )
}

/** A formula over records of a dataset, over measures, or of an incentive plan. */
export function FormulaAt({ level, dataset, ...props }: FieldAtProps & { readonly level: FormulaLevel; readonly dataset?: string }) {
  const { path, label } = props
  const names = useFormulaNames(level, dataset)
  return (
    <At {...props}>
      {(field, draft) => (
        <FormulaField
          field={field}
          label={label}
          value={textAt(draft.body, path)}
          onChange={(text) => change(draft, path, text === '' ? undefined : text)}
          level={level}
          names={names}
          marks={marksAt(draft, ...path)}
        />
      )}
    </At>
  )
}

/** A name, or a description, in both languages. A document may have one text for both. */
export function LocalAt({
  path,
  zh,
  en,
  help,
  multiline = false,
}: {
  readonly path: Path
  readonly zh: string
  readonly en: string
  readonly help?: ReactNode
  readonly multiline?: boolean
}) {
  const draft = useFormDraft()
  const value = valueAt(draft.body, path)
  const texts = typeof value === 'string' ? { zh: value, en: '' } : { zh: textAt(value, ['zh']), en: textAt(value, ['en']) }
  const put = (next: typeof texts) => {
    const given = Object.fromEntries(Object.entries(next).filter(([, text]) => text !== ''))
    change(draft, path, Object.keys(given).length === 0 ? undefined : given)
  }
  const input = (field: FieldProps, lang: 'zh' | 'en') => {
    const own = { ...field, value: texts[lang], onChange: (event: { target: { value: string } }) => put({ ...texts, [lang]: event.target.value }) }
    return multiline ? <Input.TextArea {...own} autoSize={{ minRows: 2, maxRows: 5 }} /> : <Input {...own} />
  }
  return (
    <div data-path={path.join('.')} style={{ display: 'contents' }}>
      <FormField label={zh} help={help} error={mistakeAt(draft, ...path)} stacked>
        {(field) => input(field, 'zh')}
      </FormField>
      <FormField label={en} stacked>
        {(field) => input(field, 'en')}
      </FormField>
    </div>
  )
}
