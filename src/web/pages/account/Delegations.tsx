import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { dayAfter, dayBefore } from '../../parts/days.ts'
import { useToday } from '../../parts/use-today.ts'
import { FormField } from '../../ui/FormField.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './account.module.css'

const listDelegations = (signal: AbortSignal) => dataOf(api.GET('/delegations', { signal }))
const listStandIns = (q: string, signal: AbortSignal) => dataOf(api.GET('/delegations/stand-ins', { params: { query: { q } }, signal }))

type Delegation = Awaited<ReturnType<typeof listDelegations>>[number]

const delegationsQuery = queryOptions({ queryKey: ['delegations'], queryFn: ({ signal }) => listDelegations(signal) })

/** Who stands in for the reader, and for whom the reader does. */
export function Delegations() {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const query = useQuery(delegationsQuery)
  const { data } = query
  const [adding, setAdding] = useState(false)
  const end = useMutation({
    mutationFn: (delegation: string) => api.DELETE('/delegations/{delegation}', { params: { path: { delegation } } }),
    onSuccess: () => {
      void message.success(t('delegations.ended'))
      return queries.invalidateQueries({ queryKey: delegationsQuery.queryKey })
    },
  })
  if (data === undefined) return <NotYet query={query} lines={2} />
  return (
    <>
      {end.error === null ? null : <ProblemView error={end.error} compact />}
      {data.length === 0 ? <p>{t('delegations.none')}</p> : null}
      <ul>
        {data.map((each) => (
          <li key={each.id} className={styles['row']}>
            <Said delegation={each} />
            <Button size="small" loading={end.isPending && end.variables === each.id} onClick={() => end.mutate(each.id)} aria-label={`${t('delegations.end')} ${each.to.name}`}>
              {t('delegations.end')}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddDelegation onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{t('delegations.add')}</Button>
        </div>
      )}
    </>
  )
}

function Said({ delegation: { from, to, fromDate, untilDate, reason } }: { readonly delegation: Delegation }) {
  const { t } = useTranslation('account')
  const { user } = useCurrentUser().session
  const who =
    from.id === user.id
      ? t('delegations.to', { name: to.name })
      : to.id === user.id
        ? t('delegations.from', { name: from.name })
        : t('delegations.between', { from: from.name, to: to.name })
  return (
    <span>
      {who} · {t('delegations.days', { from: fromDate, last: dayBefore(untilDate) })} · {reason}
    </span>
  )
}

function AddDelegation({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const today = useToday()
  const [to, setTo] = useState<string | null>(null)
  const [typed, setTyped] = useState({ first: today, last: today, reason: '' })
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const query = useQuery({ queryKey: ['delegations', 'stand-ins', asked], queryFn: ({ signal }) => listStandIns(asked, signal), placeholderData: keepPreviousData })
  const add = useMutation({
    mutationFn: (person: string) => dataOf(api.POST('/delegations', { body: { to: person, fromDate: typed.first, untilDate: dayAfter(typed.last), reason: typed.reason } })),
    onSuccess: () => {
      void message.success(t('delegations.done'))
      onDone()
      return queries.invalidateQueries({ queryKey: delegationsQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to !== null) add.mutate(to)
  }
  const ready = to !== null && typed.first !== '' && typed.last !== '' && typed.reason.trim() !== ''
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <FormField label={t('delegations.person')} help={t('delegations.person.help')} required>
        {({ status: _, ...field }) => (
          <Select
            {...field}
            value={to}
            onChange={setTo}
            options={(query.data ?? []).map(({ id, name, employee }) => ({ value: id, label: [name, employee].filter(Boolean).join(' · ') }))}
            showSearch={{ filterOption: false, onSearch: setQ }}
            notFoundContent={<NoOptions query={query} />}
          />
        )}
      </FormField>
      <FormField label={t('delegations.first')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={typed.first} onChange={(event) => setTyped({ ...typed, first: event.target.value })} />}
      </FormField>
      <FormField label={t('delegations.last')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={typed.last} onChange={(event) => setTyped({ ...typed, last: event.target.value })} />}
      </FormField>
      <FormField label={t('delegations.reason')} help={t('delegations.reason.help')} required>
        {(field) => <Input {...field} value={typed.reason} onChange={(event) => setTyped({ ...typed, reason: event.target.value })} maxLength={500} />}
      </FormField>
      {add.error === null ? null : <ProblemView error={add.error} compact />}
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!ready}>
          {t('delegations.add')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
