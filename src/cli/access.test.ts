import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../base/sql.ts'
import { addCompany, addTestUser, Browser, GOOD_PASSWORD } from '../server/access/testing.ts'
import { createApp } from '../server/app.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng } from './testing-run.ts'

let scratch: ScratchStore
let app: FastifyInstance
let env: Env

beforeAll(async () => {
  scratch = await scratchStore()
  await addCompany(scratch.store)
  app = await createApp({ store: scratch.store })
  env = { HENG_HOME: join(tmpdir(), `heng-access-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
})

afterAll(async () => {
  await app.close()
  await scratch.drop()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

const tokenIn = (out: string) => /#[\w-]+=([\w-]{43})/.exec(out)?.[1] ?? ''
const come = (out: string, more: object = {}) => new Browser(app).ask('POST', '/session/link', { token: tokenIn(out), ...more })

describe('heng sign-in-link', () => {
  it('is for the first administrator while nobody can sign in', async () => {
    const { code, out, err } = await heng(env, 'sign-in-link')
    expect(code).toBe(0)
    expect(out).toMatch(/^Link for the first administrator \(good for 30 minutes, once\):\n\nhttp:\/\/127\.0\.0\.1:4600\/sign-in#setup=[\w-]{43}\n\n$/)
    expect(err).toContain('as good as a password')
    expect((await come(out, { login: 'first', name: '第一位', password: GOOD_PASSWORD })).status).toBe(200)
  })

  it('is for the only administrator afterwards, at the address the browser has', async () => {
    const { out } = await heng({ ...env, HENG_URL: 'https://heng.example/' }, 'sign-in-link', '--json')
    expect(JSON.parse(out)).toMatchObject({ kind: 'sign-in', login: 'first', url: expect.stringMatching(/^https:\/\/heng\.example\/sign-in#sign-in=/) })
    expect((await come(out)).body.user).toMatchObject({ login: 'first' })
    expect((await come(out)).status).toBe(410)
  })

  it('is for the user named', async () => {
    await addTestUser(scratch.store, 'li', { roles: ['sales'] })
    const { out } = await heng(env, 'sign-in-link', 'LI', '--address', 'http://192.168.1.5:8080/x')
    expect(out).toContain('http://192.168.1.5:8080/sign-in#')
    expect((await come(out)).body.user).toMatchObject({ login: 'li' })
  })

  it.each([
    ['en', ['nobody'], 'There is no user “nobody”, or they are disabled.', 'first, li'],
    ['zh', ['nobody'], '没有登录名为“nobody”的用户，或已停用。', 'first, li'],
    ['zh', ['li', '--address', 'heng'], 'heng', 'https://heng.example'],
  ])('says what is wrong (%s %j)', async (lang, args, say, cure) => {
    const { code, out, err } = await heng(env, 'sign-in-link', ...args, '--lang', lang)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(say)
    expect(err).toContain(cure)
  })

  it('asks whose it is where there are several administrators', async () => {
    await addTestUser(scratch.store, 'second', { roles: ['admin'] })
    expect((await heng(env, 'sign-in-link')).err).toContain('There are several users: first, second.')
  })
})

describe('heng audit verify', () => {
  it('finds the trail whole, with what was done here', async () => {
    const { code, out } = await heng(env, 'audit', 'verify', '--lang', 'zh')
    expect([code, out]).toEqual([0, expect.stringMatching(/^审计记录完整：6 条，没有一条被改动或删去。\n最后一条的哈希：[0-9a-f]{64}\n/)])
    expect(JSON.parse((await heng(env, 'audit', 'verify', '--json')).out)).toMatchObject({ sound: true, entries: '6' })
    const commands = await scratch.store.read((read) => read.query<{ what: string }>(sql`select command || ' ' || via as what from app.audit order by seq`))
    expect(commands.map(({ what }) => what)).toEqual([
      'session.make-link cli',
      'session.link nobody',
      'session.make-link cli',
      'session.link nobody',
      'session.make-link cli',
      'session.link nobody',
    ])
  })

  it.each([
    ['edited', sql`update app.audit set user_name = 'somebody else' where seq = 3`, 'Entry 3 was changed'],
    ['missing', sql`delete from app.audit where seq = 2`, 'Entry 2 is missing'],
  ])('finds an entry that was %s behind the system', async (reason, statement, say) => {
    await scratch.store.tx(async (tx) => {
      await tx.run(sql`create table if not exists app.audit_kept as select * from app.audit`)
      await tx.run(sql`alter table app.audit disable trigger append_only`)
      await tx.run(statement)
    })
    const { code, err } = await heng(env, 'audit', 'verify')
    expect([code, err]).toEqual([1, expect.stringContaining(say)])
    expect(JSON.parse((await heng(env, 'audit', 'verify', '--json')).out)).toMatchObject({ sound: false, reason })
    await scratch.store.tx(async (tx) => {
      await tx.run(sql`delete from app.audit`)
      await tx.run(sql`insert into app.audit select * from app.audit_kept`)
    })
    expect((await heng(env, 'audit', 'verify')).code).toBe(0)
  })
})
