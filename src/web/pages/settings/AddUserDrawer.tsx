import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { type Chosen, PersonSelect } from '../../parts/PersonSelect.tsx'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { LinkShown } from './LinkShown.tsx'
import type { AccessRole } from './queries.ts'
import { useRoleChoices } from './roles.ts'
import styles from './settings.module.css'
import { useAct } from './use-act.ts'

/** A new user: `?add=user`. What is made is a link with which they choose a password. */
export function AddUserDrawer() {
  const { t } = useTranslation('settings')
  return (
    <AddressDrawer param="add" title={t('add')} width={520}>
      {() => <AddUser />}
    </AddressDrawer>
  )
}

function AddUser() {
  const { t } = useTranslation('settings')
  const [, setAdd] = useAddressParam('add')
  const [typed, setTyped] = useState({ login: '', name: '', email: '' })
  const [employee, setEmployee] = useState<Chosen | null>(null)
  const [roles, setRoles] = useState<AccessRole[]>([])
  const choices = useRoleChoices()
  const add = useAct(() => dataOf(api.POST('/users', { body: bodyOf(typed, employee, roles) })), {})
  const wrong = fieldProblems(add.error === null ? null : problemOf(add.error))
  if (add.data !== undefined) {
    return (
      <div className={styles['form']}>
        <LinkShown link={add.data.link} />
        <div>
          <Button onClick={() => setAdd(undefined)}>{t('close')}</Button>
        </div>
      </div>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <FormField label={t('login')} help={t('add.login.help')} error={wrong['login']} required>
        {(field) => <Input {...field} value={typed.login} onChange={(event) => setTyped({ ...typed, login: event.target.value })} autoComplete="off" maxLength={100} />}
      </FormField>
      <FormField label={t('name')} error={wrong['name']} required>
        {(field) => <Input {...field} value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} autoComplete="off" maxLength={200} />}
      </FormField>
      <FormField label={t('email')} error={wrong['email']}>
        {(field) => (
          <Input {...field} type="email" value={typed.email} onChange={(event) => setTyped({ ...typed, email: event.target.value })} autoComplete="off" maxLength={200} />
        )}
      </FormField>
      <FormField label={t('employee')} help={t('employee.help')} error={wrong['employee']}>
        {(field) => <PersonSelect field={field} value={employee} onChange={setEmployee} />}
      </FormField>
      <FormField label={t('roles')} help={t('add.roles.help')}>
        {({ status: _, ...field }) => <Select {...field} mode="multiple" value={roles} onChange={setRoles} options={choices} placeholder={t('roles.none')} />}
      </FormField>
      {add.error === null ? null : <ProblemView error={add.error} compact />}
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={typed.login.trim() === '' || typed.name.trim() === ''}>
          {t('add.submit')}
        </Button>
        <Button onClick={() => setAdd(undefined)}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

function bodyOf({ login, name, email }: { readonly login: string; readonly name: string; readonly email: string }, employee: Chosen | null, roles: readonly AccessRole[]) {
  return {
    ...{ login: login.trim(), name: name.trim(), roles: roles.map((role) => ({ role })) },
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    ...(employee === null ? {} : { employee: employee.id }),
  }
}
