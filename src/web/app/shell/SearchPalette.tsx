import { useRouter } from '@tanstack/react-router'
import { Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../text/title.ts'
import type { Hit } from '../search-source.ts'
import styles from './search-palette.module.css'
import { type HitGroup, useSearchHits } from './use-search-hits.ts'

const idOf = (at: number): string => `search-hit-${at}`

/** The search over everything: typed words above, what fits below, arrows and Enter. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups, waiting } = useSearchHits(typed)
  const hits = groups.flatMap((group) => group.hits)
  const chosen = Math.min(at, hits.length - 1)
  const type = (text: string) => {
    setTyped(text)
    setAt(0)
  }
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return
    onClose()
    // Filters and open drawers are of the page that is left; period and language come along by the root route.
    void router.navigate({ to: hit.to, search: hit.search ?? {} })
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (hits.length > 0) setAt((chosen + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(hits[chosen])
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{t('search')}</span>}
      width={560}
      styles={{ container: { padding: 0 }, header: { margin: 0, height: 0 } }}
      style={{ top: 72 }}
    >
      <input
        className={styles['input']}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        placeholder={t('search.hint')}
        aria-label={t('search')}
        role="combobox"
        aria-expanded="true"
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? idOf(chosen) : undefined}
        // biome-ignore lint/a11y/noAutofocus: somebody who opens the search wants to type.
        autoFocus
      />
      <div className={styles['hits']} id="search-hits" role="listbox" aria-label={t('search')} aria-busy={waiting}>
        {groups.map((group, index) => (
          <Group key={group.title} group={group} first={groups.slice(0, index).reduce((sum, { hits: before }) => sum + before.length, 0)} chosen={chosen} onGo={go} />
        ))}
      </div>
      <p className={styles['note']} role="status">
        {hits.length === 0 && !waiting ? t(typed.trim() === '' ? 'search.type' : 'search.none', { query: typed.trim() }) : ''}
      </p>
    </Modal>
  )
}

interface GroupProps {
  readonly group: HitGroup
  /** Number of the group's first hit among all. */
  readonly first: number
  readonly chosen: number
  readonly onGo: (hit: Hit) => void
}

function Group({ group, first, chosen, onGo }: GroupProps) {
  const { t } = useTranslation('shell')
  const title = useTitle()
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped by role; a fieldset may not stand in one.
    <div role="group" aria-label={title(group.title)}>
      <div className={styles['group']} aria-hidden="true">
        {title(group.title)}
      </div>
      {group.failed ? <p className={styles['note']}>{t('search.failed', { source: title(group.title) })}</p> : null}
      {group.hits.map((hit, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is active.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field.
        <div key={hit.key} id={idOf(first + index)} role="option" aria-selected={first + index === chosen} className={styles['hit']} onClick={() => onGo(hit)}>
          <span>{hit.label}</span>
          <span className={styles['about']}>{hit.about}</span>
        </div>
      ))}
    </div>
  )
}
