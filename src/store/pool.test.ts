import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../base/diagnostic.ts'
import { CURSOR_ROWS } from '../base/limits.ts'
import { integer, sql } from '../base/sql.ts'
import { connectStore } from './pool.ts'
import { type ScratchStore, scratchStore } from './testing.ts'

let scratch: ScratchStore

beforeAll(async () => {
  scratch = await scratchStore()
  await scratch.store.tx((tx) => tx.run(sql`create table public.thing (id int primary key, name text)`))
})
afterAll(() => scratch.drop())
beforeEach(() => scratch.store.tx((tx) => tx.run(sql`truncate public.thing`)))

const count = () => scratch.store.read(async (read) => (await read.first<{ n: string }>(sql`select count(*) as n from public.thing`))?.n)

describe('values', () => {
  it('keeps as text what JavaScript would bend, alone and in arrays', async () => {
    const row = await scratch.store.read((read) =>
      read.first<Record<string, unknown>>(sql`select 123456789012345678901234567890.10::numeric n, 9007199254740993::int8 i8, 7::int4 i4, true b, null::text nothing,
        '2026-03-29'::date d, 'infinity'::date forever, '2026-01-02 03:04:05.678901+08'::timestamptz z, '2026-01-02 03:04:05'::timestamp t,
        array[1.10, 2.20]::numeric[] ns, array['2026-03-29', 'infinity']::date[] ds, array[9007199254740993]::int8[] i8s, '{"a": [1, "二"]}'::jsonb j`),
    )
    expect(row).toEqual({
      n: '123456789012345678901234567890.10',
      i8: '9007199254740993',
      i4: 7,
      b: true,
      nothing: null,
      d: '2026-03-29',
      forever: 'infinity',
      z: '2026-01-01 19:04:05.678901+00',
      t: '2026-01-02 03:04:05',
      ns: ['1.10', '2.20'],
      ds: ['2026-03-29', 'infinity'],
      i8s: ['9007199254740993'],
      j: { a: [1, '二'] },
    })
  })

  it('passes hostile text through as a value', async () => {
    const hostile = `'"; drop table public.thing; -- \\ 张三`
    await scratch.store.tx((tx) => tx.run(sql`insert into public.thing values (1, ${hostile})`))
    expect(await scratch.store.read((read) => read.query(sql`select name from public.thing`))).toEqual([{ name: hostile }])
  })
})

describe('transactions', () => {
  it('saves everything or nothing', async () => {
    await expect(
      scratch.store.tx(async (tx) => {
        expect(await tx.run(sql`insert into public.thing values (1, 'a'), (2, 'b')`)).toBe(2)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await count()).toBe('0')
  })

  it('does not let a reader change anything', async () => {
    await expect(scratch.store.read((read) => read.query(sql`insert into public.thing values (1, 'a') returning id`))).rejects.toThrow('store.read-only')
    expect(await count()).toBe('0')
  })

  it('loses only the part of a savepoint that failed, also inside another', async () => {
    await scratch.store.tx(async (tx) => {
      await tx.run(sql`insert into public.thing values (1, 'kept')`)
      await tx.savepoint(async () => {
        await tx.run(sql`insert into public.thing values (2, 'kept too')`)
        await tx.savepoint(() => tx.run(sql`insert into public.thing values (1, 'twice')`)).catch(() => undefined)
      })
    })
    expect(await scratch.store.read((read) => read.query(sql`select id from public.thing order by id`))).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('sees one moment throughout a snapshot', async () => {
    await scratch.store.snapshot(async (tx) => {
      expect(await tx.query(sql`select * from public.thing`)).toEqual([])
      await scratch.store.tx((other) => other.run(sql`insert into public.thing values (1, 'late')`))
      expect(await tx.query(sql`select * from public.thing`)).toEqual([])
    })
    expect(await count()).toBe('1')
  })

  it('lets one holder of a lock in at a time', async () => {
    const steps: string[] = []
    const work = (name: string) =>
      scratch.store.tx(async (tx) => {
        await tx.lock('dataset orders')
        steps.push(`${name} in`)
        await tx.query(sql`select pg_sleep(0.05)`)
        steps.push(`${name} out`)
      })
    await Promise.all([work('a'), work('b'), work('c')])
    expect(steps.filter((_, i) => i % 2 === 0).map((s) => s.replace('in', 'out'))).toEqual(steps.filter((_, i) => i % 2 === 1))
  })
})

describe('streams', () => {
  const rows = CURSOR_ROWS * 2 + 1

  it('hands out every row of a long answer', async () => {
    const seen = await scratch.store.read(async (read) => {
      let n = 0
      for await (const row of read.stream<{ i: number }>(sql`select i from generate_series(1, ${integer(rows)}) i`)) {
        n += 1
        if (row.i !== n) throw new Error(`row ${row.i} at ${n}`)
      }
      return n
    })
    expect(seen).toBe(rows)
  })

  it('can be left half-read, and the transaction goes on', async () => {
    await scratch.store.tx(async (tx) => {
      for await (const row of tx.stream<{ i: number }>(sql`select i from generate_series(1, 1000000) i`)) if (row.i === 3) break
      await tx.run(sql`insert into public.thing values (1, 'after')`)
    })
    expect(await count()).toBe('1')
  })

  it('refuses a statement beside an open stream instead of waiting for ever', async () => {
    const both = scratch.store.tx(async (tx) => {
      for await (const _ of tx.stream(sql`select 1 from generate_series(1, 10)`)) await tx.query(sql`select 1`)
    })
    await expect(both).rejects.toThrow('while a stream')
  })

  it('refuses to end a transaction with a stream open', async () => {
    const both = scratch.store.tx(async (tx) => {
      await tx.stream(sql`select i from generate_series(1, 100000) i`)[Symbol.asyncIterator]().next()
    })
    await expect(both).rejects.toThrow('stream')
    expect(await count()).toBe('0')
  })

  it('reports a failure in the middle, and the store goes on', async () => {
    const failing = scratch.store.read(async (read) => {
      for await (const _ of read.stream(sql`select 1 / (${integer(CURSOR_ROWS + 5)} - i) from generate_series(1, 100000) i`)) void _
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await count()).toBe('0')
  })
})

describe('copy', () => {
  async function* chunks(n: number, size: number) {
    for (let i = 0; i < n; i += size) yield Buffer.from(Array.from({ length: Math.min(size, n - i) }, (_, k) => `${i + k},名字 ${i + k}\n`).join(''))
  }

  it('loads rows from chunks', async () => {
    const copied = await scratch.store.tx((tx) => tx.copyIn(sql`copy public.thing from stdin with (format csv)`, chunks(50_000, 777)))
    expect(copied).toBe(50_000)
    expect(await count()).toBe('50000')
  })

  it('takes chunks no faster than the server', async () => {
    let made = 0
    let most = 0
    async function* flood() {
      for (let i = 0; i < 400; i += 1) {
        made += 1
        yield Buffer.from(`${i},${'x'.repeat(200_000)}\n`)
      }
    }
    await scratch.store.tx(async (tx) => {
      const timer = setInterval(() => {
        most = Math.max(most, process.memoryUsage().arrayBuffers)
      }, 5)
      await tx.copyIn(sql`copy public.thing from stdin with (format csv)`, flood())
      clearInterval(timer)
    })
    expect(made).toBe(400)
    expect(most).toBeLessThan(60_000_000)
  })

  it('fails with the server when a row does not fit, and the transaction is undone', async () => {
    async function* bad() {
      yield Buffer.from('1,a\n')
      yield Buffer.from('x,b\n')
    }
    await expect(scratch.store.tx((tx) => tx.copyIn(sql`copy public.thing from stdin with (format csv)`, bad()))).rejects.toThrow('invalid input syntax')
    expect(await count()).toBe('0')
  })

  it('fails with the source when that breaks, and the transaction is undone', async () => {
    async function* broken() {
      yield Buffer.from('1,a\n')
      throw new Error('the file ended early')
    }
    await expect(scratch.store.tx((tx) => tx.copyIn(sql`copy public.thing from stdin with (format csv)`, broken()))).rejects.toThrow('the file ended early')
    expect(await count()).toBe('0')
  })

  it('fails inside a savepoint without losing the rest', async () => {
    async function* bad() {
      yield Buffer.from('x,b\n')
    }
    await scratch.store.tx(async (tx) => {
      await tx.run(sql`insert into public.thing values (1, 'kept')`)
      await tx.savepoint(() => tx.copyIn(sql`copy public.thing from stdin with (format csv)`, bad())).catch(() => undefined)
    })
    expect(await count()).toBe('1')
  })
})

describe('a connection that breaks', () => {
  it('is a refusal, and the next transaction has a new one', async () => {
    const broken = scratch.store.tx(async (tx) => {
      const me = await tx.first<{ pid: number }>(sql`select pg_backend_pid() pid`)
      await scratch.store.tx((other) => other.query(sql`select pg_terminate_backend(${me?.pid ?? 0})`))
      await tx.run(sql`insert into public.thing values (1, 'lost')`)
    })
    await expect(broken).rejects.toSatisfy((error) => error instanceof Refusal && error.code === 'store.lost')
    expect(await count()).toBe('0')
  })

  it('is a refusal while idle, too', async () => {
    const other = connectStore(scratch.url)
    const pid = await other.read(async (read) => (await read.first<{ pid: number }>(sql`select pg_backend_pid() pid`))?.pid ?? 0)
    await scratch.store.tx((tx) => tx.query(sql`select pg_terminate_backend(${pid})`))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await other.read((read) => read.first(sql`select 1 as one`))).toEqual({ one: 1 })
    await other.close()
  })
})
