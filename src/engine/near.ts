/** Names longer than this are not compared: nobody mistypes them by a letter or two. */
const COMPARED_LENGTH = 100

/** Steps to turn one name into the other: insert, delete, replace, or swap two neighbours. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** How far a candidate is from what was written; null: not near enough to be meant. */
function farness(written: string, candidate: string): number | null {
  const a = [...written.toLowerCase()]
  const b = [...candidate.toLowerCase()]
  if (b.length > COMPARED_LENGTH) return null
  const steps = distance(a, b)
  if (steps <= Math.max(1, Math.floor(Math.max(a.length, b.length) / 3)) && steps < Math.max(a.length, b.length)) return steps
  const inside = (short: readonly string[], long: readonly string[]) => short.length >= 2 && long.join('').includes(short.join(''))
  return inside(a, b) || inside(b, a) ? 10 + steps : null
}

/** Shorter names are different words where a letter differs: 导购 and 导师. */
const SLIP_LENGTH = 3

/** Whether one name is most likely the other, mistyped: a letter or two differ, and not only that one holds the other. */
export function isSlip(written: string, meant: string): boolean {
  const [a, b] = [[...written.toLowerCase()], [...meant.toLowerCase()]]
  if (written === meant || a.length > COMPARED_LENGTH || b.length > COMPARED_LENGTH || Math.min(a.length, b.length) < SLIP_LENGTH) return false
  return distance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) / 4)) && !a.join('').includes(b.join('')) && !b.join('').includes(a.join(''))
}

/** At most three of the candidates that the author may have meant, the nearest first. */
export function nearNames(written: string, candidates: Iterable<string>): string[] {
  if (written.length > COMPARED_LENGTH) return []
  const found: { name: string; far: number }[] = []
  for (const name of new Set(candidates)) {
    const far = farness(written, name)
    if (far !== null) found.push({ name, far })
  }
  return found
    .sort((x, y) => x.far - y.far || (x.name < y.name ? -1 : 1))
    .slice(0, 3)
    .map((x) => x.name)
}
