import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './why-link.module.css'

/** What an explanation is about: a person and a subject of the API (`measure:revenue`, `score`, `line:new_customers`, `pay`, `component:bonus`). */
export interface Why {
  readonly employee: string
  readonly subject: string
}

/** `w-1042~measure:revenue`: the value of `?why=`. The subject never holds a `~`. */
export function whyParam({ employee, subject }: Why): string {
  return `${employee}~${subject}`
}

export function whyIn(param: string): Why | null {
  const at = param.lastIndexOf('~')
  return at <= 0 || at === param.length - 1 ? null : { employee: param.slice(0, at), subject: param.slice(at + 1) }
}

/** A computed figure that leads to its explanation, in a drawer over this very page. */
export function WhyLink({ employee, subject, children }: Why & { readonly children: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <Link to="." search={(before) => ({ ...before, why: whyParam({ employee, subject }) })} className={styles['why'] ?? ''} title={t('why')}>
      {children}
    </Link>
  )
}
