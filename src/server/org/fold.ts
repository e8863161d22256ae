/** Printable ASCII words with single spaces between them: nothing to fold but the case. A company has many, and normalising costs time. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** A spelling as it is compared: full width made half width (NFKC), case and surrounding or repeated white space taken away. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Letters to insert, drop or change to turn one text into the other; anything above `most` is answered as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  // What both begin and end with costs nothing, and names of one company have much in common.
  const left = [...a.slice(start, a.length - end)]
  const right = [...b.slice(start, b.length - end)]
  if (Math.abs(left.length - right.length) > most) return most + 1
  let before = right.map((_, i) => i + 1)
  for (const [i, letter] of left.entries()) {
    const row: number[] = []
    let diagonal = i
    let beside = i + 1
    let best = beside
    for (const [k, other] of right.entries()) {
      const above = before[k] ?? 0
      beside = Math.min(above + 1, beside + 1, diagonal + (letter === other ? 0 : 1))
      diagonal = above
      row.push(beside)
      best = Math.min(best, beside)
    }
    if (best > most) return most + 1
    before = row
  }
  return Math.min(before.at(-1) ?? left.length, most + 1)
}
