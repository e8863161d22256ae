import { useEffect, useReducer } from 'react'
import { type Edit, EMPTY_SHEET, editKey, type Sheet, type SheetAction, sheetAfter } from './edits.ts'

const STORED = 'heng.targets.edits'

/** What is typed survives a reload of the page, in this window, for this person. */
export function useSheet(user: string): readonly [Sheet, (action: SheetAction) => void] {
  const [sheet, change] = useReducer(sheetAfter, user, restored)
  useEffect(() => {
    try {
      if (sheet.edits.size === 0) sessionStorage.removeItem(STORED)
      else sessionStorage.setItem(STORED, JSON.stringify({ user, edits: [...sheet.edits.values()] }))
    } catch {
      // Storage is full or forbidden: what is typed lasts as long as the page.
    }
  }, [sheet.edits, user])
  return [sheet, change]
}

function restored(user: string): Sheet {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as { user: string; edits: Edit[] } | null // Written above.
    if (kept?.user !== user) return EMPTY_SHEET
    return { ...EMPTY_SHEET, edits: new Map(kept.edits.map((edit) => [editKey(edit), edit])) }
  } catch {
    return EMPTY_SHEET
  }
}
