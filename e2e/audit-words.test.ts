import { expect, test } from 'vitest'
import { routes } from '../src/server/app.ts'
import { KNOWN } from '../src/web/pages/settings/command-names.ts'

test('every command that leaves an entry in the audit trail has words for its page', () => {
  const named = routes.flatMap(({ handler }) => (handler.kind === 'command' || handler.kind === 'work' ? [handler.name] : []))
  expect(named.length).toBeGreaterThan(40)
  const without = named.filter((name) => !KNOWN.some((known) => known === name))
  expect(without).toEqual([])
})
