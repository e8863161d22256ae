import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './sign-in.module.css'
import { useSignIn } from './use-sign-in.ts'

export function PasswordForm() {
  const { t } = useTranslation('signIn')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSignIn((body: { login: string; password: string }) => dataOf(api.POST('/session', { body })))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login.trim() !== '' && password !== '') mutate({ login: login.trim(), password })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {error === null ? null : <ProblemView error={error} compact />}
      <FormField label={t('login')} error={tried && login.trim() === '' ? t('login.missing') : undefined}>
        {(field) => <Input {...field} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" spellCheck={false} />}
      </FormField>
      <FormField label={t('password')} error={tried && password === '' ? t('password.missing') : undefined}>
        {(field) => <PasswordInput field={field} value={password} onChange={setPassword} autoComplete="current-password" />}
      </FormField>
      <div>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
