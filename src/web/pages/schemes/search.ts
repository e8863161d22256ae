import type { SearchSource } from '../../app/search-source.ts'
import { getSchemes } from './queries.ts'

const MOST = 10

/** Schemes by name or id. */
export const schemeSearch: SearchSource = {
  id: 'schemes',
  title: 'schemes:title',
  may: 'rule.read',
  find: async (query, signal) => {
    const { items } = await getSchemes(signal)
    const wanted = query.toLowerCase()
    return items
      .filter(({ id, name }) => name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, name, from }) => ({ key: id, label: name, to: `/schemes/${encodeURIComponent(id)}`, ...(from === null ? {} : { about: from }) }))
  },
}
