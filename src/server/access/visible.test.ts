import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../base/sql.ts'
import { type ScratchStore, scratchStore } from '../../store/testing.ts'
import type { Reach } from '../http/permission.ts'
import { someone } from '../http/testing.ts'
import type { Who } from '../http/who.ts'
import { addPeople } from './testing-people.ts'
import { isVisible, requireVisible, seesAll, visible } from './visible.ts'

let scratch: ScratchStore

beforeAll(async () => {
  scratch = await scratchStore()
  await addPeople(scratch.store)
})

afterAll(() => scratch.drop())

const reaching = (employee: string, reach: Reach) => someone('u', { may: ['score.read'], reach, employee })

/** Ids, in order, each once. */
async function seen(who: Who, day: string, permission = 'score.read' as const): Promise<string> {
  const rows = await scratch.store.read((read) =>
    read.query<{ id: string }>(sql`select employee_id as id from app.employee where employee_id in (${visible(who, permission, day)}) order by 1`),
  )
  return rows.map((row) => row.id).join(' ')
}

describe('who sees whom', () => {
  it.each([
    ['ann', 'own', '2026-05-20', 'ann'],
    ['ann', 'reports', '2026-05-20', 'ann'],
    ['eve', 'reports', '2026-05-20', 'ann eve'],
    ['eve', 'reports', '2026-03-31', 'ann eve tom'],
    ['wim', 'reports', '2026-03-31', 'sam wim'],
    ['wim', 'reports', '2026-04-01', 'sam tom wim'],
    ['boss', 'reports', '2026-05-20', 'ann boss eve hana sam tom wim'],
    ['ann', 'unit', '2026-05-20', 'ann eve'],
    ['ann', 'unit', '2026-03-31', 'ann eve tom'],
    ['ann', 'unit', '2026-02-28', 'ann eve old tom'],
    ['wim', 'unit', '2026-05-20', 'tom wim'],
    ['wim', 'units', '2026-05-20', 'sam tom wim'],
    ['tom', 'units', '2026-03-31', 'ann eve tom'],
    ['sam', 'units', '2026-05-20', 'sam'],
    ['boss', 'units', '2026-05-20', 'ann boss eve hana sam tom wim'],
    ['old', 'unit', '2026-05-20', 'old'],
    ['sam', 'all', '2026-05-20', 'ann boss eve hana old sam tom wim'],
  ] as const)('%s with reach %s on %s: %s', async (employee, reach, day, ids) => {
    expect(await seen(reaching(employee, reach), day)).toBe(ids)
  })

  it('adds up several grants, each counted from its own employee', async () => {
    const who = reaching('sam', 'own')
    const lent = { permission: 'score.read', reach: 'reports', employee: 'eve', delegation: 'd' } as const
    expect(await seen({ ...who, grants: [...who.grants, lent] }, '2026-05-20')).toBe('ann eve sam')
  })

  it('is nobody without the permission, and for somebody who is no employee', async () => {
    expect(await seen(someone('u', { may: ['pay.read'], employee: 'boss' }), '2026-05-20')).toBe('')
    expect(await seen(someone('u', { may: ['score.read'], reach: 'reports' }), '2026-05-20')).toBe('')
  })

  it('needs no look-up for somebody who sees everybody', () => {
    expect(seesAll(reaching('sam', 'all'), 'score.read')).toBe(true)
    expect(isVisible(sql`e.employee_id`, reaching('sam', 'all'), 'score.read', '2026-05-20')).toEqual(sql`true`)
    expect(seesAll(reaching('sam', 'units'), 'score.read')).toBe(false)
  })

  it('does not tell somebody out of reach from somebody who is not there', async () => {
    const asked = (employee: string, reach: Reach) =>
      scratch.store
        .read((read) => requireVisible(read, reaching('eve', reach), 'score.read', employee, '2026-05-20'))
        .then(
          () => 'seen',
          (error) => error.code,
        )
    expect(await Promise.all([asked('ann', 'reports'), asked('sam', 'reports'), asked('nobody', 'reports'), asked('nobody', 'all'), asked('sam', 'all')])).toEqual([
      'seen',
      'access.not-visible',
      'access.not-visible',
      'access.not-visible',
      'seen',
    ])
    await expect(scratch.store.read((read) => requireVisible(read, reaching('eve', 'all'), 'pay.read', 'ann', '2026-05-20'))).rejects.toMatchObject({ code: 'http.forbidden' })
  })

  it('takes ids as values', async () => {
    expect(await seen(reaching("x' or true --", 'reports'), '2026-05-20')).toBe('')
  })
})
