import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { companiesOn, companyDatabase } from './companies.ts'
import { serverAt } from './embedded/knock.ts'

/** A port on which nothing listens any more. */
function deadPort(): Promise<number> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => answer(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

it('a server that died a moment ago is told as unreachable, in a sentence of ours', async () => {
  const server = serverAt(1, await deadPort(), 'password')
  await expect(companiesOn(server)).rejects.toMatchObject({ name: 'Refusal', code: 'store.unreachable' })
  await expect(companyDatabase(server, 'acme', true)).rejects.toMatchObject({ name: 'Refusal', code: 'store.unreachable' })
})
