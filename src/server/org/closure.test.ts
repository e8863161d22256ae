import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Read } from '../../store/types.ts'
import { importPeople } from './import-people.ts'
import { importUnits } from './import-units.ts'
import { orgState } from './queries.ts'
import type { PersonField, PersonRow } from './rows.ts'
import { setSuperior } from './set-superior.ts'
import { BEGINNING, FOREVER } from './stretches.ts'
import { tried } from './testing.ts'

// The closure must say for every day what a walk up the edges of that day says, however the edges came to be; and the edges must be those asked for.

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f']
const DAYS = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05']
const ENDS = [BEGINNING, ...DAYS, FOREVER]
/** A day before all others stands for the open beginning. */
const PROBES = ['1990-01-01', ...DAYS]

interface Edge {
  readonly employee: string
  readonly superior: string
  readonly from: string
  readonly until: string
}

/** What the superior of a person on a day is, by the edges alone. */
type World = readonly Edge[]

function superiorOn(world: World, employee: string, day: string): string | undefined {
  return world.find((e) => e.employee === employee && e.from <= day && day < e.until)?.superior
}

function walks(world: World): { closure: string[]; circular: boolean } {
  const closure: string[] = []
  for (const day of PROBES) {
    for (const person of PEOPLE) {
      let at: string | undefined = person
      for (let depth = 0; at !== undefined; depth += 1) {
        if (depth > PEOPLE.length) return { closure: [], circular: true }
        closure.push(`${day} ${at} ${person} ${depth}`)
        at = superiorOn(world, at, day)
      }
    }
  }
  return { closure: closure.sort(), circular: false }
}

async function closureByDay(read: Read, line: string): Promise<string[]> {
  const rows = await read.query<{ day: string; superior: string; employee: string; depth: number }>(sql`
    select d.day::text as day, superior_id as superior, employee_id as employee, depth
    from app.line_closure join unnest(${PROBES}::date[]) d (day) on from_date <= d.day and d.day < until_date where line = ${line}`)
  return rows.map((r) => `${r.day} ${r.superior} ${r.employee} ${r.depth}`).sort()
}

/** Rows that touch and say the same should be one. */
async function unmerged(read: Read): Promise<number> {
  const found = await read.query(sql`
    select from app.line_closure a join app.line_closure b using (line, superior_id, employee_id, depth) where a.until_date = b.from_date
    union all select from app.line_edge a join app.line_edge b using (line, employee_id, superior_id) where a.until_date = b.from_date`)
  return found.length
}

function row(fields: Partial<Record<PersonField, string>>, line: number): PersonRow {
  return { fields, file: 'people.csv', line }
}

function cellOf(end: string): string {
  return end === BEGINNING || end === FOREVER ? '' : end
}

/** A person's history: superiors on the days between cuts, or none. */
const history = fc.tuple(
  fc.uniqueArray(fc.integer({ min: 1, max: DAYS.length }), { maxLength: 3 }),
  fc.array(fc.option(fc.constantFrom(...PEOPLE), { freq: 3 }), { minLength: 4, maxLength: 4 }),
)
const world = fc.tuple(...PEOPLE.map(() => history)).map((histories): Edge[] =>
  histories.flatMap(([cuts, superiors], i) => {
    const bounds = [0, ...[...cuts].sort((a, b) => a - b), ENDS.length - 1].map((k) => ENDS[k] ?? FOREVER)
    // i is an index of PEOPLE.
    const employee = PEOPLE[i] as string
    return bounds.slice(1).flatMap((until, k) => {
      const superior = superiors[k] ?? null
      return superior === null || superior === employee ? [] : [{ employee, superior, from: bounds[k] ?? BEGINNING, until }]
    })
  }),
)

let scratch: ScratchStore
beforeAll(async () => {
  scratch = await scratchStore()
})
afterAll(() => scratch.drop())

function rowsOf(edges: World): PersonRow[] {
  const named = PEOPLE.filter((id) => !edges.some((e) => e.employee === id))
  return [
    ...edges.map((e, i) => row({ id: e.employee, manager: e.superior, from: cellOf(e.from), until: cellOf(e.until) }, i + 2)),
    ...named.map((id, i) => row({ id, manager: '' }, edges.length + i + 2)),
  ]
}

describe('the closure of a line', () => {
  test('in bulk: it is what a walk of each day finds, and circles are refused exactly when there are any', async () => {
    let circles = 0
    await fc.assert(
      fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async (edges, keys) => {
        const shuffled = rowsOf(edges)
          .map((r) => ({ r, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ r }) => r)
        const expected = walks(edges)
        await tried(scratch.store, async (tx) => {
          const { diagnostics, changes } = await importPeople(tx, shuffled)
          expect(diagnostics.some((d) => d.code === 'org.cycle')).toBe(expected.circular)
          expect(diagnostics.every((d) => d.code === 'org.cycle')).toBe(true)
          if (expected.circular) {
            circles += 1
            expect(changes).toBe(0)
            expect(await tx.query(sql`select from app.employee`)).toEqual([])
          } else {
            expect(await closureByDay(tx, 'reporting')).toEqual(expected.closure)
            expect(await unmerged(tx)).toBe(0)
          }
        })
      }),
      { numRuns: 60 },
    )
    expect(circles).toBeGreaterThan(5)
  })

  test('in batches and in one go it is the same, and so is the checksum', async () => {
    await fc.assert(
      fc.asyncProperty(
        world.filter((edges) => !walks(edges).circular),
        fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }),
        fc.integer({ min: 1, max: 3 }),
        async (edges, order, size) => {
          const checksums: string[] = []
          const rows = rowsOf(edges)
          await tried(scratch.store, async (tx) => {
            await importPeople(tx, rows)
            checksums.push((await orgState(tx)).checksum)
          })
          await tried(scratch.store, async (tx) => {
            await importPeople(
              tx,
              PEOPLE.map((id, i) => row({ id }, i + 2)),
            )
            for (let i = 0; i < order.length; i += size) {
              const batch = order.slice(i, i + size)
              const { diagnostics } = await importPeople(tx, rows.filter((r) => batch.includes(r.fields.id ?? '')).reverse())
              expect(diagnostics).toEqual([])
            }
            expect(await closureByDay(tx, 'reporting')).toEqual(walks(edges).closure)
            expect(await unmerged(tx)).toBe(0)
            // Those without an edge have no dates in one of the two ways; both are active at all times then.
            checksums.push((await orgState(tx)).checksum)
          })
          expect(new Set(checksums).size).toBe(1)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('from one history to any other: only what changed is worked out again, and it is right', async () => {
    await fc.assert(
      fc.asyncProperty(
        world.filter((e) => !walks(e).circular),
        world.filter((e) => !walks(e).circular),
        async (first, second) => {
          await tried(scratch.store, async (tx) => {
            await importPeople(tx, rowsOf(first))
            await importPeople(tx, rowsOf(second))
            expect(await closureByDay(tx, 'reporting')).toEqual(walks(second).closure)
            expect(await unmerged(tx)).toBe(0)
            const before = await orgState(tx)
            expect((await importPeople(tx, [...rowsOf(second)].reverse())).changes).toBe(0)
            expect(await orgState(tx)).toEqual(before)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  const transfer = fc
    .record({ employee: fc.constantFrom(...PEOPLE), superior: fc.option(fc.constantFrom(...PEOPLE), { freq: 5 }), from: fc.constantFrom(...DAYS) })
    .filter((t) => t.employee !== t.superior)

  test('by transfers one after the other: refused exactly when they would make a circle', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(transfer, { minLength: 1, maxLength: 14 }), async (transfers) => {
        await tried(scratch.store, async (tx) => {
          await importPeople(
            tx,
            PEOPLE.map((id, i) => row({ id }, i + 2)),
          )
          let model: World = []
          for (const t of transfers) {
            const next = transferred(model, t)
            const circular = walks(next).circular
            const outcome = await tx.savepoint(() => setSuperior(tx, { line: 'sponsor', ...t })).catch((error: unknown) => error)
            if (circular) {
              refused += 1
              expect(outcome).toBeInstanceOf(Refusal)
            } else {
              expect(outcome).toBeTypeOf('boolean')
              model = next
            }
            expect(await closureByDay(tx, 'sponsor')).toEqual(walks(model).closure)
          }
          expect(await unmerged(tx)).toBe(0)
          expect(await tx.query(sql`select from app.line_edge where line = 'reporting'`)).toEqual([])
        })
      }),
      { numRuns: 40 },
    )
    expect(refused).toBeGreaterThan(5)
  })
})

/** A transfer day by day: from its day until the next day on which something else was recorded to begin. */
function transferred(world: World, { employee, superior, from }: { employee: string; superior: string | null; from: string }): World {
  const others = world.filter((e) => e.employee !== employee)
  const mine = world.filter((e) => e.employee === employee)
  const next =
    mine
      .map((e) => e.from)
      .filter((day) => day > from)
      .sort()[0] ?? FOREVER
  const kept = mine.filter((e) => e.from < from || e.from >= next).map((e) => (e.from < from && e.until > from ? { ...e, until: from } : e))
  const all = [...kept, ...(superior === null ? [] : [{ employee, superior, from, until: next }])].sort((a, b) => (a.from < b.from ? -1 : 1))
  // To go on under the same superior is no transfer.
  const merged: Edge[] = []
  for (const edge of all) {
    const last = merged.at(-1)
    if (last?.until === edge.from && last.superior === edge.superior) merged[merged.length - 1] = { ...last, until: edge.until }
    else merged.push(edge)
  }
  return [...others, ...merged]
}

test('the tree of units follows the same rules', async () => {
  await tried(scratch.store, async (tx) => {
    const unit = (id: string, parent: string, from = '', until = '') => ({ fields: { id, parent, from, until }, file: 'units.csv', line: 2 })
    await importUnits(tx, [unit('team', 'region', '', '2024-01-03'), unit('team', 'head', '2024-01-03'), unit('region', 'head'), unit('head', '')])
    const above = async () =>
      tx.query(
        sql`select parent_id as parent, depth, from_date as from, until_date as until from app.unit_closure where unit_id = 'team' and depth > 0 order by depth, parent_id, from_date`,
      )
    expect(await above()).toEqual([
      { parent: 'head', depth: 1, from: '2024-01-03', until: FOREVER },
      { parent: 'region', depth: 1, from: BEGINNING, until: '2024-01-03' },
      { parent: 'head', depth: 2, from: BEGINNING, until: '2024-01-03' },
    ])
    await importUnits(tx, [unit('region', '')])
    expect((await above()).length).toBe(2)
  })
})
