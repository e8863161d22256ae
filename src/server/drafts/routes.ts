import type { TextCatalogue } from '../../base/diagnostic.ts'
import type { Route } from '../http/route.ts'
import { documentRoutes } from './routes-documents.ts'
import { draftRoutes } from './routes-drafts.ts'
import { guessRoutes } from './routes-guess.ts'
import { libraryRoutes } from './routes-library.ts'

/** Documents in force and documents being written. `catalogue`: every sentence about a code. */
export const documentAndDraftRoutes = (catalogue: TextCatalogue): readonly Route[] => [...documentRoutes, ...draftRoutes(catalogue), ...guessRoutes, ...libraryRoutes]
