import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import styles from './shell.module.css'

/** What waits for the reader. */
export function Waiting() {
  const { t } = useTranslation('shell')
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className={styles['menu']}>{t('waiting.none')}</div>} destroyOnHidden>
      <Button type="text" icon={<Icon name="bell" size={18} />} aria-label={t('waiting')} title={t('waiting')} aria-haspopup="dialog" />
    </Popover>
  )
}
