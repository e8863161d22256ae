import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** The one sentence that says what is true now. */
  readonly sentence?: ReactNode
  /** At most one primary button, at the end of the title's line. */
  readonly actions?: ReactNode
  readonly filters?: ReactNode
  readonly children?: ReactNode
  /** Narrow pages (forms, prose) keep to a readable measure. */
  readonly width?: 'full' | 'narrow'
}

/** The one shape of every page: title, sentence, filters, content. */
export function Page({ title, sentence, actions, filters, children, width = 'full' }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 衡 Heng`
  }, [title])
  return (
    <div className={`${styles['page']} ${width === 'narrow' ? styles['narrow'] : ''}`}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h1 tabIndex={-1}>{title}</h1>
          {sentence === undefined ? null : <Sentence>{sentence}</Sentence>}
        </div>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </header>
      {filters === undefined ? null : <div className={styles['filters']}>{filters}</div>}
      {children}
    </div>
  )
}

/** The one true sentence of a page. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return <p className={styles['sentence']}>{children}</p>
}

/** A part of a page under its own heading. */
export function Section({ title, note, actions, children }: { readonly title: string; readonly note?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={styles['section']} aria-label={title}>
      <div className={styles['sectionHead']}>
        <h2>{title}</h2>
        {actions}
      </div>
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
      {children}
    </section>
  )
}
