import { useSyncExternalStore } from 'react'

/** Below this the navigation is a drawer and tables are cards. */
const NARROW = '(max-width: 767px)'

/** Whether the window is as narrow as a phone. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(NARROW)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(NARROW).matches,
  )
}
