import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Drawer, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { readFigure } from '../../ui/figure-text.ts'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { useNarrow } from '../../ui/use-media.ts'
import styles from './pay-items.module.css'
import { peopleToPayQuery } from './people.ts'
import { type PayEdit, type PayItem, type PayItems, savePayItems } from './queries.ts'

interface EditorProps {
  /** What is changed; null: something new. */
  readonly item: PayItem | null
  readonly known: PayItems
  readonly onClose: () => void
}

/** An amount from a day on. A rise is a new amount with its day: what held before stays. */
export function PayItemEditor({ item, known: opened, onClose }: EditorProps) {
  // As it was when it was opened: what is saved is saved against that.
  const [known] = useState(opened)
  const { t } = useTranslation('payItems')
  const narrow = useNarrow()
  const [typed, setTyped] = useState({ employee: item?.employee ?? '', item: item?.item ?? '', from: item?.from ?? '', to: item?.amount ?? '' })
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useSave(onClose)
  const wrong = fieldProblems(error === null ? null : problemOf(error))
  const figure = readFigure(typed.to, false)
  const bad = 'bad' in figure ? t('amount.bad') : undefined
  const ready = typed.employee !== '' && typed.item.trim() !== '' && reason.trim() !== '' && typed.to.trim() !== '' && bad === undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ edits: [editFor(typed, known)], reason })
  }
  const set = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value })
  return (
    <Drawer open onClose={onClose} title={t(item === null ? 'add' : 'edit.title')} size={narrow ? '100%' : 560} closable={{ 'aria-label': t('close'), placement: 'end' }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {error === null ? null : <ProblemView error={error} compact />}
        <FormField label={t('person')} required>
          {({ id }) => <PersonField id={id} known={known} value={typed.employee} fixed={item !== null} onChange={set('employee')} />}
        </FormField>
        <FormField label={t('item')} error={wrong['item']} help={t('item.help')} required>
          {({ id }) => (
            <AutoComplete
              id={id}
              disabled={item !== null}
              value={typed.item}
              onChange={(value: string) => set('item')(value ?? '')}
              options={known.names.map((each) => ({ value: each.item }))}
            />
          )}
        </FormField>
        <FormField label={t('amount')} error={wrong['to'] ?? bad} required>
          {(field) => <Input {...field} inputMode="decimal" value={typed.to} onChange={(event) => set('to')(event.target.value)} />}
        </FormField>
        <FormField label={t('from')} error={wrong['from']} help={t('from.help')}>
          {(field) => <Input {...field} type="date" value={typed.from} onChange={(event) => set('from')(event.target.value)} />}
        </FormField>
        <FormField label={t('reason')} help={t('reason.help')} required>
          {(field) => <Input {...field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
        </FormField>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={isPending} disabled={!ready}>
            {t('save')}
          </Button>
          {item === null ? null : (
            <Button
              danger
              disabled={reason.trim() === ''}
              onClick={() => mutate({ edits: [{ employee: item.employee, item: item.item, from: item.from ?? '', seen: item.amount, to: '' }], reason })}
            >
              {t('remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}

/** What is saved, against what stands on that day. Another day makes another amount: what held before goes on to hold until then. */
function editFor(typed: { readonly employee: string; readonly item: string; readonly from: string; readonly to: string }, known: PayItems): PayEdit {
  const there = known.items.find((each) => each.employee === typed.employee && each.item === typed.item.trim() && (each.from ?? '') === typed.from)
  return { ...typed, seen: there?.amount ?? null }
}

function PersonField({
  id,
  known,
  value,
  fixed,
  onChange,
}: {
  readonly id: string
  readonly known: PayItems
  readonly value: string
  readonly fixed: boolean
  readonly onChange: (value: string) => void
}) {
  const query = useQuery({ ...peopleToPayQuery, enabled: !fixed })
  const people = new Map([...known.items.map((each) => [each.employee, each.name] as const), ...(query.data ?? []).map((each) => [each.id, each.name] as const)])
  return (
    <Select
      id={id}
      disabled={fixed}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      notFoundContent={<NoOptions query={query} />}
      onChange={(next: string | null) => onChange(next ?? '')}
      options={[...people].map(([employee, name]) => ({ value: employee, label: `${name} ${employee}` }))}
    />
  )
}

function useSave(onClose: () => void) {
  const { t } = useTranslation('payItems')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ edits, reason }: { readonly edits: readonly PayEdit[]; readonly reason: string }) => savePayItems(edits, reason),
    onSuccess: async ({ changed }) => {
      await queries.invalidateQueries({ queryKey: ['pay-items'] })
      onClose()
      void message.success(t('saved', { count: changed }))
    },
  })
}
