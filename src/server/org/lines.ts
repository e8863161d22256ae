import { LINE_DEPTH } from '../../base/limits.ts'
import { findCycles, type LineTrouble } from './cycles.ts'
import { type OrgRow, type Problems, rowText } from './rows.ts'
import { type Clash, type Stretch, settle, stretchText } from './stretches.ts'

/** A stretch that knows its row; null: it is already recorded. */
export type RowStretch = Stretch<OrgRow<string> | null>

/** The history of one track of one person or unit; what overlaps is told with both rows, at the later one. */
export function settleTrack(id: string, stretches: readonly RowStretch[], code: string, problems: Problems): RowStretch[] {
  const { history, clashes } = settle(stretches)
  for (const clash of clashes) tellClash(id, clash, code, problems)
  return history
}

function tellClash(id: string, { earlier, later }: Clash<OrgRow<string> | null>, code: string, problems: Problems): void {
  if (later.source === null || earlier.source === null) throw new Error(`a recorded history of ${id} overlaps`)
  problems.error(later.source, code, {
    id,
    value: later.value,
    stretch: stretchText(later),
    other: rowText(earlier.source),
    otherValue: earlier.value,
    otherStretch: stretchText(earlier),
  })
}

/** Look for circles and for lines that are too deep in the histories as they would be; each circle is told once, with two of its rows. */
export function checkLine(histories: ReadonlyMap<string, readonly RowStretch[]>, field: string, problems: Problems): void {
  let toldDeep = false
  for (const trouble of findCycles(histories)) {
    if (trouble.kind === 'cycle') tellCycle(trouble, field, problems)
    else if (!toldDeep) {
      toldDeep = true
      const row = trouble.steps.find((s) => s.edge.source !== null)?.edge.source
      if (row != null) problems.error(row, 'org.line-too-deep', { id: trouble.steps[0]?.member ?? '', limit: LINE_DEPTH })
    }
  }
}

/** Members of a circle that a message shows. */
const CHAIN_SHOWN = 6

function tellCycle(trouble: LineTrouble<OrgRow<string> | null>, field: string, problems: Problems): void {
  const { steps } = trouble
  const here = steps.find((s) => s.edge.source !== null)
  const other = steps.find((s) => s !== here && s.edge.source !== null) ?? steps.find((s) => s !== here)
  if (here?.edge.source == null || other === undefined) throw new Error('a recorded line goes round in a circle')
  const params = { field, chain: chainText(steps.map((s) => s.member)), stretch: stretchText(trouble), otherId: other.member, otherValue: other.edge.value }
  if (other.edge.source === null) problems.error(here.edge.source, 'org.cycle-stored', { ...params, otherStretch: stretchText(other.edge) })
  else problems.error(here.edge.source, 'org.cycle', { ...params, other: rowText(other.edge.source) })
}

/** `A → B → A`. */
export function chainText(members: readonly string[]): string {
  const shown = members.length > CHAIN_SHOWN ? [...members.slice(0, CHAIN_SHOWN), '…'] : members
  return [...shown, members[0] ?? ''].join(' → ')
}
