import type { TextCatalogue } from '../../base/diagnostic.ts'
import type { Route } from '../http/route.ts'
import type { ToldOfRules } from './publish.ts'
import { companyRoutes } from './routes-company.ts'
import { documentRoutes } from './routes-documents.ts'
import { draftRoutes } from './routes-drafts.ts'
import { guessRoutes } from './routes-guess.ts'
import { libraryRoutes } from './routes-library.ts'

/** Documents in force and documents being written. `catalogue`: every sentence about a code; `told` hears what is published and withdrawn. */
export const documentAndDraftRoutes = (catalogue: TextCatalogue, told: ToldOfRules): readonly Route[] => [
  ...documentRoutes(told),
  ...draftRoutes(catalogue, told),
  ...guessRoutes,
  ...libraryRoutes,
  ...companyRoutes,
]
