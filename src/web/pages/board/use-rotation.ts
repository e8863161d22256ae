import { useEffect, useState } from 'react'

/** How long a panel stays. */
const STAY_MS = 15_000

interface Rotation {
  readonly at: number
  readonly paused: boolean
  readonly step: (by: number) => void
  readonly pause: () => void
}

/** Panels in turn; arrows step, the space bar holds, Escape leaves. `first`: where to begin. */
export function useRotation(count: number, first: number, leave: () => void): Rotation {
  const [at, setAt] = useState(first)
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    if (paused || count < 2) return
    const timer = setInterval(() => setAt((now) => (now + 1) % count), STAY_MS)
    return () => clearInterval(timer)
  }, [paused, count])
  const step = (by: number) => setAt((now) => (now + by + count) % count)
  const pause = () => setPaused((now) => !now)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Escape ends the browser’s whole screen first, then leaves.
      if (event.key === 'Escape') leave()
      if (event.key === 'ArrowRight') setAt((now) => (now + 1) % count)
      if (event.key === 'ArrowLeft') setAt((now) => (now - 1 + count) % count)
      if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) setPaused((now) => !now)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [count, leave])
  return { at: at % Math.max(1, count), paused, step, pause }
}
