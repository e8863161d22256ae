import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { App, Button, Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang } from '../../../base/diagnostic.ts'
import { api } from '../../api/client.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { useLanguage } from '../../parts/LanguageProvider.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { type ThemeChoice, useTheme } from '../../ui/theme/ThemeProvider.tsx'
import styles from './shell.module.css'

const LANGS = ['zh', 'en'] as const
const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark']

interface MenuProps {
  readonly icon: IconName
  readonly label: string
  readonly children: (close: () => void) => ReactNode
}

function Menu({ icon, label, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<div className={styles['menu']}>{children(() => setOpen(false))}</div>}
      destroyOnHidden
    >
      <Button type="text" icon={<Icon name={icon} size={18} />} aria-label={label} title={label} aria-haspopup="dialog" aria-expanded={open} />
    </Popover>
  )
}

function Choice({ chosen, onChoose, children }: { readonly chosen: boolean; readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles['item']} aria-pressed={chosen} onClick={onChoose}>
      <span style={{ visibility: chosen ? 'visible' : 'hidden', display: 'inline-flex' }}>
        <Icon name="check" />
      </span>
      {children}
    </button>
  )
}

export function LanguageMenu() {
  const { t } = useTranslation('shell')
  return (
    <Menu icon="language" label={t('language')}>
      {(close) => <Languages onDone={close} />}
    </Menu>
  )
}

function Languages({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('shell')
  const { lang, choose } = useLanguage()
  const pick = (next: Lang) => {
    onDone()
    void choose(next)
  }
  return LANGS.map((each) => (
    <Choice key={each} chosen={lang === each} onChoose={() => pick(each)}>
      {t(`language.${each}`)}
    </Choice>
  ))
}

/** Name, account, appearance, sign out; on a phone the language too. */
export function MeMenu({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('shell')
  const { user } = useCurrentUser().session
  return (
    <Menu icon="person" label={t('me')}>
      {(close) => (
        <>
          <div className={styles['menuHead']}>
            <strong>{user.name}</strong>
            {user.demo ? null : <div className={styles['quiet']}>{user.login}</div>}
          </div>
          <Link to="/account" className={styles['item'] ?? ''} onClick={close}>
            <Icon name="settings" />
            {t('account')}
          </Link>
          {narrow ? (
            <>
              <div className={styles['group']}>{t('language')}</div>
              <Languages onDone={close} />
            </>
          ) : null}
          <div className={styles['group']}>{t('theme')}</div>
          <Themes />
          <SignOut />
        </>
      )}
    </Menu>
  )
}

function Themes() {
  const { t } = useTranslation('shell')
  const { choice, choose } = useTheme()
  return THEMES.map((each) => (
    <Choice key={each} chosen={choice === each} onChoose={() => choose(each)}>
      {t(`theme.${each}`)}
    </Choice>
  ))
}

function SignOut() {
  const { t } = useTranslation('shell')
  const { message } = App.useApp()
  const router = useRouter()
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.DELETE('/session'),
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' })
      // Nothing of one person may be seen by the next.
      queries.clear()
    },
    onError: () => void message.error(t('signOut.failed')),
  })
  return (
    <button type="button" className={styles['item']} disabled={isPending} onClick={() => mutate()}>
      <Icon name="out" />
      {t('signOut')}
    </button>
  )
}
