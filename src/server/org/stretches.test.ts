import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_DEPTH } from '../../base/limits.ts'
import { findCycles } from './cycles.ts'
import { parseDay } from './rows.ts'
import { BEGINNING, combine, FOREVER, holdingOn, type Stretch, settle } from './stretches.ts'

const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06']
const ENDS = [BEGINNING, ...DAYS, FOREVER]
const PROBES = [BEGINNING, ...DAYS]

function stretch(value: string, from: number, length: number): Stretch<null> {
  const start = Math.min(from, ENDS.length - 2)
  // Both indexes are within ENDS.
  return { value, from: ENDS[start] as string, until: ENDS[Math.min(start + length, ENDS.length - 1)] as string, source: null }
}

const someStretch = fc
  .record({ value: fc.constantFrom('a', 'b', 'c', 'd'), from: fc.nat(7), length: fc.integer({ min: 1, max: 7 }) })
  .map((s) => stretch(s.value, s.from, s.length))
const holds = (s: Stretch, day: string): boolean => s.from <= day && day < s.until

describe('a history from stretches', () => {
  test('clashes exactly when two different values share a day; else each day has the value given, in any order', () => {
    fc.assert(
      fc.property(fc.array(someStretch, { maxLength: 6 }), (given) => {
        const { history, clashes } = settle(given)
        const shared = PROBES.some((day) => new Set(given.filter((s) => holds(s, day)).map((s) => s.value)).size > 1)
        expect(clashes.length > 0).toBe(shared)
        for (const { earlier, later } of clashes) expect(earlier.value !== later.value && later.from < earlier.until && earlier.from <= later.from).toBe(true)
        if (shared) return
        expect(settle([...given].reverse()).history).toEqual(history)
        for (const day of PROBES) expect(holdingOn(history, day)?.value).toBe(given.find((s) => holds(s, day))?.value)
        for (const [i, s] of history.slice(1).entries()) expect((history[i]?.until ?? '') < s.from || history[i]?.value !== s.value).toBe(true)
      }),
    )
  })

  test('tracks combine into rows that say on every day what each track says', () => {
    const history = fc
      .array(someStretch, { maxLength: 4 })
      .map((given) => settle(given))
      .filter(({ clashes }) => clashes.length === 0)
      .map((s) => s.history)
    fc.assert(
      fc.property(history, history, (unit, role) => {
        const rows = combine({ unit, role })
        for (const day of PROBES) {
          const row = holdingOn(rows, day)
          expect(row?.values.unit ?? undefined).toBe(holdingOn(unit, day)?.value)
          expect(row?.values.role ?? undefined).toBe(holdingOn(role, day)?.value)
        }
      }),
    )
  })
})

describe('cycles', () => {
  const people = ['a', 'b', 'c', 'd']
  const histories = fc
    .tuple(...people.map(() => fc.array(someStretch, { maxLength: 3 })))
    .map((all) => new Map(all.map((given, i) => [people[i] ?? '', settle(given.filter((s) => s.value !== people[i]))] as const)))

  test('are found exactly when somebody is above himself on some day', () => {
    fc.assert(
      fc.property(
        histories.filter((all) => [...all.values()].every((s) => s.clashes.length === 0)),
        (all) => {
          const edges = new Map([...all].map(([id, { history }]) => [id, history]))
          const circular = PROBES.some((day) =>
            people.some((person) => {
              let at: string | undefined = person
              for (let i = 0; i < people.length && at !== undefined; i += 1) {
                at = holdingOn(edges.get(at) ?? [], day)?.value
                if (at === person) return true
              }
              return false
            }),
          )
          const found = findCycles(edges)
          expect(found.length > 0).toBe(circular)
          for (const { kind, from, until, steps } of found) {
            expect(kind).toBe('cycle')
            expect(from < until).toBe(true)
            for (const { edge } of steps) expect(edge.from <= from && until <= edge.until).toBe(true)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  const chain = (length: number, last: string | undefined) =>
    new Map(Array.from({ length }, (_, i) => [`p${i}`, i + 1 < length ? [stretch(`p${i + 1}`, 0, 7)] : last === undefined ? [] : [stretch(last, 0, 7)]] as const))

  test('a huge circle is a circle, and a line that never ends is too deep', () => {
    expect(findCycles(chain(LINE_DEPTH + 1, undefined))).toEqual([])
    expect(findCycles(chain(LINE_DEPTH + 2, undefined)).map((t) => t.kind)).toEqual(['deep'])
    expect(findCycles(chain(1_000, 'p0')).map((t) => [t.kind, t.steps.length])).toEqual([['cycle', 1_000]])
    expect(
      findCycles(chain(1_000, 'p998'))
        .filter((t) => t.kind === 'cycle')
        .map((t) => t.steps.length),
    ).toEqual([2])
  })
})

describe('days', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2024/2/9', '2024-02-09'],
    ['2024.12.31', '2024-12-31'],
    ['２０２４年１月３１日', '2024-01-31'],
    ['20240131', '2024-01-31'],
    ['2024-01-31T00:00:00.000Z', '2024-01-31'],
    ['2000-02-29', '2000-02-29'],
  ])('%s is %s', (text, day) => expect(parseDay(text)).toBe(day))

  test.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '0000-01-01', '31.12.2024', '2024-1/2', '2024-01-31 13:00', 'infinity', 'today', '45291', ''])(
    '%s is no day',
    (text) => expect(parseDay(text)).toBeUndefined(),
  )
})
