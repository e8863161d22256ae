import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './account.module.css'

const EMPTY = { old: '', password: '' }

/** A new password; the old one is asked for where there is one. */
export function PasswordChange({ hasPassword }: { readonly hasPassword: boolean }) {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const [values, setValues] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.POST('/session/password', { body: hasPassword ? values : { password: values.password } }),
    onSuccess: () => {
      setValues(EMPTY)
      setTried(false)
      void message.success(t('password.done'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.password !== '' && (!hasPassword || values.old !== '')) mutate()
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {error === null ? null : <ProblemView error={error} compact />}
      {hasPassword ? (
        <FormField label={t('password.old')} error={tried && values.old === '' ? t('password.old.missing') : undefined}>
          {(field) => <PasswordInput field={field} value={values.old} onChange={(old) => setValues({ ...values, old })} autoComplete="current-password" />}
        </FormField>
      ) : null}
      <FormField label={t('password.new')} help={t('password.help')} error={tried && values.password === '' ? t('password.new.missing') : undefined}>
        {(field) => <PasswordInput field={field} value={values.password} onChange={(password) => setValues({ ...values, password })} autoComplete="new-password" />}
      </FormField>
      <div>
        <Button htmlType="submit" loading={isPending}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  )
}
