import { readFigure, sameFigure } from '../../ui/figure-text.ts'

export type Level = 'target' | 'stretch' | 'challenge'

/** A cell that was changed and is not saved yet. */
export interface Edit {
  readonly employee: string
  readonly measure: string
  readonly period: string
  readonly level: Level
  /** What the cell held when it was first changed. */
  readonly from: string | null
  /** What was typed: canonical where it is a figure. */
  readonly to: string
  readonly percent: boolean
}

type CellKey = Pick<Edit, 'employee' | 'measure' | 'period' | 'level'>

export const editKey = ({ employee, measure, period, level }: CellKey): string => JSON.stringify([employee, measure, period, level])

interface Step {
  readonly before: readonly (readonly [string, Edit | undefined])[]
  readonly after: readonly (readonly [string, Edit | undefined])[]
}

/** Everything typed and not saved, with what it takes to go back and forth. */
export interface Sheet {
  readonly edits: ReadonlyMap<string, Edit>
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

export const EMPTY_SHEET: Sheet = { edits: new Map(), past: [], future: [] }

export type SheetAction =
  | { readonly type: 'type'; readonly cells: readonly Edit[] }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Gone: saved, or given up; not to be brought back by undo. */
  | { readonly type: 'drop'; readonly keys: readonly string[] | 'all' }
  /** The cells hold other figures now: what was typed stays, laid over them. */
  | { readonly type: 'rebase'; readonly now: ReadonlyMap<string, string | null> }

/** Steps that can be taken back. */
const STEPS = 200

export function sheetAfter(sheet: Sheet, action: SheetAction): Sheet {
  switch (action.type) {
    case 'type':
      return typed(sheet, action.cells)
    case 'undo': {
      const step = sheet.past.at(-1)
      return step === undefined ? sheet : { edits: laid(sheet.edits, step.before), past: sheet.past.slice(0, -1), future: [step, ...sheet.future] }
    }
    case 'redo': {
      const [step, ...future] = sheet.future
      return step === undefined ? sheet : { edits: laid(sheet.edits, step.after), past: [...sheet.past, step], future }
    }
    case 'drop': {
      if (action.keys === 'all') return EMPTY_SHEET
      const gone = new Set(action.keys)
      return { edits: new Map([...sheet.edits].filter(([key]) => !gone.has(key))), past: [], future: [] }
    }
    case 'rebase': {
      const edits = [...sheet.edits].map(([key, edit]) => {
        const now = action.now.get(key)
        return [key, now === undefined ? edit : { ...edit, from: now }] as const
      })
      return { edits: new Map(edits.filter(([, edit]) => !isSame(edit))), past: [], future: [] }
    }
    default:
      return action satisfies never
  }
}

function typed(sheet: Sheet, cells: readonly Edit[]): Sheet {
  const after = cells.map((cell) => {
    const key = editKey(cell)
    const known = sheet.edits.get(key)
    const figure = readFigure(cell.to, cell.percent)
    const edit = { ...cell, from: known === undefined ? cell.from : known.from, to: 'bad' in figure ? cell.to.trim() : (figure.value ?? '') }
    return [key, isSame(edit) ? undefined : edit] as const
  })
  const step: Step = { before: after.map(([key]) => [key, sheet.edits.get(key)] as const), after }
  if (after.every(([key, edit]) => edit?.to === sheet.edits.get(key)?.to)) return sheet
  return { edits: laid(sheet.edits, after), past: [...sheet.past, step].slice(-STEPS), future: [] }
}

function isSame(edit: Edit): boolean {
  const figure = readFigure(edit.to, edit.percent)
  return !('bad' in figure) && sameFigure(figure.value, edit.from)
}

function laid(edits: ReadonlyMap<string, Edit>, over: Step['after']): ReadonlyMap<string, Edit> {
  const all = new Map(edits)
  for (const [key, edit] of over) {
    if (edit === undefined) all.delete(key)
    else all.set(key, edit)
  }
  return all
}

/** Edits that are no figures: they cannot be saved. */
export function badEdits(edits: ReadonlyMap<string, Edit>): readonly Edit[] {
  return [...edits.values()].filter((edit) => 'bad' in readFigure(edit.to, edit.percent))
}
