import { useTranslation } from 'react-i18next'
import styles from './documents.module.css'
import type { Difference } from './queries.ts'

/** Values longer than this are cut; the whole stands under the pointer. */
const SHOWN = 160

/** Old and new of each place of a document that changed. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul className={styles['differences']}>
      {differences.map(({ path, place, beforeText, afterText }) => (
        <li key={path}>
          <span className={styles['quiet']} title={path}>
            {place}
          </span>
          <span className={styles['change']}>
            <Value text={beforeText} gone={afterText !== null} /> → <Value text={afterText} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Value({ text, gone = false }: { readonly text: string | null; readonly gone?: boolean }) {
  const { t } = useTranslation('documents')
  if (text === null) return <span className={styles['quiet']}>{t('difference.nothing')}</span>
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return gone ? <del title={text}>{short}</del> : <span title={text}>{short}</span>
}
