import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Page } from '../../ui/Page.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import styles from './sign-in.module.css'
import { useSignIn } from './use-sign-in.ts'

interface LinkFormProps {
  readonly kind: 'setup' | 'password'
  readonly token: string
  readonly footer: ReactNode
}

/** The first administrator says who they are; somebody who got a new link chooses a password. */
export function LinkForm({ kind, token, footer }: LinkFormProps) {
  const { t } = useTranslation('signIn')
  const first = kind === 'setup'
  const [values, setValues] = useState({ login: '', name: '', password: '' })
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSignIn((body: { token: string; login?: string; name?: string; password: string }) => dataOf(api.POST('/session/link', { body })))
  const fields = fieldProblems(error === null ? null : problemOf(error))
  const missing = (name: keyof typeof values, words: string) => (tried && values[name].trim() === '' ? words : fields[name])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const wanted = first ? (['login', 'name', 'password'] as const) : (['password'] as const)
    if (wanted.some((name) => values[name].trim() === '')) return
    mutate(first ? { token, login: values.login.trim(), name: values.name.trim(), password: values.password } : { token, password: values.password })
  }
  const set = (name: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [name]: value }))
  return (
    <Page title={t(first ? 'link.first.title' : 'link.reset.title')} sentence={t(first ? 'link.first.sentence' : 'link.reset.sentence')}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {error === null ? null : <ProblemView error={error} compact />}
        {first ? (
          <>
            <FormField label={t('login')} error={missing('login', t('login.missing'))}>
              {(field) => <Input {...field} value={values.login} onChange={(event) => set('login')(event.target.value)} autoComplete="username" spellCheck={false} />}
            </FormField>
            <FormField label={t('link.name')} error={missing('name', t('link.name.missing'))}>
              {(field) => <Input {...field} value={values.name} onChange={(event) => set('name')(event.target.value)} autoComplete="name" />}
            </FormField>
          </>
        ) : null}
        <FormField label={t('link.newPassword')} help={t('link.password.help')} error={missing('password', t('password.missing'))}>
          {(field) => <PasswordInput field={field} value={values.password} onChange={set('password')} autoComplete="new-password" />}
        </FormField>
        <div>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t(first ? 'link.submit.first' : 'link.submit.reset')}
          </Button>
        </div>
      </form>
      {footer}
    </Page>
  )
}
