import { afterEach, describe, expect, inject, it } from 'vitest'
import { migrate } from './migrate.ts'
import { withClient } from './session.ts'
import { siblingDatabase } from './testing-server.ts'

const made: string[] = []

async function emptyDatabase(): Promise<string> {
  const name = `${inject('testPrefix')}_empty_${made.length}_${process.pid}`
  await withClient(inject('testServer'), (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`))
  made.push(name)
  return siblingDatabase(inject('testServer'), name)
}

const ask = (url: string, statement: string): Promise<Record<string, unknown>[]> => withClient(url, async (client) => (await client.query(statement)).rows)

afterEach(async () => {
  for (const name of made.splice(0)) await withClient(inject('testServer'), (client) => client.query(`drop database ${name} with (force)`))
})

describe('migrate', () => {
  it('brings an empty database to the newest schema, and does nothing the second time', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const first = await ask(url, 'select name, run_on from app.migration order by id')
    expect(first[0]).toMatchObject({ name: '0001_base' })
    await migrate(url)
    expect(await ask(url, 'select name, run_on from app.migration order by id')).toEqual(first)
  })

  it('lets several begin at once: one works, the others wait', async () => {
    const url = await emptyDatabase()
    await Promise.all([migrate(url), migrate(url), migrate(url)])
    expect(await ask(url, "select count(*)::int as n from app.migration where name = '0001_base'")).toEqual([{ n: 1 }])
  })

  it('leaves a database alone that a newer program has changed', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await ask(url, "insert into app.migration (name, run_on) values ('9999_future', now())")
    await expect(migrate(url)).rejects.toMatchObject({ code: 'store.newer', params: { migration: '9999_future' } })
  })

  it('undoes everything when one step fails', async () => {
    const url = await emptyDatabase()
    await ask(url, 'create schema app; create table app.document (something_else int)')
    await expect(migrate(url)).rejects.toMatchObject({ code: 'store.migration-failed', params: { reason: expect.stringContaining('already exists') } })
    expect(await ask(url, "select count(*)::int as n from information_schema.schemata where schema_name = 'calc'")).toEqual([{ n: 0 }])
  })
})
