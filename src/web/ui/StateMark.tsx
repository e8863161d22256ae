import { useTranslation } from 'react-i18next'
import styles from './state-mark.module.css'

/** on: 正常 · caution: 需关注 · off: 落后 · none: nothing can be said yet. */
export type State = 'on' | 'caution' | 'off' | 'none'

/** Circle with a tick, triangle, square with a bar, empty ring: told apart without colour. */
const SHAPES: Readonly<Record<State, string>> = {
  on: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM4.6 8.2l2.3 2.3 4.5-4.9',
  caution: 'M8 1.5 15 14H1ZM8 6v4M8 11.8v.4',
  off: 'M2 2h12v12H2ZM5 8h6',
  none: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z',
}

/** How something stands: a shape, a word and a colour together. `bare` leaves the word to screen readers, for narrow columns. */
export function StateMark({ state, bare = false, words }: { readonly state: State; readonly bare?: boolean; readonly words?: string }) {
  const { t } = useTranslation('ui')
  const said = words ?? t(`state.${state}`)
  return (
    <span className={`${styles['mark']} ${styles[state]}`} title={bare ? said : undefined}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[state]} />
      </svg>
      <span className={bare ? 'visually-hidden' : undefined}>{said}</span>
    </span>
  )
}
