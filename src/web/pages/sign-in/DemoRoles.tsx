import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import type { DemoRole, SessionOptions } from '../../api/session.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import styles from './sign-in.module.css'
import { useSignIn } from './use-sign-in.ts'

/** The roles of the demo company: one press, and one looks around as somebody of it. */
export function DemoRoles({ roles, oidc }: { readonly roles: SessionOptions['demoRoles']; readonly oidc: ReactNode }) {
  const { t } = useTranslation('signIn')
  const [byPassword, setByPassword] = useState(false)
  const { mutate, error, isPending, variables } = useSignIn((role: DemoRole) => dataOf(api.POST('/session/demo', { body: { role } })))
  return (
    <Page title={t('demo.title')} sentence={t('demo.sentence')}>
      {error === null ? null : <ProblemView error={error} compact />}
      <ul className={styles['roles']}>
        {roles.map(({ role, name }) => (
          <li key={role}>
            <button type="button" className={styles['role']} data-role={role} disabled={isPending} aria-busy={isPending && variables === role} onClick={() => mutate(role)}>
              <span className={styles['roleName']}>{t(`demo.${role}`)}</span>
              <span className={styles['person']}>{name}</span>
              <span className={styles['about']}>{t(`demo.${role}.about`)}</span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      {byPassword ? (
        <PasswordForm />
      ) : (
        <p>
          <button type="button" className={styles['textButton']} onClick={() => setByPassword(true)}>
            {t('demo.password')}
          </button>
        </p>
      )}
      {oidc}
    </Page>
  )
}
