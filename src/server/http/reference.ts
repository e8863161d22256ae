import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Json } from './openapi-schemas.ts'

/** The reference of the API for people, under /docs, and the document itself as /docs/json. Scripts come from files, so that the policy of all pages holds here too. */
export async function serveReference(app: FastifyInstance, document: Json): Promise<void> {
  await app.register(swagger, { mode: 'static', specification: { document: document as never } }) // Its own type of the same document, of an older edition.
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      deepLinking: true,
      docExpansion: 'none',
      requestInterceptor: (request) => Object.assign(request, { headers: { ...request.headers, 'x-heng': '1' } }), // It is sent as text, and runs in the page.
    },
    theme: { title: 'Heng API' },
  })
}
