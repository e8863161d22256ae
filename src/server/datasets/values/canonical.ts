/**
 * Does a field stand in the file exactly as the database takes it? Checked on the bytes, without making a string:
 * what passes is copied through untouched, anything else goes the slow way of `normalise.ts`.
 */

const ZERO = 0x30
const NINE = 0x39
const MINUS = 0x2d
const POINT = 0x2e
const COLON = 0x3a
const SPACE = 0x20
const UPPER_T = 0x54

/** Digits that surely fit a bigint. */
const SAFE_INTEGER_DIGITS = 18

/** Digits and point of an amount that is taken without a closer look. */
const SAFE_DECIMAL_BYTES = 40

const MONTH_DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function at(bytes: Uint8Array, i: number): number {
  return bytes[i] as number // the caller's range lies inside the buffer
}

function digitsUntil(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to && at(bytes, i) >= ZERO && at(bytes, i) <= NINE) i++
  return i
}

/** `-12`, `0`: no plus sign, no leading zeros. */
export function isInteger(bytes: Uint8Array, from: number, to: number): boolean {
  const start = at(bytes, from) === MINUS ? from + 1 : from
  const length = to - start
  if (length < 1 || length > SAFE_INTEGER_DIGITS || (length > 1 && at(bytes, start) === ZERO)) return false
  return digitsUntil(bytes, start, to) === to
}

/** `-12.50`: digits on both sides of the point. */
export function isDecimal(bytes: Uint8Array, from: number, to: number): boolean {
  const start = at(bytes, from) === MINUS ? from + 1 : from
  if (to - start > SAFE_DECIMAL_BYTES) return false
  const whole = digitsUntil(bytes, start, to)
  if (whole === start) return false
  if (whole === to) return true
  return at(bytes, whole) === POINT && whole + 1 < to && digitsUntil(bytes, whole + 1, to) === to
}

/** The number of two digits, or -1. */
function two(bytes: Uint8Array, i: number): number {
  const a = at(bytes, i) - ZERO
  const b = at(bytes, i + 1) - ZERO
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : -1
}

/** `2026-03-31`, a day that exists, from the year 1000 to 9999. */
export function isDay(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 || at(bytes, from + 4) !== MINUS || at(bytes, from + 7) !== MINUS) return false
  const century = two(bytes, from)
  const years = two(bytes, from + 2)
  const month = two(bytes, from + 5)
  const day = two(bytes, from + 8)
  if (century < 10 || years < 0 || month < 1 || month > 12 || day < 1 || day > at2(month)) return false
  return month !== 2 || day < 29 || isLeap(century * 100 + years)
}

function at2(month: number): number {
  return MONTH_DAYS[month] as number // 1–12
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** `2026-03-31T14:05:00`, `2026-03-31 14:05:00.123+08:00`, `…Z`: what has no offset is in the company's time zone. */
export function isTimestamp(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 19 || !isDay(bytes, from, from + 10)) return false
  const between = at(bytes, from + 10)
  if (between !== SPACE && between !== UPPER_T) return false
  const hour = two(bytes, from + 11)
  const minute = two(bytes, from + 14)
  const second = two(bytes, from + 17)
  if (at(bytes, from + 13) !== COLON || at(bytes, from + 16) !== COLON) return false
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false
  let i = from + 19
  if (i < to && at(bytes, i) === POINT) {
    const end = digitsUntil(bytes, i + 1, to)
    if (end === i + 1 || end > i + 7) return false
    i = end
  }
  return i === to || (to - i === 1 && at(bytes, i) === 0x5a) || isOffset(bytes, i, to)
}

/** `+08:00` */
function isOffset(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 6 || at(bytes, from + 3) !== COLON) return false
  const sign = at(bytes, from)
  const hours = two(bytes, from + 1)
  const minutes = two(bytes, from + 4)
  return (sign === 0x2b || sign === MINUS) && hours >= 0 && hours <= 14 && minutes >= 0 && minutes <= 59
}
