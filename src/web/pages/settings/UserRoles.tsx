import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { type AccessRole, REACHES, type Reach, type User } from './queries.ts'
import { useRoleChoices } from './roles.ts'
import styles from './settings.module.css'
import { useAct } from './use-act.ts'
import { useWhyNot } from './why-not.ts'

/** The roles somebody has, with days and reach; nobody changes their own. */
export function UserRoles({ user }: { readonly user: User }) {
  const { t } = useTranslation('settings')
  const why = useWhyNot(user, true)
  const [giving, setGiving] = useState(false)
  const take = useAct((role: string) => dataOf(api.DELETE('/users/{user}/roles/{role}', { params: { path: { user: user.id, role } } })), { done: () => t('role.taken') })
  return (
    <Section title={t('roles')} note={user.roles.length === 0 ? t('roles.none') : undefined}>
      {take.error === null ? null : <ProblemView error={take.error} compact />}
      <ul className={styles['rows']}>
        {user.roles.map((given) => (
          <li key={given.id} className={styles['row']}>
            <span>
              {t(`access.${given.role}`)}
              {given.reach === null ? null : ` · ${t(`reach.${given.reach}`)}`}
            </span>
            <span className={styles['quiet']}>
              <RoleDays from={given.from} until={given.until} />
            </span>
            <Button
              size="small"
              disabled={why !== undefined}
              title={why}
              loading={take.isPending && take.variables === given.id}
              onClick={() => take.mutate(given.id)}
              aria-label={`${t('role.take')} ${t(`access.${given.role}`)}`}
            >
              {t('role.take')}
            </Button>
          </li>
        ))}
      </ul>
      {giving ? (
        <GiveRole user={user.id} onDone={() => setGiving(false)} />
      ) : (
        <div>
          <Button disabled={why !== undefined} title={why} onClick={() => setGiving(true)}>
            {t('role.give')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function RoleDays({ from, until }: { readonly from: string | null; readonly until: string | null }) {
  const { t } = useTranslation('settings')
  const begins = from ?? t('role.ever')
  return until === null ? t('role.days', { from: begins }) : t('role.daysUntil', { from: begins, until })
}

function GiveRole({ user, onDone }: { readonly user: string; readonly onDone: () => void }) {
  const { t } = useTranslation('settings')
  const choices = useRoleChoices()
  const [role, setRole] = useState<AccessRole | null>(null)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reach, setReach] = useState<Reach | null>(null)
  const give = useAct(
    (chosen: AccessRole) =>
      dataOf(
        api.POST('/users/{user}/roles', {
          params: { path: { user } },
          body: { role: chosen, ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }), ...(reach === null ? {} : { reach }) },
        }),
      ),
    { done: () => t('role.given'), onDone },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (role !== null) give.mutate(role)
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <FormField label={t('role.role')} required>
        {({ status: _, ...field }) => <Select {...field} value={role} onChange={setRole} options={choices} />}
      </FormField>
      <FormField label={t('role.from')}>{({ status: _, ...field }) => <Input {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}</FormField>
      <FormField label={t('role.until')} help={t('role.until.help')}>
        {({ status: _, ...field }) => <Input {...field} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}
      </FormField>
      <FormField label={t('role.reach')} help={t('role.reach.help')}>
        {({ status: _, ...field }) => (
          <Select
            {...field}
            value={reach}
            onChange={(next: Reach | null | undefined) => setReach(next ?? null)}
            options={REACHES.map((each) => ({ value: each, label: t(`reach.${each}`) }))}
            placeholder={t('role.reach.own')}
            allowClear
          />
        )}
      </FormField>
      {give.error === null ? null : <ProblemView error={give.error} compact />}
      <div className={styles['buttons']}>
        <Button htmlType="submit" type="primary" loading={give.isPending} disabled={role === null}>
          {t('role.give')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
