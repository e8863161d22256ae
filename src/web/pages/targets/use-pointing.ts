import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import type { At, Selection } from './selection.ts'

/** Choosing cells with a mouse, a pen or a finger. */
export interface Pointing {
  /** Chooses the cell that is pressed; with the shift key, all from the anchor to it. */
  readonly press: (event: PointerEvent, at: At) => void
  /** Chooses all from the anchor to a cell that the pressed mouse has come to. */
  readonly draw: (event: PointerEvent, at: At) => void
}

interface Grid {
  readonly selection: Selection
  /** Whether a cell is being written: its text is what the mouse draws over then. */
  readonly writing: boolean
  readonly onSelect: (selection: Selection, how: keyof Pointing) => void
}

/**
 * The same for as long as the grid is there: rows that are not drawn again need not know what is selected.
 * A cell also comes under a pointer that is held still, where the table moves: only a pointer that moved draws.
 */
export function usePointing(grid: Grid): Pointing {
  const now = useRef(grid)
  useEffect(() => {
    now.current = grid
  })
  return useMemo(() => {
    let last = { x: Number.NaN, y: Number.NaN }
    const select = (event: PointerEvent, selection: Selection, how: keyof Pointing) => {
      last = { x: event.clientX, y: event.clientY }
      now.current = { ...now.current, selection }
      now.current.onSelect(selection, how)
    }
    return {
      press: (event, at) => select(event, { anchor: event.shiftKey ? now.current.selection.anchor : at, head: at }, 'press'),
      draw: (event, at) => {
        const held = event.pointerType === 'mouse' && event.buttons === 1 && !now.current.writing
        if (held && (event.clientX !== last.x || event.clientY !== last.y)) select(event, { anchor: now.current.selection.anchor, head: at }, 'draw')
      },
    }
  }, [])
}
