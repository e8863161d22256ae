import { z } from 'zod'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { COUNTED_RECORDS } from '../../base/limits.ts'
import type { Read } from '../../store/types.ts'
import { READS_RECORDS, writeOf } from '../access/data-permission.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { DayAsked, InstantText } from '../http/shapes.ts'
import { may } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import type { Asker } from './asker.ts'
import { rowCounts } from './catalogue.ts'
import type { Rules } from './crediting.ts'
import { filtersIn } from './filters.ts'
import { countRecords, isNarrowed, listRecords, peopleNamed, type RecordsAsked } from './list.ts'
import { creditsOf, type Linked, labelOf, measuresCounting, recordSeen, referredTo, referringTo, requireFound } from './record.ts'
import { datasetRead, seesDataset } from './seen.ts'
import { datasetPath, FieldShown, Person, recordPath, shownFields, Values } from './shapes.ts'
import { type Version, versionsOf } from './versions.ts'

const RecordShown = z
  .object({ id: z.string(), change: z.string().describe('The change that wrote it; to be sent with a correction.'), day: z.string().nullable(), fields: Values })
  .meta({ id: 'Record' })

const RecordsPage = pageOf(RecordShown).extend({ people: z.record(z.string(), z.string()).describe('Names of the employees that the records name.') })

const VersionShown = z
  .object({
    change: z.string(),
    ended: z.string().nullable(),
    deleted: z.boolean(),
    kind: z.enum(['import', 'manual', 'undo']),
    by: z.string().nullable().describe('Null: by the command line.'),
    reason: z.string(),
    at: InstantText.nullable(),
    file: z.string().nullable(),
    line: z.number().int().nullable(),
    fields: Values,
    end: z.object({ by: z.string().nullable(), reason: z.string(), at: InstantText.nullable(), kind: z.enum(['import', 'manual', 'undo']) }).nullable(),
  })
  .meta({ id: 'RecordVersion' })

const LinkShown = z
  .object({ dataset: z.string(), datasetName: z.string(), field: z.string(), record: z.string().nullable(), label: z.string(), day: z.string().nullable() })
  .meta({ id: 'RecordLink' })

const RecordDetail = z
  .object({
    id: z.string(),
    dataset: z.string(),
    datasetName: z.string(),
    label: z.string(),
    day: z.string().nullable(),
    change: z.string(),
    current: z.boolean().describe('False: it was deleted; its versions remain.'),
    fields: z.array(FieldShown),
    values: Values,
    people: z.record(z.string(), z.string()),
    credits: z.array(Person.extend({ share: z.string().describe('0.7 for 70 %.') })),
    refersTo: z.array(LinkShown),
    referredBy: z.array(z.object({ dataset: z.string(), datasetName: z.string(), field: z.string(), count: z.number().int(), items: z.array(LinkShown) })),
    measures: z.array(z.object({ measure: z.string(), name: z.string() })),
    versions: z.array(VersionShown),
    mayWrite: z.boolean(),
  })
  .meta({ id: 'RecordDetail' })

const ListAsked = z.object({
  ...pageQuery,
  q: z.string().max(200).optional().describe('A part of any text, or of the name of somebody a record names.'),
  filters: z.string().max(8_000).optional().describe('JSON: [{"field", "op": "is" | "contains" | "from" | "until" | "empty", "value"}].'),
  from: DayAsked.optional().describe('First day the records count on.'),
  until: DayAsked.optional().describe('Last day, included.'),
  owner: z.string().max(200).optional().describe('Whoever owns a record or has a share of it.'),
  sort: z.string().max(200).optional().describe('A field; the day where none is named.'),
  order: z.enum(['asc', 'desc']).default('desc'),
})

async function recordsPage(read: Read, { params, query: asked, who, today }: Asker & { readonly params: { dataset: string }; readonly query: z.output<typeof ListAsked> }) {
  const rules = await rulesInForceNow(read)
  const document = datasetRead(rules, params.dataset, who)
  const { q, from, until, owner, sort, order, limit } = asked
  const wanted: RecordsAsked = {
    who,
    today,
    filters: filtersIn(asked.filters),
    q,
    from,
    until,
    owner,
    sort,
    down: order === 'desc',
    after: keyIn(asked.after, 2),
    limit: limit + 1,
  }
  const records = await listRecords(read, rules, document, wanted)
  const whole = !isNarrowed(wanted) && seesDataset(who, document.dataset)
  const total = whole ? ((await rowCounts(read)).get(document.dataset) ?? 0) : await countRecords(read, rules, document, { ...wanted, most: COUNTED_RECORDS })
  const people = await peopleNamed(read, document, records)
  return { ...page(records, limit, { item: ({ sortedBy: _, ...record }) => record, key: (record) => [record.sortedBy, record.id], total }), people }
}

async function recordDetail(
  read: Read,
  { dataset, record, lang, ...asker }: Asker & { readonly dataset: string; readonly record: string; readonly lang: Lang },
): Promise<z.input<typeof RecordDetail>> {
  const rules = await rulesInForceNow(read)
  const document = datasetRead(rules, dataset, asker.who)
  const row = await recordSeen(read, rules, document, { record, ...asker })
  // Whose a deleted record was is not worked out again: it is for who sees everybody.
  if (row === null && !seesDataset(asker.who, dataset)) requireFound(null, dataset)
  const versions = await versionsOf(read, document, record)
  const values = requireFound(row?.fields ?? versions[0]?.fields ?? null, dataset)
  const links = row === null ? { refersTo: [], referredBy: [] } : await linksOf(read, rules, { document, row, lang, ...asker })
  const credits = row === null ? [] : await creditsOf(read, rules, document, record)
  const measures = row === null ? [] : await measuresCounting(read, rules, document, record)
  return {
    id: record,
    dataset,
    datasetName: nameIn(document.name, lang, dataset),
    label: labelOf(document, values),
    day: row?.day ?? null,
    change: row?.change ?? '',
    current: row !== null,
    fields: shownFields(document, lang, rules.company.currency),
    values: { ...values },
    people: await peopleNamed(read, document, [{ fields: values }, ...versions]),
    credits: credits.map(({ employee, name, share }) => ({ id: employee, name, share })),
    ...links,
    measures: measures.map((m) => ({ measure: m.measure, name: nameIn(m.name, lang, m.measure) })),
    versions: versions.map((v: Version) => ({ ...v, fields: { ...v.fields } })),
    mayWrite: may(asker.who, writeOf(dataset)),
  }
}

async function linksOf(read: Read, rules: Rules, { lang, ...of }: Parameters<typeof referredTo>[2] & { readonly lang: Lang }) {
  const nameOf = (dataset: string) => nameIn(rules.datasets.find((d) => d.dataset === dataset)?.name, lang, dataset)
  const shown = (link: Linked) => ({ ...link, datasetName: nameOf(link.dataset) })
  const lists = await referringTo(read, rules, of)
  return {
    refersTo: (await referredTo(read, rules, of)).map(shown),
    referredBy: lists.map(({ items, ...list }) => ({ ...list, datasetName: nameOf(list.dataset), items: items.map(shown) })),
  }
}

export const recordReadRoutes: readonly Route[] = [
  query(
    {
      id: 'listRecords',
      method: 'get',
      path: '/datasets/{dataset}/records',
      tag: 'datasets',
      summary: 'Records of a dataset that one sees: those of people in reach; the newest day first unless told.',
      may: READS_RECORDS,
      params: datasetPath,
      query: ListAsked,
      reply: RecordsPage,
    },
    recordsPage,
  ),
  query(
    {
      id: 'getRecord',
      method: 'get',
      path: '/datasets/{dataset}/records/{record}',
      tag: 'datasets',
      summary: 'A record with all its versions, who counts it, what it refers to and what refers to it, and the measures that count it.',
      may: READS_RECORDS,
      params: recordPath,
      reply: RecordDetail,
    },
    (read, { params, who, today, lang }) => recordDetail(read, { ...params, who, today, lang }),
  ),
]
