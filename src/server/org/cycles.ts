import { BAD_ROWS_SHOWN, LINE_DEPTH } from '../../base/limits.ts'
import { holdingOn, type Stretch } from './stretches.ts'

/** One step of a line, from a person (or unit) to the one above, who is the value of the stretch. */
export interface Step<Source> {
  readonly member: string
  readonly edge: Stretch<Source>
}

/** `cycle`: the steps lead back to the first member on every day of from…until. `deep`: a line longer than LINE_DEPTH. */
export type LineTrouble<Source> = { readonly kind: 'cycle' | 'deep'; readonly from: string; readonly until: string; readonly steps: readonly Step<Source>[] }

/**
 * Every cycle of a line on any day, each once. Histories are settled (no overlaps).
 * A cycle exists on some day exactly when it exists on the first day of one of its edges, so only those days are climbed.
 */
export function findCycles<Source>(histories: ReadonlyMap<string, readonly Stretch<Source>[]>): LineTrouble<Source>[] {
  const seen = new Set<string>()
  const troubles: LineTrouble<Source>[] = []
  let longWalks = 0
  for (const [member, history] of histories) {
    for (const edge of history) {
      let trouble = climb(histories, member, edge, LINE_DEPTH)
      if (trouble?.kind === 'deep') {
        // A walk this long is either a line too deep, or below a cycle that its own members report, or itself a huge cycle: look at a few to the end.
        if (longWalks >= BAD_ROWS_SHOWN) continue
        longWalks += 1
        trouble = climb(histories, member, edge, Number.POSITIVE_INFINITY)
      }
      if (trouble === undefined) continue
      const key = `${trouble.kind} ${JSON.stringify(trouble.steps.map((s) => s.member).sort())}`
      if (!seen.has(key)) troubles.push(trouble)
      seen.add(key)
    }
  }
  return troubles
}

function climb<Source>(histories: ReadonlyMap<string, readonly Stretch<Source>[]>, member: string, first: Stretch<Source>, most: number): LineTrouble<Source> | undefined {
  const steps: Step<Source>[] = [{ member, edge: first }]
  const passed = most > LINE_DEPTH ? new Set<string>() : undefined
  let at = first.value
  while (at !== member) {
    if (passed?.has(at)) return undefined
    passed?.add(at)
    const edge = holdingOn(histories.get(at) ?? [], first.from)
    if (edge === undefined) return most > LINE_DEPTH ? { kind: 'deep', ...shared(steps), steps } : undefined
    if (steps.length >= most) return { kind: 'deep', ...shared(steps), steps }
    steps.push({ member: at, edge })
    at = edge.value
  }
  return { kind: 'cycle', ...shared(steps), steps }
}

/** The days that all steps have in common. */
function shared(steps: readonly Step<unknown>[]): { from: string; until: string } {
  const first = steps[0]?.edge ?? { from: '', until: '' }
  return steps.reduce((all, { edge }) => ({ from: edge.from > all.from ? edge.from : all.from, until: edge.until < all.until ? edge.until : all.until }), {
    from: first.from,
    until: first.until,
  })
}
