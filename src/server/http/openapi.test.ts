import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { routes } from '../app.ts'
import { openApi } from './openapi.ts'
import { command, query, type Route } from './route.ts'

type Document = {
  paths: Record<string, Record<string, { operationId: string; security: unknown[]; parameters: { name: string }[]; requestBody?: unknown; responses: Record<string, unknown> }>>
  components: { schemas: Record<string, Record<string, unknown>> }
}

const documentOf = (given: readonly Route[]) => openApi(given, { version: '1' }) as unknown as Document // The shape that OpenAPI gives it.

describe('the document of the API', () => {
  it('names every route of the product, and refers to nothing that is not in it', () => {
    const document = documentOf(routes)
    const named = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId))
    expect(named.sort()).toEqual(routes.map((route) => route.spec.id).sort())
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(references.length).toBeGreaterThan(0)
    for (const name of references) expect(document.components.schemas, name).toHaveProperty([name])
    expect(JSON.stringify(document)).not.toContain('#/$defs/')
  })

  it('says who may ask', () => {
    const document = documentOf(routes)
    expect(document.paths['/health']?.['get']?.security).toEqual([])
    expect(document.paths['/events']?.['get']?.security).toEqual([{ session: [] }, { key: [] }])
  })

  const Inner = z.object({ size: z.number().int().default(1) }).meta({ id: 'TestInner' })
  const Outer = z.object({ inner: Inner, name: z.string() }).meta({ id: 'TestOuter' })
  const Plain = z.strictObject({ name: z.string() }).meta({ id: 'TestPlain' })
  const base = { tag: 't', summary: 's', may: 'org.write' } as const

  it('shows what is sent apart from what is answered where defaults make them differ, also inside others', () => {
    const route = command('x.put', { ...base, id: 'putX', method: 'put', path: '/x', body: Outer, reply: Outer }, async (_tx, { body }) => body)
    const { schemas } = documentOf([route]).components
    expect(Object.keys(schemas)).toEqual(['Finding', 'Problem', 'TestInner', 'TestInnerInput', 'TestOuter', 'TestOuterInput'])
    expect([schemas['TestInner']?.['required'], schemas['TestInnerInput']?.['required']]).toEqual([['size'], undefined])
    expect(schemas['TestOuterInput']?.['properties']).toMatchObject({ inner: { $ref: '#/components/schemas/TestInnerInput' } })
  })

  it('shows it once where they are the same', () => {
    const route = command('x.put', { ...base, id: 'putX', method: 'put', path: '/x', body: Plain, reply: Plain }, async (_tx, { body }) => body)
    expect(Object.keys(documentOf([route]).components.schemas)).toEqual(['Finding', 'Problem', 'TestPlain'])
    expect(documentOf([route]).paths['/x']?.['put']?.parameters.map((one) => one.name)).toEqual(['Idempotency-Key', 'If-Match'])
  })

  it('refuses two schemas of one id', () => {
    const other = z.object({ other: z.string() }).meta({ id: 'TestTwice' })
    const first = query({ ...base, id: 'a', method: 'get', path: '/a', reply: other }, async () => ({ other: '' }))
    const twin = z.object({ twin: z.string() })
    z.globalRegistry.remove(other)
    const second = query({ ...base, id: 'b', method: 'get', path: '/b', reply: twin.meta({ id: 'TestTwice' }) }, async () => ({ twin: '' }))
    z.globalRegistry.add(other, { id: 'TestTwice' })
    expect(() => documentOf([first, second])).toThrow('TestTwice')
  })
})
