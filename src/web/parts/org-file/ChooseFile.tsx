import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../ui/download.ts'
import styles from './org-file.module.css'
import type { Kind } from './queries.ts'

interface ChooseFileProps {
  readonly kind: Kind
  readonly busy: boolean
  readonly again: boolean
  readonly onFile: (file: File | undefined) => void
}

/** The file, and an empty one to fill in. */
export function ChooseFile({ kind, busy, again, onFile }: ChooseFileProps) {
  const { t } = useTranslation('orgFile')
  const input = useRef<HTMLInputElement>(null)
  // Excel takes a file for UTF-8 only with the mark in front.
  const empty = () => download(`${t(`${kind}.templateName`)}.csv`, `\uFEFF${t(`${kind}.templateColumns`)}\r\n`)
  return (
    <div className={styles['file']}>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t(`${kind}.choose`)}
        onChange={({ target }) => {
          onFile(target.files?.[0])
          target.value = ''
        }}
      />
      <Button type={again ? 'default' : 'primary'} loading={busy} onClick={() => input.current?.click()}>
        {busy ? t('reading') : again ? t('other') : t(`${kind}.choose`)}
      </Button>
      {again ? null : (
        <Button type="link" onClick={empty}>
          {t(`${kind}.template`)}
        </Button>
      )}
    </div>
  )
}
