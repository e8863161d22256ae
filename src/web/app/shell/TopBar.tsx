import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodPicker } from '../../parts/PeriodPicker.tsx'
import { useLang } from '../../text/lang.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LanguageMenu, MeMenu } from './menus.tsx'
import { Navigation } from './Navigation.tsx'
import { SearchButton } from './SearchButton.tsx'
import styles from './shell.module.css'
import { Waiting } from './Waiting.tsx'

/** Company, period, search, what waits, language, me. On a phone the navigation opens from here. */
export function TopBar({ narrow }: { readonly narrow: boolean }) {
  return (
    <header className={styles['bar']}>
      {narrow ? <NavigationDrawer /> : <Company />}
      <PeriodPicker />
      <div className={styles['end']}>
        <SearchButton narrow={narrow} />
        <Waiting />
        {narrow ? null : <LanguageMenu />}
        <MeMenu narrow={narrow} />
      </div>
    </header>
  )
}

function Company() {
  const { t } = useTranslation('shell')
  const lang = useLang()
  const { company } = useCurrentUser().session
  if (company === null) return null
  return (
    <div className={styles['company']}>
      <span className={styles['companyName']}>{nameIn(company.name ?? undefined, lang, company.id)}</span>
      {company.demo ? <span className={styles['demo']}>{t('demo')}</span> : null}
    </div>
  )
}

function NavigationDrawer() {
  const { t } = useTranslation('shell')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="text" icon={<Icon name="menu" size={20} />} aria-label={t('openNavigation')} onClick={() => setOpen(true)} />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={260}
        title={<Company />}
        closable={{ 'aria-label': t('closeNavigation'), placement: 'end' }}
        styles={{ body: { padding: 0 } }}
      >
        <Navigation onGo={() => setOpen(false)} />
      </Drawer>
    </>
  )
}
