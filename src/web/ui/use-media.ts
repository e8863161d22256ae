import { useSyncExternalStore } from 'react'

/** Below this the navigation is a drawer and tables are cards. */
const NARROW = '(max-width: 767px)'

/** Whether a media query holds, now and when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** Whether the window is as narrow as a phone. */
export function useNarrow(): boolean {
  return useMedia(NARROW)
}
