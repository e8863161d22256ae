import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Radio, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Body, beginDraft } from '../../parts/documents/queries.ts'
import { newTable } from '../../parts/plans/table-rows.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './incentives.module.css'

const EVERY = ['month', 'quarter', 'half', 'year', 'week'] as const
const KINDS = ['tiers', 'curve', 'lookup'] as const

/** A new plan: what it is called and how often it pays; everything else is written in its editor. */
export function NewPlanPage() {
  const { t } = useTranslation('incentives')
  const [every, setEvery] = useState<string>('month')
  const navigate = useNavigate()
  const make = (name: string): Body => ({ incentive: name, name, every, components: [{ component: t('edit.componentNew', { at: 1 }), amount: '' }] })
  return (
    <NewDocument kind="incentive" title={t('new.plan')} make={make} onMade={(plan) => void navigate({ to: '/incentives/$plan/edit', params: { plan } })}>
      <FormField label={t('column.every')}>
        {(field) => <Select {...field} value={every} options={EVERY.map((value) => ({ value, label: t(`every.${value}`) }))} onChange={setEvery} />}
      </FormField>
    </NewDocument>
  )
}

/** A new rate table: what it is called and of which kind. */
export function NewTablePage() {
  const { t } = useTranslation('incentives')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('tiers')
  const navigate = useNavigate()
  const make = (name: string): Body => ({ table: name, ...newTable(kind, t('edit.keyNew', { at: 1 })) })
  return (
    <NewDocument kind="table" title={t('new.table')} make={make} onMade={(table) => void navigate({ to: '/tables/$table/edit', params: { table } })}>
      <Radio.Group aria-label={t('column.kind')} value={kind} onChange={(event) => setKind(event.target.value)}>
        {KINDS.map((each) => (
          <Radio key={each} value={each}>
            {t(`new.kind.${each}`)}
          </Radio>
        ))}
      </Radio.Group>
    </NewDocument>
  )
}

interface NewDocumentProps {
  readonly kind: 'incentive' | 'table'
  readonly title: string
  readonly make: (name: string) => Body
  readonly onMade: (id: string) => void
  readonly children: React.ReactNode
}

function NewDocument({ kind, title, make, onMade, children }: NewDocumentProps) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const [name, setName] = useState('')
  const id = name.trim()
  const { mutate, error, isPending } = useMutation({ mutationFn: () => beginDraft(kind, id, make(id)), onSuccess: () => onMade(id) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (id !== '') mutate()
  }
  return (
    <Page title={title} sentence={t('new.sentence')} width="narrow">
      <form className={styles['editor']} onSubmit={submit} lang={lang}>
        {error === null ? null : <ProblemView error={error} compact />}
        <FormField label={t('new.name')} help={t('new.nameHelp')} required>
          {(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} maxLength={100} />}
        </FormField>
        {children}
        <div className={styles['actions']}>
          <Button type="primary" htmlType="submit" disabled={id === ''} loading={isPending}>
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
