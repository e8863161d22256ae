import type { SearchSource } from '../../app/search-source.ts'
import { getDatasets } from './queries.ts'

const MOST = 10

/** Datasets one sees, by name or id. */
export const datasetSearch: SearchSource = {
  id: 'datasets',
  title: 'data:title',
  may: ['data.read', 'rating.read'],
  find: async (query, signal) => {
    const { items } = await getDatasets(signal)
    const wanted = query.toLowerCase()
    return items
      .filter(({ dataset, name }) => name.toLowerCase().includes(wanted) || dataset.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ dataset, name }) => ({ key: dataset, label: name, ...(dataset === name ? {} : { about: dataset }), to: `/data/${encodeURIComponent(dataset)}` }))
  },
}
