import type { SearchSource } from '../../app/search-source.ts'
import { getPeople } from '../../parts/people.ts'

/** People in the search of the frame. */
export const peopleSearch: SearchSource = {
  id: 'people',
  title: 'people:title',
  may: 'org.read',
  find: async (q, signal) => {
    const { items } = await getPeople({ q, limit: 10, state: 'all' }, signal)
    return items.map(({ id, name, unitName, position }) => ({
      key: id,
      label: name,
      about: [id, unitName, position].filter(Boolean).join(' · '),
      to: `/people/${encodeURIComponent(id)}`,
    }))
  },
}
