import type { Route } from '../http/route.ts'
import { personChangeRoutes } from './routes-changes.ts'
import { peopleRoutes } from './routes-people.ts'
import { rateRoutes } from './routes-rates.ts'
import { unitRoutes } from './routes-units.ts'

/** Routes of people, units and exchange rates. */
export const orgRoutes: readonly Route[] = [...peopleRoutes, ...personChangeRoutes, ...unitRoutes, ...rateRoutes]
