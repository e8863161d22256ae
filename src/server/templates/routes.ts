import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import type { Tx } from '../../store/types.ts'
import { signVersion } from '../drafts/publish.ts'
import { query, type Route, raw, work } from '../http/route.ts'
import { type ApplyReport, applyPlan } from '../plan/apply.ts'
import { planToBegin, requireEmpty } from './begin.ts'
import { shownTemplate, type Template, templatesIn } from './shipped.ts'
import { startState } from './state.ts'

const TemplateShown = z
  .object({
    id: z.string(),
    name: z.string(),
    about: z.string(),
    datasets: z.array(z.object({ dataset: z.string(), name: z.string() })),
    measures: z.number().int(),
    lines: z.array(z.object({ name: z.string(), weight: z.string().nullable().describe('Percent of the score; null: a gate, or points added to it.') })),
    incentives: z.array(z.string()),
    people: z.number().int().describe('Made-up people that come with it, if wished.'),
    files: z.array(z.string()).describe('Files to fill in; `downloadTemplateFile` gives them.'),
  })
  .meta({ id: 'Template', description: 'Rules for a role, to begin a company with.' })

const StartShown = z
  .object({
    company: z
      .object({
        id: z.string(),
        name: z.string(),
        currency: z.string(),
        timezone: z.string(),
        yearStartMonth: z.number().int().nullable().describe('Null: its calendar is not of months.'),
      })
      .nullable(),
    rules: z.object({ datasets: z.number().int(), measures: z.number().int(), schemes: z.number().int(), incentives: z.number().int() }),
    people: z.object({ all: z.number().int(), withRole: z.number().int().describe('Those a scheme can be for.') }),
    datasets: z.array(z.object({ dataset: z.string(), name: z.string(), rows: z.number(), measures: z.number().int().describe('How many measures count its records.') })),
    targets: z.number().int(),
    run: z
      .object({ run: z.string(), period: z.string(), finishedAt: z.string(), people: z.number().int(), scored: z.number().int() })
      .nullable()
      .describe('The newest run with scores, else the newest.'),
  })
  .meta({ id: 'StartState', description: 'How far a company is on its way to its first score.' })

const zones = new Set(Intl.supportedValuesOf('timeZone'))

const CompanyToBegin = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    currency: z.string().regex(/^[A-Z]{3}$/),
    timezone: z.string().refine((zone) => zones.has(zone) || zone === 'UTC', 'no time zone'),
    yearStartMonth: z.number().int().min(1).max(12),
    templates: z.array(z.string().max(40)).max(20).describe('Ids of templates; none: a company without rules.'),
    examples: z.boolean().describe('With the made-up people of the template, their targets and pay items.'),
  })
  .meta({ id: 'CompanyToBegin' })

/** What the routes are put together with. */
export interface TemplateOptions {
  /** Folder of the templates. */
  readonly folder: string
  /** Id of a company that has no document yet: that of its database. */
  readonly company: string
}

async function templateNamed(folder: string, id: string): Promise<Template> {
  const all = await templatesIn(folder)
  const found = all.find((t) => t.id === id)
  if (found === undefined) throw new Refusal('template.unknown', { template: id, known: all.map((t) => t.id).join(', ') })
  return found
}

const tag = 'start'

const beginRoute = ({ folder, company }: TemplateOptions): Route =>
  work(
    'company.begin',
    {
      id: 'beginCompany',
      method: 'post',
      path: '/start/company',
      tag,
      summary: 'Begin a company: its name, currency and calendar, and the rules of templates, published as `heng apply` does. Only while it has no rules.',
      may: 'org.write',
      body: CompanyToBegin,
      reply: StartShown,
      status: 201,
    },
    async (store, { body, who, lang, audit }) => {
      const { templates: ids, examples, ...said } = body
      if (examples && ids.length !== 1) throw new Refusal('start.examples-of-one')
      const templates: Template[] = []
      for (const id of new Set(ids)) templates.push(await templateNamed(folder, id))
      await store.read(requireEmpty)
      const id = (await store.read((read) => startState(read, lang))).company?.id ?? company
      const told = async (tx: Tx, { documents }: ApplyReport): Promise<void> => {
        for (const document of [...documents.added, ...documents.changed]) await signVersion(tx, document, { who, note: '' })
      }
      await applyPlan(store, planToBegin({ company: { id, ...said }, templates, examples }), { lang, told })
      audit.about(`company/${id}`, { name: said.name, templates: ids.join(', ') || '–' })
      return await store.read((read) => startState(read, lang))
    },
  )

const fileRoute = ({ folder }: TemplateOptions): Route =>
  raw(
    {
      id: 'downloadTemplateFile',
      method: 'get',
      path: '/templates/{template}/file',
      tag,
      summary: 'A file of a template to fill in, as CSV that Excel opens with its characters right.',
      may: 'rule.read',
      params: z.object({ template: z.string().max(40) }),
      query: z.object({ name: z.string().max(200) }),
      reply: z.string(),
      contentType: 'text/csv',
    },
    async (_store, { params, query: { name }, reply }) => {
      const { id, files } = await templateNamed(folder, params.template)
      // Only names that stand in the list are ever opened.
      if (!files.includes(name)) throw new Refusal('template.file-unknown', { file: name, known: files.join(', ') })
      const text = await readFile(join(folder, id, ...name.split('/')), 'utf8')
      const shown = encodeURIComponent(name.split('/').at(-1) ?? 'file.csv')
      reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename*=UTF-8''${shown}`, 'cache-control': 'no-store' })
      await reply.send(`\ufeff${text.replace(/^\ufeff/, '')}`)
    },
  )

/** Routes of the first run: templates, and how far the company is. */
export function templateRoutes(options: TemplateOptions): readonly Route[] {
  return [
    query(
      {
        id: 'getStart',
        method: 'get',
        path: '/start',
        tag,
        summary: 'How far the company is on its way to its first score: what is there, what is missing.',
        may: 'org.write',
        reply: StartShown,
      },
      (read, { lang }) => startState(read, lang),
    ),
    query(
      {
        id: 'listTemplates',
        method: 'get',
        path: '/templates',
        tag,
        summary: 'The templates that ship with the program.',
        may: 'rule.read',
        reply: z.object({ items: z.array(TemplateShown) }),
      },
      async (_read, { lang }) => ({ items: (await templatesIn(options.folder)).map((t) => shownTemplate(t, lang)) }),
    ),
    fileRoute(options),
    beginRoute(options),
  ]
}
