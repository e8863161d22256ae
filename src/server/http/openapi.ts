import type { z } from 'zod'
import { gatherSchemas, type Json, type Schemas } from './openapi-schemas.ts'
import { Problem } from './problem.ts'
import { type AnySpec, permissionsOf, type Route } from './route.ts'

/** The document of the API (OpenAPI 3.1), made from the very schemas that check requests. */
export function openApi(routes: readonly Route[], about: { readonly version: string }): Json {
  const schemas = gatherSchemas([{ schema: Problem, direction: 'output' }, ...routes.flatMap((route) => schemasOf(route.spec))])
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of [...routes].sort(byPath)) {
    const methods = paths[route.spec.path] ?? {}
    methods[route.spec.method] = operation(route, schemas)
    paths[route.spec.path] = methods
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Heng 衡', version: about.version, description: DESCRIPTION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    tags: [...new Set(routes.map((route) => route.spec.tag))].sort().map((name) => ({ name })),
    paths,
    components: { schemas: schemas.components, securitySchemes: SECURITY },
  }
}

const SECURITY: Json = {
  session: { type: 'apiKey', in: 'cookie', name: 'heng_session', description: 'Set at sign-in. Writes also need the header `x-heng: 1` and come from pages of this server.' },
  key: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer heng_…`.' },
}

const DESCRIPTION = [
  'Sales performance management in which every number is explained.',
  'Amounts and other decimals are texts, days are `YYYY-MM-DD`, instants are ISO 8601 in UTC. Fields that a schema does not name are refused.',
  'A refusal is a problem after RFC 9457 with a `code` for programs, `detail` and `cure` for people (in the language of `Accept-Language`), and an entry of `errors` for each thing to mend.',
  'A list has `items` and `next`; the next page is asked with `after`. A write may carry an `Idempotency-Key`: sent again with the same key it is carried out once, and answered the same.',
  'A document answers its version as `ETag`; a change names the version it was made from as `If-Match`.',
].join('\n\n')

function byPath({ spec: a }: Route, { spec: b }: Route): number {
  const [one, other] = [`${a.path} ${a.method}`, `${b.path} ${b.method}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function schemasOf(spec: AnySpec): { schema: z.ZodType; direction: 'input' | 'output' }[] {
  const sent = [spec.params, spec.query, spec.body].filter((schema) => schema !== undefined)
  return [...sent.map((schema) => ({ schema, direction: 'input' as const })), { schema: spec.reply, direction: 'output' }]
}

function operation({ spec, handler }: Route, schemas: Schemas): Json {
  const writes = handler.kind === 'command' || handler.kind === 'work'
  const body = requestBody(spec, schemas)
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    description: needs(spec),
    'x-heng-permission': spec.may,
    security: spec.may === 'anyone' ? [] : [{ session: [] }, { key: [] }],
    parameters: [...parameters(spec.params, 'path', schemas), ...parameters(spec.query, 'query', schemas), ...(writes ? headers(spec) : [])],
    ...(body === null ? {} : { requestBody: body }),
    responses: { [spec.status ?? 200]: response(spec, schemas), default: REFUSED },
  }
}

const REFUSED: Json = { description: 'Why it was refused.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

function needs({ may }: AnySpec): string {
  if (may === 'anyone') return 'Anyone may ask.'
  const needed = permissionsOf(may).map((permission) => `\`${permission}\``)
  if (needed.length === 0) return 'For whoever is signed in.'
  return needed.length === 1 ? `Needs the permission ${needed[0]}.` : `Needs one of the permissions ${needed.join(', ')}: which, depends on what is asked for.`
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query', schemas: Schemas): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemas.shown(schema, 'input') as { properties?: Record<string, Json>; required?: readonly string[] } // What the schema of an object looks like.
  return Object.entries(properties).map(([name, { description, ...shape }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: shape,
  }))
}

function headers(spec: AnySpec): Json[] {
  const header = (name: string, description: string): Json => ({ name, in: 'header', required: false, description, schema: { type: 'string' } })
  const keyed = spec.secret !== true && spec.upload === undefined && spec.may !== 'anyone'
  return [
    ...(keyed ? [header('Idempotency-Key', 'The same key again: carried out once, answered the same.')] : []),
    ...(spec.method === 'put' ? [header('If-Match', 'The ETag of the version that is changed.')] : []),
  ]
}

function requestBody(spec: AnySpec, schemas: Schemas): Json | null {
  if (spec.upload !== undefined) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { required: true, content: { 'multipart/form-data': { schema } } }
  }
  if (spec.body === undefined) return null
  return { required: !spec.body.safeParse(undefined).success, content: { 'application/json': { schema: schemas.shown(spec.body, 'input') } } }
}

function response(spec: AnySpec, schemas: Schemas): Json {
  if (spec.status === 204) return { description: 'Done.' }
  const type = spec.contentType ?? 'application/json'
  const schema = type === 'application/json' ? schemas.shown(spec.reply, 'output') : { type: 'string' }
  return { description: spec.summary, content: { [type]: { schema } } }
}
