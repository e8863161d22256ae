import { z } from 'zod'
import { nameIn, Refusal } from '../../base/diagnostic.ts'
import { showVersion } from '../http/etag.ts'
import { query, type Route } from '../http/route.ts'
import { isBuiltIn } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { documentInForce } from './documents.ts'
import { library, readsOf, usedBy } from './library.ts'
import { knownSources } from './rating-sources.ts'
import { DocumentBody, Id } from './shapes.ts'

const row = {
  measure: Id,
  name: z.string(),
  description: z.string(),
  category: z.string().nullable(),
  kind: z.enum(['aggregate', 'ratio', 'growth', 'formula', 'entered', 'rating']),
  unit: z.string().describe('In words: 元, 元/单, %.'),
  percent: z.boolean(),
  base: z.record(z.string(), z.number()).describe('Base units with exponents: { CNY: 1 }.'),
  better: z.enum(['more', 'less']),
  words: z.string().describe('What is counted, from which records, by which day, credited to whom; or the formula.'),
  dataset: z.string().nullable(),
  version: z.number().int(),
}

const MeasureRow = z
  .object({ ...row, uses: z.object({ schemes: z.number().int(), incentives: z.number().int(), measures: z.number().int() }) })
  .meta({ id: 'MeasureRow', description: 'A measure of the indicator library.' })

const Named = z.object({ id: z.string(), name: z.string() })

const MeasureDetail = z
  .object({
    ...row,
    body: DocumentBody,
    datasetName: z.string().nullable(),
    usedBy: z.array(z.object({ kind: z.enum(['scheme', 'incentive', 'measure']), id: z.string(), name: z.string() })),
    reads: z.array(z.object({ measure: z.string(), name: z.string() })),
  })
  .meta({ id: 'MeasureDetail' })

const RatingSource = z
  .object({
    source: z.string(),
    ratings: z.number().int().nullable().describe('Scores of it there are; null for who may not read everybody’s ratings.'),
    measures: z.array(Named).describe('Ratings in force that it is part of.'),
  })
  .meta({ id: 'RatingSource' })

const Vocabulary = z
  .object({
    measures: z.array(Named.extend({ kind: z.string(), unit: z.string(), percent: z.boolean() })),
    tables: z.array(Named.extend({ kind: z.string() })),
    datasets: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        builtIn: z.boolean(),
        fields: z.array(Named.extend({ type: z.string(), to: z.string().nullable(), choices: z.array(z.string()) })),
      }),
    ),
    units: z.array(Named).describe('Units that the company declares, besides money, percent, number and day.'),
  })
  .meta({ id: 'Vocabulary', description: 'Everything that documents and their formulas may name.' })

export const libraryRoutes: readonly Route[] = [
  query(
    {
      id: 'listMeasures',
      method: 'get',
      path: '/measures',
      tag: 'measures',
      summary: 'The indicator library: every measure in words, with where it is used.',
      may: 'rule.read',
      reply: z.object({ items: z.array(MeasureRow) }),
    },
    async (read, { lang }) => ({ items: library(await rulesInForceNow(read), lang).map((m) => ({ ...m, base: { ...m.base } })) }),
  ),
  query(
    {
      id: 'getMeasure',
      method: 'get',
      path: '/measures/{measure}',
      tag: 'measures',
      summary: 'A measure: its definition in words and as its author wrote it, what it is made of, and what uses it.',
      may: 'rule.read',
      params: z.object({ measure: Id }),
      reply: MeasureDetail,
    },
    async (read, { lang, params, reply }) => {
      const rules = await rulesInForceNow(read)
      const found = library(rules, lang).find((m) => m.measure === params.measure)
      const ir = rules.program.measures[params.measure]
      if (found === undefined || ir === undefined) throw new Refusal('document.unknown', { id: params.measure })
      const { uses: _, ...shown } = found
      showVersion(reply, found.version)
      return {
        ...shown,
        base: { ...found.base },
        body: (await documentInForce(read, { kind: 'measure', id: found.measure })).body,
        datasetName: found.dataset === null ? null : nameIn(rules.datasets.find((d) => d.dataset === found.dataset)?.name, lang, found.dataset),
        usedBy: usedBy(rules.program, lang).get(found.measure) ?? [],
        reads: readsOf(ir, rules.program, lang),
      }
    },
  ),
  query(
    {
      id: 'listRatingSources',
      method: 'get',
      path: '/rating-sources',
      tag: 'documents',
      summary: 'Where scores of ratings come from: the sources of ratings in force, and those of the scores there are for who may read them.',
      may: 'rule.write',
      reply: z.object({ items: z.array(RatingSource) }),
    },
    async (read, { who, lang }) => {
      const found = await knownSources(read, await rulesInForceNow(read), { who, lang })
      return { items: found.map((each) => ({ ...each, measures: [...each.measures] })) }
    },
  ),
  query(
    {
      id: 'getVocabulary',
      method: 'get',
      path: '/vocabulary',
      tag: 'documents',
      summary: 'The names that formulas and documents may use: measures, rate tables, datasets with their fields, units.',
      may: 'rule.read',
      reply: Vocabulary,
    },
    async (read, { lang }) => {
      const rules = await rulesInForceNow(read)
      return {
        measures: library(rules, lang).map(({ measure, name, kind, unit, percent }) => ({ id: measure, name, kind, unit, percent })),
        tables: rules.tables.map((t) => ({ id: t.table, name: nameIn(t.name, lang, t.table), kind: t.kind })),
        datasets: rules.datasets.map((d) => ({
          id: d.dataset,
          name: nameIn(d.name, lang, d.dataset),
          builtIn: isBuiltIn(d.dataset),
          fields: Object.entries(d.fields).map(([id, f]) => ({ id, name: nameIn(f.name, lang, id), type: f.type, to: f.to ?? null, choices: [...(f.choices ?? [])] })),
        })),
        units: Object.entries(rules.company.units).map(([id, name]) => ({ id, name: nameIn(name, lang, id) })),
      }
    },
  ),
]
