import type { Hit, SearchSource } from '../../app/search-source.ts'
import { documentsNamed } from '../../parts/documents/queries.ts'

const MOST = 10

async function found(kind: 'incentive' | 'table', folder: string, query: string, signal: AbortSignal): Promise<Hit[]> {
  const documents = await documentsNamed(kind, query, signal)
  return documents.slice(0, MOST).map(({ id, name }) => ({ key: id, label: name, ...(id === name ? {} : { about: id }), to: `/${folder}/${encodeURIComponent(id)}` }))
}

/** Incentive plans by name or id. */
export const planSearch: SearchSource = {
  id: 'incentives',
  title: 'incentives:title',
  may: 'rule.read',
  find: (query, signal) => found('incentive', 'incentives', query, signal),
}

/** Rate tables by name or id. */
export const tableSearch: SearchSource = {
  id: 'tables',
  title: 'documents:kind.table',
  may: 'rule.read',
  find: (query, signal) => found('table', 'tables', query, signal),
}
