import { useState } from 'react'
import type { Body } from './body.ts'
import { begin, changed, type History, redone, undone } from './history.ts'

interface Undo {
  readonly canUndo: boolean
  readonly canRedo: boolean
  change(body: Body, place?: string): void
  undo(): void
  redo(): void
}

/** Steps back and forth around something that holds the body. */
export function useUndo(body: Body, write: (body: Body) => void): Undo {
  const [kept, setKept] = useState<History>(() => begin(body))
  // What holds the body may have put another one there: it decides what is now.
  const history: History = { ...kept, now: body }
  const take = (next: History) => {
    setKept(next)
    if (next.now !== body) write(next.now)
  }
  return {
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (next, place) => take(changed(history, next, place ?? null)),
    undo: () => take(undone(history)),
    redo: () => take(redone(history)),
  }
}
