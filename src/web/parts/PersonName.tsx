import type { ReactNode } from 'react'
import styles from './person-name.module.css'

interface PersonNameProps {
  readonly name: string
  readonly unit?: string | null | undefined
  readonly role?: string | null | undefined
  /** A link around the name: where the person's page is. */
  readonly link?: (name: ReactNode) => ReactNode
}

/** A person with unit and role, on one line. */
export function PersonName({ name, unit, role, link }: PersonNameProps) {
  const about = [unit, role].filter((each) => each !== null && each !== undefined && each !== '').join(' · ')
  return (
    <span className={styles['person']}>
      {link === undefined ? name : link(name)}
      {about === '' ? null : <span className={styles['about']}>{about}</span>}
    </span>
  )
}
