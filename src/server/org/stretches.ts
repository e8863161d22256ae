/** Open ends as the database writes them; as text they sort before and after every day. */
export const BEGINNING = '-infinity'
export const FOREVER = 'infinity'

/** Something that holds from a day up to, not including, another. `source` is carried along to name the row it came from. */
export interface Stretch<Source = unknown> {
  readonly value: string
  readonly from: string
  readonly until: string
  readonly source: Source
}

/** Two stretches that share a day and say different things. */
export interface Clash<Source> {
  readonly earlier: Stretch<Source>
  readonly later: Stretch<Source>
}

function order(a: Stretch, b: Stretch): number {
  for (const key of ['from', 'until', 'value'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  }
  return 0
}

/**
 * One history from stretches in any order: equal ones that touch or overlap become one, different ones that overlap are clashes.
 * Without clashes the history is the same whatever the order of the input.
 */
export function settle<Source>(given: readonly Stretch<Source>[]): { history: Stretch<Source>[]; clashes: Clash<Source>[] } {
  const history: Stretch<Source>[] = []
  const clashes: Clash<Source>[] = []
  for (const next of [...given].sort(order)) {
    const last = history.at(-1)
    if (last !== undefined && last.value === next.value && next.from <= last.until) {
      if (next.until > last.until) history[history.length - 1] = { ...last, until: next.until }
    } else if (last !== undefined && next.from < last.until) {
      clashes.push({ earlier: last, later: next })
      if (next.until > last.until) history[history.length - 1] = next
    } else {
      history.push(next)
    }
  }
  return { history, clashes }
}

/** The stretch of a settled history that holds on a day. */
export function holdingOn<S extends { readonly from: string; readonly until: string }>(history: readonly S[], day: string): S | undefined {
  let low = 0
  let high = history.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((history[middle]?.until ?? FOREVER) <= day) low = middle + 1
    else high = middle
  }
  const found = history[low]
  return found !== undefined && found.from <= day ? found : undefined
}

/** What holds at once: one row a span of days on which no track changes, for the days on which any track says something. */
export function combine<Name extends string>(tracks: Readonly<Record<Name, readonly Stretch[]>>): { from: string; until: string; values: Record<Name, string | null> }[] {
  // Object.entries loses the key type: the keys are those of `tracks`.
  const entries = Object.entries(tracks) as [Name, readonly Stretch[]][]
  const cuts = [...new Set(entries.flatMap(([, history]) => history.flatMap((s) => [s.from, s.until])))].sort()
  const rows: { from: string; until: string; values: Record<Name, string | null> }[] = []
  for (const [i, from] of cuts.entries()) {
    const until = cuts[i + 1]
    if (until === undefined) break
    const found = entries.map(([name, history]) => [name, holdingOn(history, from)?.value ?? null] as const)
    if (found.every(([, value]) => value === null)) continue
    // Made from exactly the names of `tracks`.
    const values = Object.fromEntries(found) as Record<Name, string | null>
    const last = rows.at(-1)
    if (last !== undefined && last.until === from && found.every(([name, value]) => last.values[name] === value)) last.until = until
    else rows.push({ from, until, values })
  }
  return rows
}

/** A stretch as people read it: `2024-01-01…2024-07-01`, with nothing at an open end. */
export function stretchText(stretch: { readonly from: string; readonly until: string }): string {
  return `${stretch.from === BEGINNING ? '' : stretch.from}…${stretch.until === FOREVER ? '' : stretch.until}`
}
