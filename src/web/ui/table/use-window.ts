import { type RefObject, useEffect, useState } from 'react'

/** Tables up to this length are drawn whole. */
const WHOLE = 120
/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const OVERSCAN = 12

export interface RowWindow {
  readonly from: number
  readonly to: number
  readonly above: number
  readonly below: number
}

/** The rows of a long list that are near enough to be seen; `height` is the height of every row in pixels. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number): RowWindow {
  const [seen, setSeen] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = scroller.current
    if (element === null || count <= WHOLE) return
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const size = new ResizeObserver(look)
    size.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      size.disconnect()
    }
  }, [scroller, count])
  if (count <= WHOLE) return { from: 0, to: count, above: 0, below: 0 }
  const from = Math.max(0, Math.min(count, Math.floor(seen.top / height)) - OVERSCAN)
  const to = Math.min(count, Math.ceil((seen.top + seen.height) / height) + OVERSCAN)
  return { from, to, above: from * height, below: (count - to) * height }
}
