import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { sql } from '../base/sql.ts'
import { currentCompany, setCurrentCompany } from './companies.ts'
import { discardScratchFolders, scratchFolder } from './embedded/testing-home.ts'
import { refuseUnfit } from './external.ts'
import { listCompanies, openStore, type StoreOptions } from './open-store.ts'
import { withClient } from './session.ts'
import { scratchStore } from './testing.ts'
import { siblingDatabase } from './testing-server.ts'

afterEach(discardScratchFolders)

const opened = async (options: StoreOptions) => {
  const store = await openStore(options)
  await store.close()
  return store.company
}
const publish = (company: string) => sql`insert into app.document (kind, id, version, body, hash) values ('company', ${company}, 1, '{}', 'x')`

describe('the embedded server', () => {
  it('keeps a database a company, and remembers which one is meant', async () => {
    const home = await scratchFolder()
    await expect(openStore({ home })).rejects.toMatchObject({ code: 'company.none' })
    expect(await listCompanies({ home })).toEqual([])
    expect(await opened({ home, company: 'north-star', createCompany: true })).toBe('north-star')
    expect(await opened({ home, company: 'acme', createCompany: true })).toBe('acme')
    expect(await listCompanies({ home })).toEqual(['acme', 'north-star'])

    expect(await currentCompany(home)).toBeUndefined()
    await setCurrentCompany(home, 'north-star')
    expect(await opened({ home })).toBe('north-star')
    expect(await opened({ home, company: 'acme' })).toBe('acme')

    const store = await openStore({ home, company: 'acme' })
    await store.tx((tx) => tx.run(publish('acme')))
    await store.close()
    const other = await openStore({ home })
    expect(await other.read((read) => read.query(sql`select * from app.document`))).toEqual([])
    await other.close()
  })

  it('refuses a company that is not there, naming those that are, and makes nothing', async () => {
    const home = await scratchFolder()
    await opened({ home, company: 'acme', createCompany: true })
    await expect(openStore({ home, company: 'acne' })).rejects.toMatchObject({ code: 'company.unknown', params: { company: 'acne', known: 'acme' } })
    expect(await listCompanies({ home })).toEqual(['acme'])
  })

  it('opens one company for many at once, made once', async () => {
    const home = await scratchFolder()
    expect(await Promise.all([1, 2, 3].map(() => opened({ home, company: 'acme', createCompany: true })))).toEqual(['acme', 'acme', 'acme'])
  })

  it('refuses hostile ids before anything is made', async () => {
    const home = join(await scratchFolder(), 'home')
    for (const company of ['', '"; drop database postgres; --', '../x', 'UPPER', '公司', 'a'.repeat(41), 'a b', '-a']) {
      await expect(openStore({ home, company, createCompany: true })).rejects.toMatchObject({ code: 'company.bad-id' })
      await expect(setCurrentCompany(home, company)).rejects.toMatchObject({ code: 'company.bad-id' })
    }
    await expect(readFile(home)).rejects.toThrow('ENOENT')
  })
})

describe('a database of the user’s own', () => {
  it('is one company for good', async () => {
    const scratch = await scratchStore()
    const given = { home: '/nonexistent', databaseUrl: scratch.url }
    await expect(openStore(given)).rejects.toMatchObject({ code: 'company.none' })
    await expect(openStore({ ...given, company: 'acme' })).rejects.toMatchObject({ code: 'company.unknown' })
    expect(await opened({ ...given, company: 'acme', createCompany: true })).toBe('acme')
    await scratch.store.tx((tx) => tx.run(publish('acme')))
    expect(await opened(given)).toBe('acme')
    expect(await listCompanies(given)).toEqual(['acme'])
    await expect(openStore({ ...given, company: 'other', createCompany: true })).rejects.toMatchObject({ code: 'company.other', params: { company: 'other', there: 'acme' } })
    await scratch.drop()
  })

  it('is refused with its place when it is not there, and the password is not told', async () => {
    const url = new URL(siblingDatabase(inject('testServer'), 'no_such_database'))
    await expect(openStore({ home: '/nonexistent', databaseUrl: url.href })).rejects.toMatchObject({
      code: 'store.no-database',
      params: { address: `${url.hostname}:${url.port || '5432'}/no_such_database` },
    })
  })

  it('is refused when the login is', async () => {
    const url = new URL(inject('testServer'))
    url.username = 'heng_nobody_of_that_name'
    url.password = 'secret-word'
    const refusal = await openStore({ home: '/nonexistent', databaseUrl: url.href }).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'store.login-refused' })
    expect(JSON.stringify(refusal.params)).not.toContain('secret-word')
  })

  it('is refused when nothing answers, or something else does', async () => {
    const deaf = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await new Promise((resolve) => deaf.once('listening', resolve))
    const address = deaf.address()
    const port = typeof address === 'object' ? address?.port : 0
    const databaseUrl = `postgresql://u:p@127.0.0.1:${port}/d`
    await expect(openStore({ home: '/nonexistent', databaseUrl })).rejects.toMatchObject({ code: expect.stringMatching(/^store\.(lost|unreachable)$/) })
    await new Promise((resolve) => deaf.close(resolve))
    await expect(openStore({ home: '/nonexistent', databaseUrl })).rejects.toMatchObject({ code: 'store.unreachable' })
  })

  it('is refused when its address is none', async () => {
    for (const databaseUrl of ['localhost', 'mysql://u:p@h/d', 'postgres//x', '/var/lib/db', ' ']) {
      await expect(openStore({ home: '/nonexistent', databaseUrl })).rejects.toMatchObject({ code: 'store.url-invalid' })
    }
  })

  it('is refused when the user may not make schemas in it', async ({ skip }) => {
    const scratch = await scratchStore()
    const role = `heng_reader_${process.pid}`
    try {
      const may = await withClient(
        scratch.url,
        async (client) => (await client.query('select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user')).rows[0]?.may,
      )
      if (may !== true) skip('the user of this server may not make roles')
      await withClient(scratch.url, (client) => client.query(`create role ${role} login password 'pw'`))
      const url = new URL(scratch.url)
      url.username = role
      url.password = 'pw'
      await expect(openStore({ home: '/nonexistent', databaseUrl: url.href })).rejects.toMatchObject({ code: 'store.no-right' })
    } finally {
      await withClient(scratch.url, (client) => client.query(`drop role if exists ${role}`))
      await scratch.drop()
    }
  })

  it('is refused when it is too old, in another encoding, or a standby', () => {
    const good = { version_num: 150_004, version: '15.4', encoding: 'UTF8', standby: false, user_name: 'u', database: 'd', may_create: true }
    expect(() => refuseUnfit(good, 'h:5432/d')).not.toThrow()
    expect(() => refuseUnfit({ ...good, version_num: 140_022, version: '14.22' }, 'h')).toThrow('store.version-too-old')
    expect(() => refuseUnfit({ ...good, encoding: 'SQL_ASCII' }, 'h')).toThrow('store.not-utf8')
    expect(() => refuseUnfit({ ...good, standby: true }, 'h')).toThrow('store.read-only')
  })
})
