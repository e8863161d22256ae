import { App, Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import type { UserLink } from './queries.ts'
import styles from './settings.module.css'

/** The whole address of a one-time link. */
export function addressOf({ path }: Pick<UserLink, 'path'>): string {
  return location.origin + path
}

/** A one-time link, shown this once, to be handed to one person. */
export function LinkShown({ link }: { readonly link: UserLink }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const address = addressOf(link)
  // Only secure addresses have a clipboard; elsewhere the text is selected and copied by hand.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      void message.success(t('link.copied'))
    } catch {
      // A browser may refuse, and its words are no help.
      void message.error(t('link.notCopied'))
    }
  }
  return (
    <div className={styles['link']} role="status">
      <strong>{t('link')}</strong>
      <p>{t('link.note', { until: localTime(link.expiresAt) })}</p>
      <Input aria-label={t('link')} value={address} readOnly onFocus={(event) => event.target.select()} />
      {isSecureContext ? (
        <div>
          <Button onClick={() => void copy()}>{t('link.copy')}</Button>
        </div>
      ) : null}
    </div>
  )
}
