import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { readFigure } from '../../ui/figure-text.ts'
import styles from './estimate.module.css'
import { datasetShownQuery, type FieldShown } from './queries.ts'
import type { DatasetRead } from './reading.ts'
import { type Asked, choicesFor, type Draft } from './what-if.ts'

/** What people call a dataset; its id where one may not look at records. */
export function DatasetName({ dataset, with: words }: { readonly dataset: string; readonly with: 'suppose.add' | 'draft' }) {
  const { t } = useTranslation('estimate')
  const { can } = useCurrentUser()
  const { data } = useQuery({ ...datasetShownQuery(dataset), enabled: can('data.read') })
  return <>{t(words, { dataset: data?.name ?? dataset })}</>
}

interface DraftCardProps {
  readonly asked: Asked
  readonly draft: Draft
  readonly read: DatasetRead | undefined
  readonly onChange: (draft: Draft) => void
  readonly onRemove: () => void
}

/** A record that there is not: the fields that decide, and the rest on request. It begins as a copy of the newest one. */
export function DraftCard({ asked, draft, read, onChange, onRemove }: DraftCardProps) {
  const { t } = useTranslation('estimate')
  const { can } = useCurrentUser()
  const [all, setAll] = useState(false)
  const { data } = useQuery({ ...datasetShownQuery(draft.dataset), enabled: can('data.read') })
  const names = Object.keys(asked.program.datasets[draft.dataset]?.fields ?? {})
  const decisive = names.filter((field) => read?.fields.includes(field) === true)
  const shown = all ? names : decisive
  return (
    <fieldset className={styles['draft']}>
      <legend>
        <DatasetName dataset={draft.dataset} with="draft" />
      </legend>
      <div className={styles['fields']}>
        {shown.map((field) => (
          <DraftField key={field} asked={asked} draft={draft} field={field} about={data?.fields.find((each) => each.field === field)} onChange={onChange} />
        ))}
      </div>
      <div className={styles['buttons']}>
        {names.length === decisive.length ? null : (
          <Button size="small" type="link" onClick={() => setAll(!all)}>
            {t(all ? 'draft.fewer' : 'draft.all', { count: names.length - decisive.length })}
          </Button>
        )}
        <Button size="small" onClick={onRemove}>
          {t('draft.remove')}
        </Button>
      </div>
    </fieldset>
  )
}

interface DraftFieldProps {
  readonly asked: Asked
  readonly draft: Draft
  readonly field: string
  readonly about: FieldShown | undefined
  readonly onChange: (draft: Draft) => void
}

const NUMBERS: readonly string[] = ['money', 'decimal', 'integer']

function DraftField({ asked, draft, field, about, onChange }: DraftFieldProps) {
  const { t } = useTranslation('estimate')
  const type = asked.program.datasets[draft.dataset]?.fields[field]?.type ?? 'text'
  const value = draft.fields[field] ?? ''
  const set = (text: string) => onChange({ ...draft, fields: { ...draft.fields, [field]: text } })
  const choices = useMemo(() => about?.choices ?? choicesFor(asked, draft.dataset, field), [about, asked, draft.dataset, field])
  if (NUMBERS.includes(type)) return <NumberField name={about?.name ?? field} value={value} onChange={set} />
  return (
    <FormField label={about?.name ?? field}>
      {({ id }) => {
        if (type === 'boolean')
          return (
            <Select
              id={id}
              allowClear
              value={value === '' ? null : value}
              onChange={(next: string | null | undefined) => set(next ?? '')}
              options={['true', 'false'].map((each) => ({ value: each, label: t(each === 'true' ? 'yes' : 'no') }))}
            />
          )
        if (type === 'date' || type === 'timestamp') return <Input id={id} type="date" value={value.slice(0, 10)} onChange={(event) => set(event.target.value)} />
        if (about?.choices != null)
          return (
            <Select
              id={id}
              allowClear
              value={value === '' ? null : value}
              onChange={(next: string | null | undefined) => set(next ?? '')}
              options={choices.map((each) => ({ value: each, label: each }))}
            />
          )
        return (
          <span className={styles['wide']}>
            <AutoComplete
              className={styles['wide'] ?? ''}
              id={id}
              value={value}
              onChange={(next: string) => set(next ?? '')}
              options={choices.map((each) => ({ value: each }))}
              showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
            />
            {type === 'reference' ? <span className={styles['note']}>{t('draft.reference')}</span> : null}
          </span>
        )
      }}
    </FormField>
  )
}

/** A figure as people write it; what is none changes nothing and is said. */
function NumberField({ name, value, onChange }: { readonly name: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('estimate')
  const [typed, setTyped] = useState(value)
  const figure = readFigure(typed, false)
  const type = (text: string) => {
    setTyped(text)
    const read = readFigure(text, false)
    if (!('bad' in read)) onChange(read.value ?? '')
  }
  return (
    <FormField label={name} error={'bad' in figure ? t('draft.bad') : undefined}>
      {(field) => <Input {...field} inputMode="decimal" value={typed} onChange={(event) => type(event.target.value)} />}
    </FormField>
  )
}
