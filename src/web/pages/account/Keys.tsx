import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import type { Permission } from '../../api/session.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { localTime } from '../../ui/dates.ts'
import { FormField } from '../../ui/FormField.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './account.module.css'

const listKeys = (signal: AbortSignal) => dataOf(api.GET('/keys', { signal }))

const keysQuery = queryOptions({ queryKey: ['keys'], queryFn: ({ signal }) => listKeys(signal) })

/** Days a key may be wished for; the server has the last word. */
const DAYS = [30, 90, 180, 365]

/** The reader's own keys for programs. */
export function Keys() {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { user } = useCurrentUser().session
  const query = useQuery(keysQuery)
  const { data } = query
  const [adding, setAdding] = useState(false)
  const revoke = useMutation({
    mutationFn: (key: string) => api.DELETE('/keys/{key}', { params: { path: { key } } }),
    onSuccess: () => {
      void message.success(t('keys.revoked'))
      return queries.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  if (data === undefined) return <NotYet query={query} lines={2} />
  return (
    <>
      {revoke.error === null ? null : <ProblemView error={revoke.error} compact />}
      {data.length === 0 ? <p>{t('keys.none')}</p> : null}
      <ul>
        {data.map((key) => (
          <li key={key.id} className={styles['row']}>
            <span>
              {key.name} · {key.shown}… · {t('keys.until', { until: localTime(key.expiresAt) })}
            </span>
            <Button size="small" loading={revoke.isPending && revoke.variables === key.id} onClick={() => revoke.mutate(key.id)} aria-label={`${t('keys.revoke')} ${key.name}`}>
              {t('keys.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddKey onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button disabled={user.demo} title={user.demo ? t('keys.demo') : undefined} onClick={() => setAdding(true)}>
            {t('keys.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function AddKey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account')
  const { t: words } = useTranslation('shell')
  const queries = useQueryClient()
  const { grants } = useCurrentUser().session
  const own = [...new Set(grants.filter(({ delegation }) => delegation === undefined).map(({ permission }) => permission))]
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Permission[]>([])
  const [days, setDays] = useState(90)
  const add = useMutation({
    mutationFn: () => dataOf(api.POST('/keys', { body: { name: name.trim(), scopes, days } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  if (add.data !== undefined) {
    return (
      <div className={styles['form']} role="status">
        <p>{t('keys.once')}</p>
        <Input aria-label={t('keys.token')} value={add.data.token} readOnly onFocus={(event) => event.target.select()} />
        <div>
          <Button onClick={onDone}>OK</Button>
        </div>
      </div>
    )
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <FormField label={t('keys.name')} help={t('keys.name.help')} required>
        {(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} maxLength={200} />}
      </FormField>
      <FormField label={t('keys.scopes')} required>
        {({ status: _, ...field }) => (
          <Select
            {...field}
            mode="multiple"
            value={scopes}
            onChange={setScopes}
            options={own.map((permission) => ({ value: permission, label: words(`permission.${permission}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('keys.days')}>
        {({ status: _, ...field }) => <Select {...field} value={days} onChange={setDays} options={DAYS.map((each) => ({ value: each, label: String(each) }))} />}
      </FormField>
      {add.error === null ? null : <ProblemView error={add.error} compact />}
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={name.trim() === '' || scopes.length === 0}>
          {t('keys.add')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
