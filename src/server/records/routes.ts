import type { TextCatalogue } from '../../base/diagnostic.ts'
import type { Route } from '../http/route.ts'
import { datasetRoutes } from './routes-datasets.ts'
import { importRoutes } from './routes-imports.ts'
import { manualRoutes } from './routes-manual.ts'
import { recordReadRoutes } from './routes-records.ts'

/** Routes of datasets, their records and imports. */
export function recordRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [...datasetRoutes, ...recordReadRoutes, ...manualRoutes, ...importRoutes(catalogue)]
}
