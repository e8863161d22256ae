import type { ReactNode } from 'react'
import styles from './home.module.css'

/** A few figures side by side, each under its name. */
export function Tiles({ tiles }: { readonly tiles: readonly { readonly name: string; readonly figure: ReactNode }[] }) {
  return (
    <dl className={styles['tiles']}>
      {tiles.map(({ name, figure }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
