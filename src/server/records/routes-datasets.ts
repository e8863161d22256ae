import { z } from 'zod'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { Read } from '../../store/types.ts'
import { READS_RECORDS, writeOf } from '../access/data-permission.ts'
import { showVersion } from '../http/etag.ts'
import { query, type Route } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { may, type Who } from '../http/who.ts'
import { listDocuments } from '../measures/documents.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { lastImports, latestDay, rowCounts } from './catalogue.ts'
import { creditingOfDataset, type Rules } from './crediting.ts'
import { datasetRead, isOpen, seesDataset } from './seen.ts'
import { datasetPath, FieldShown, shownFields } from './shapes.ts'

const DatasetShown = z
  .object({
    dataset: z.string(),
    name: z.string(),
    description: z.string(),
    builtIn: z.boolean(),
    rows: z.number().int().nullable().describe('Records; null for who sees only some of them.'),
    latestDay: z.string().nullable().describe('The last day a record counts on.'),
    lastImport: z.object({ file: z.string(), at: InstantText }).nullable(),
    fields: z.number().int(),
    hasOwner: z.boolean(),
    hasDay: z.boolean(),
  })
  .meta({ id: 'DatasetRow' })

const DatasetDetail = z
  .object({
    dataset: z.string(),
    name: z.string(),
    description: z.string(),
    builtIn: z.boolean(),
    version: z.number().int(),
    body: z.unknown().describe('The document as its author wrote it; see docs/schema/dataset.schema.json.'),
    fields: z.array(FieldShown),
    key: z.array(z.string()),
    owner: z.string().nullable(),
    date: z.string().nullable(),
    hasOwner: z.boolean(),
    effective: z.string().nullable(),
    onError: z.enum(['reject', 'skip']),
    splits: z.object({ dataset: z.string(), name: z.string() }).nullable(),
    referredBy: z.array(z.object({ dataset: z.string(), name: z.string(), field: z.string() })),
    measures: z.array(z.object({ measure: z.string(), name: z.string() })).describe('Measures that count its records.'),
    mayWrite: z.boolean().describe('Whether one may add, correct and import its records.'),
    others: z.array(z.object({ dataset: z.string(), name: z.string() })).describe('All datasets one may open, by name.'),
  })
  .meta({ id: 'DatasetDetail' })

async function datasetRows(read: Read, rules: Rules, { who, lang }: { readonly who: Who; readonly lang: Lang }): Promise<z.input<typeof DatasetShown>[]> {
  const [counts, last] = [await rowCounts(read), await lastImports(read)]
  const rows: z.input<typeof DatasetShown>[] = []
  for (const document of rules.datasets.filter((d) => isOpen(rules, d, who))) {
    const { dataset } = document
    const all = seesDataset(who, dataset)
    rows.push({
      dataset,
      name: nameIn(document.name, lang, dataset),
      description: nameIn(document.description, lang, ''),
      builtIn: isBuiltIn(dataset),
      rows: all ? (counts.get(dataset) ?? null) : null,
      latestDay: all ? await latestDay(read, document) : null,
      lastImport: all ? (last.get(dataset) ?? null) : null,
      fields: Object.keys(document.fields).length,
      hasOwner: creditingOfDataset(document, rules.datasets) !== null,
      hasDay: document.date !== undefined,
    })
  }
  return rows
}

async function datasetDetail(read: Read, rules: Rules, { id, who, lang }: { readonly id: string; readonly who: Who; readonly lang: Lang }): Promise<z.input<typeof DatasetDetail>> {
  const document = datasetRead(rules, id, who)
  const { dataset } = document
  const named = (d: { dataset: string }) => ({ dataset: d.dataset, name: nameIn(rules.datasets.find((x) => x.dataset === d.dataset)?.name, lang, d.dataset) })
  const published = (await listDocuments(read)).find((d) => d.kind === 'dataset' && d.id === dataset)
  return {
    ...named(document),
    description: nameIn(document.description, lang, ''),
    builtIn: isBuiltIn(dataset),
    version: published?.version ?? 1,
    body: published?.body ?? null,
    fields: shownFields(document, lang, rules.company.currency),
    key: document.key,
    owner: document.owner ?? null,
    date: document.date ?? null,
    hasOwner: creditingOfDataset(document, rules.datasets) !== null,
    effective: document.effective ?? null,
    onError: document.onError,
    splits: document.splits === undefined ? null : named(document.splits),
    referredBy: rules.datasets.flatMap((d) => Object.entries(d.fields).flatMap(([field, f]) => (f.to === dataset ? [{ ...named(d), field }] : []))),
    measures: Object.values(rules.program.measures)
      .filter((m) => !m.hidden && m.body.kind === 'aggregate' && m.body.aggregate.dataset === dataset)
      .map((m) => ({ measure: m.measure, name: nameIn(m.name, lang, m.measure) })),
    mayWrite: may(who, writeOf(dataset)),
    others: rules.datasets.filter((d) => isOpen(rules, d, who)).map(named),
  }
}

export const datasetRoutes: readonly Route[] = [
  query(
    {
      id: 'listDatasets',
      method: 'get',
      path: '/datasets',
      tag: 'datasets',
      summary: 'The datasets one may open, with how many records they hold.',
      may: READS_RECORDS,
      reply: z.object({ items: z.array(DatasetShown) }),
    },
    async (read, { who, lang }) => ({ items: await datasetRows(read, await rulesInForceNow(read), { who, lang }) }),
  ),
  query(
    {
      id: 'getDataset',
      method: 'get',
      path: '/datasets/{dataset}',
      tag: 'datasets',
      summary: 'A dataset: its fields, who its records belong to, which measures count them. Its version is the ETag.',
      may: READS_RECORDS,
      params: datasetPath,
      reply: DatasetDetail,
    },
    async (read, { who, lang, params, reply }) => {
      const detail = await datasetDetail(read, await rulesInForceNow(read), { id: params.dataset, who, lang })
      showVersion(reply, detail.version)
      return detail
    },
  ),
]
