import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { useNarrow } from '../../ui/use-media.ts'
import styles from './data.module.css'
import type { Value } from './FieldValue.tsx'
import type { Field } from './queries.ts'
import { ValueInput } from './RecordFilters.tsx'

interface RecordEditorProps {
  readonly dataset: string
  readonly title: string
  readonly fields: readonly Field[]
  /** The record that is corrected; a new one where not given. */
  readonly record?: { readonly id: string; readonly change: string; readonly values: Readonly<Record<string, Value>> }
  readonly onClose: () => void
}

const asText = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value))

/** A record typed in: checked by the server as a row of a file is; every finding stands under its field. */
export function RecordEditor({ dataset, title, fields, record: opened, onClose }: RecordEditorProps) {
  // As it was when it was opened: what somebody else writes meanwhile is refused as a conflict, not taken for what was seen.
  const [record] = useState(opened)
  const { t } = useTranslation('data')
  const narrow = useNarrow()
  const before = Object.fromEntries(fields.map((f) => [f.field, asText(record?.values[f.field])]))
  const [typed, setTyped] = useState(before)
  const [reason, setReason] = useState('')
  const changed = Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== before[field]))
  const { mutate, isPending, error } = useSave({ dataset, record, changed, typed, reason, onClose })
  const wrong = fieldProblems(error === null ? null : problemOf(error))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <Drawer open onClose={onClose} title={title} size={narrow ? '100%' : 560} closable={{ 'aria-label': t('record.cancel'), placement: 'end' }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {error === null ? null : <ProblemView error={error} compact />}
        {fields.map((field) => {
          const fixed = record !== undefined && field.key
          return (
            <FormField
              key={field.field}
              label={field.name}
              required={field.required}
              error={wrong[field.field]}
              help={fixed ? t('record.keyFixed') : field.description === '' ? undefined : field.description}
            >
              {({ id }) =>
                fixed ? (
                  <Input id={id} value={typed[field.field] ?? ''} disabled />
                ) : (
                  <ValueInput id={id} field={field} value={typed[field.field] ?? ''} onChange={(value) => setTyped({ ...typed, [field.field]: value })} />
                )
              }
            </FormField>
          )
        })}
        <FormField label={t('record.reason')} help={t('record.reasonHelp')} error={wrong['reason']} required>
          {(field) => <Input {...field} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />}
        </FormField>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim() === '' || Object.keys(changed).length === 0}>
            {t('record.save')}
          </Button>
          <Button onClick={onClose}>{t('record.cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}

type Texts = Readonly<Record<string, string>>

function useSave(
  of: Pick<RecordEditorProps, 'dataset' | 'onClose'> & {
    readonly record: RecordEditorProps['record'] | undefined
    readonly changed: Texts
    readonly typed: Texts
    readonly reason: string
  },
) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { dataset, record, changed, typed, reason, onClose } = of
  return useMutation({
    mutationFn: async (): Promise<string> => {
      if (record === undefined) {
        const fields = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
        const made = await dataOf(api.POST('/datasets/{dataset}/records', { params: { path: { dataset } }, body: { fields, reason } }))
        return made.record
      }
      await api.PATCH('/datasets/{dataset}/records/{record}', { params: { path: { dataset, record: record.id } }, body: { fields: changed, reason, change: record.change } })
      return record.id
    },
    onSuccess: async (id) => {
      void message.success(t('record.saved'))
      await queries.invalidateQueries({ queryKey: ['datasets'] })
      onClose()
      if (record === undefined) void navigate({ to: '/data/$dataset/$record', params: { dataset, record: id } })
    },
  })
}
