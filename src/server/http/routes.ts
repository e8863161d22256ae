import { z } from 'zod'
import { sql } from '../../base/sql.ts'
import { query, type Route } from './route.ts'

const Health = z.object({ ok: z.literal(true) }).meta({ id: 'Health', description: 'The server and its database answer.' })

/** Routes that belong to no feature. */
export const httpRoutes: readonly Route[] = [
  query({ id: 'getHealth', method: 'get', path: '/health', tag: 'http', summary: 'Whether the server and its database answer.', may: 'anyone', reply: Health }, async (read) => {
    await read.query(sql`select 1`)
    return { ok: true as const }
  }),
]
