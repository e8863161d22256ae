import type { Route } from '../http/route.ts'
import { personChangeRoutes } from './routes-changes.ts'
import { peopleRoutes } from './routes-people.ts'
import { unitRoutes } from './routes-units.ts'

/** Routes of people and units. */
export const orgRoutes: readonly Route[] = [...peopleRoutes, ...personChangeRoutes, ...unitRoutes]
