import type { Read, Store } from '../../store/types.ts'
import type { Guard } from './guard.ts'
import { PERMISSIONS, type Permission, type Reach } from './permission.ts'
import type { Who } from './who.ts'

/** A person for tests of what stands on the API: with these permissions, else with all, reaching everybody unless told. */
export function someone(user: string, more: { readonly may?: readonly Permission[]; readonly reach?: Reach; readonly employee?: string } = {}): Who {
  const employee = more.employee ?? null
  return {
    user,
    name: user,
    employee,
    via: { kind: 'session', session: user },
    grants: (more.may ?? PERMISSIONS).map((permission) => ({ permission, reach: more.reach ?? 'all', employee })),
    day: '2026-03-31',
  }
}

/** A guard that knows people by name: `cookie: heng_session=NAME`. Reach `all` reaches everybody, any other reach oneself alone. */
export function guardOf(people: readonly Who[]): Guard {
  return {
    authenticate: async (_store: Store, request) => people.find((who) => who.user === request.cookies['heng_session']) ?? null,
    reaches: async (_read: Read, who, permission, employee) => who.grants.some((grant) => grant.permission === permission && (grant.reach === 'all' || who.employee === employee)),
  }
}

/** Headers of a page of ours, with somebody signed in. */
export function as(user: string, more: Record<string, string> = {}): Record<string, string> {
  return { cookie: `heng_session=${user}`, 'x-heng': '1', 'sec-fetch-site': 'same-origin', ...more }
}
