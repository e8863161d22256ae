import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { LanguageChoice, ThemeChoices } from './Appearance.tsx'
import { Delegations } from './Delegations.tsx'
import { Keys } from './Keys.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import { Sessions } from './Sessions.tsx'

/** What somebody sets for themself: language, appearance, password, sessions. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const { user } = useCurrentUser().session
  return (
    <Page title={t('title')} sentence={user.demo ? t('sentence.demo') : t('sentence', { login: user.login, name: user.name })} width="narrow">
      <Section title={t('language')} note={t('language.note')}>
        <LanguageChoice />
      </Section>
      <Section title={t('theme')} note={t('theme.note')}>
        <ThemeChoices />
      </Section>
      {user.demo ? null : (
        <Section title={t('password')} note={user.hasPassword ? t('password.note') : t('password.none')}>
          <PasswordChange hasPassword={user.hasPassword} />
        </Section>
      )}
      <Section title={t('sessions')} note={t('sessions.note')}>
        <Sessions />
      </Section>
      <Section title={t('delegations')} note={t('delegations.note')}>
        <Delegations />
      </Section>
      <Section title={t('keys')} note={user.demo ? t('keys.demo') : t('keys.note')}>
        <Keys />
      </Section>
    </Page>
  )
}
