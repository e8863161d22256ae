/** Fractions of whole numbers, and CSV: just enough plain arithmetic to check the engine without using any of it. */

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

/** A fraction in lowest terms with a positive divisor. */
export function fraction(n, d = 1n) {
  const g = gcd(n, d) || 1n
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / g, d: (sign * d) / g }
}

/** `-12.50` as a fraction. */
export function parse(text) {
  const [whole, decimals = ''] = text.split('.')
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

export const ZERO = fraction(0n)
export const whole = (n) => fraction(BigInt(n))
export const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const sub = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const mul = (a, b) => fraction(a.n * b.n, a.d * b.d)
/** Null where a part is empty or the divisor is zero. */
export const div = (a, b) => (a === null || b === null || b.n === 0n ? null : fraction(a.n * b.d, a.d * b.n))
export const sum = (list) => list.reduce(add, ZERO)
export const compare = (a, b) => (a.n * b.d < b.n * a.d ? -1 : a.n * b.d > b.n * a.d ? 1 : 0)

/** Half away from zero, to so many decimal places. */
export function round(a, places) {
  if (a === null) return null
  const scale = 10n ** BigInt(places)
  const size = a.n < 0n ? -a.n : a.n
  const q = (2n * size * scale + a.d) / (2n * a.d)
  return fraction(a.n < 0n ? -q : q, scale)
}

/** Plain decimal text without trailing zeros; the fraction must have one. */
export function text(a) {
  if (a === null) return ''
  for (let places = 0; places < 40; places += 1) {
    const scaled = a.n * 10n ** BigInt(places)
    if (scaled % a.d !== 0n) continue
    const digits = (scaled / a.d)
      .toString()
      .replace('-', '')
      .padStart(places + 1, '0')
    const sign = a.n < 0n ? '-' : ''
    return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`)
  }
  throw new Error('not a decimal: round it first')
}

/** Rows of a CSV file as objects; fields may be quoted. */
export function readCsv(content) {
  const rows = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'))))
  const [header, ...body] = rows
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}
