import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { type Chosen, PersonSelect } from '../../parts/PersonSelect.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import type { User } from './queries.ts'
import styles from './settings.module.css'
import { useAct } from './use-act.ts'
import { useWhyNot } from './why-not.ts'

/** Login, name, address, employee. */
export function UserFacts({ user }: { readonly user: User }) {
  const { t } = useTranslation('settings')
  const why = useWhyNot(user)
  const whyNotEmployee = useWhyNot(user, true)
  const [name, setName] = useState(user.name)
  const [email, setEmail] = useState(user.email ?? '')
  const [employee, setEmployee] = useState<Chosen | null>(user.employee === null ? null : { id: user.employee, name: user.employee })
  const changed = {
    ...(name.trim() === user.name ? {} : { name: name.trim() }),
    ...(email.trim() === (user.email ?? '') ? {} : { email: email.trim() === '' ? null : email.trim() }),
    ...(employee?.id === (user.employee ?? undefined) ? {} : { employee: employee?.id ?? null }),
  }
  const save = useAct(() => dataOf(api.PATCH('/users/{user}', { params: { path: { user: user.id } }, body: changed })), { done: () => t('saved') })
  const wrong = fieldProblems(save.error === null ? null : problemOf(save.error))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Section title={user.name} note={`${t('login')} ${user.login}`}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <FormField label={t('name')} error={name.trim() === '' ? t('required') : wrong['name']} required>
          {(field) => <Input {...field} value={name} disabled={why !== undefined} onChange={(event) => setName(event.target.value)} maxLength={200} />}
        </FormField>
        <FormField label={t('email')} error={wrong['email']}>
          {(field) => <Input {...field} type="email" value={email} disabled={why !== undefined} onChange={(event) => setEmail(event.target.value)} maxLength={200} />}
        </FormField>
        <FormField label={t('employee')} help={whyNotEmployee ?? t('employee.help')} error={wrong['employee']}>
          {(field) => <PersonSelect field={field} value={employee} onChange={setEmployee} disabled={whyNotEmployee !== undefined} />}
        </FormField>
        {save.error === null ? null : <ProblemView error={save.error} compact />}
        <div>
          <Button htmlType="submit" loading={save.isPending} disabled={why !== undefined || Object.keys(changed).length === 0 || name.trim() === ''} title={why}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
