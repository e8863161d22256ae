import { z } from 'zod'
import { type Diagnostic, describe, type Lang, type Params, type Refusal, type TextCatalogue } from '../../base/diagnostic.ts'

/** Statuses of codes that their ending does not tell. A feature adds its own lines here. */
const STATUS_OF: Readonly<Record<string, number>> = {
  'http.too-large': 413,
  'http.media-type': 415,
  'http.cross-site': 403,
  'http.idempotency-differs': 422,
  'http.if-match-missing': 428,
  'access.sign-in-failed': 401,
  'access.link-spent': 410,
  'access.already-set-up': 409,
  'access.last-admin': 409,
  'access.no-demo': 403,
  'access.demo-forbidden': 403,
  'access.session-wanted': 403,
  'access.own-rights': 403,
  'access.oidc-off': 404,
  'explain.too-many': 422,
  'record.invalid': 422,
  'record.changed-meanwhile': 412,
  'org.rate-changed-meanwhile': 412,
  'upload.no-bad-rows': 404,
  'import.undone-already': 409,
  'export.unfinished': 409,
  'export.rights-changed': 409,
  'export.too-many-rows': 422,
  'draft.wrong': 422,
  'draft.refused': 422,
  'draft.outdated': 409,
  'draft.id-fixed': 422,
  'document.in-use': 409,
  'document.has-records': 409,
  'document.fixed': 409,
  'dataset.change-refused': 422,
  'dataset.unfit': 422,
  'start.already': 409,
  'comment.object-unknown': 404,
  'start.unfit': 422,
  'start.examples-of-one': 422,
  'people.refused': 422,
  'units.refused': 422,
  'org.no-unit': 404,
  'measures.no-plan': 409,
  'rules.changed': 409,
  internal: 500,
}

/** Statuses by how a code ends. */
const STATUS_OF_ENDING: readonly (readonly [RegExp, number])[] = [
  [/\.not-signed-in$/, 401],
  [/\.(forbidden|not-allowed)$/, 403],
  [/\.(unknown|not-found|not-visible)$/, 404],
  [/[.-](conflict|exists|taken|already|locked)$/, 409],
  [/\.changed-meanwhile$/, 412],
  [/[.-]invalid$|-unknown$/, 422],
  [/\.throttled$/, 429],
  [/^(store|server)\./, 503],
]

/** HTTP status of a refusal with this code; 400 where nothing else is known. */
export function statusOf(code: string): number {
  return STATUS_OF[code] ?? STATUS_OF_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 400
}

const Parameters = z.record(z.string(), z.union([z.string(), z.number()]))

const PlaceShown = z.object({
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  span: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
})

/** What is wrong at one place of what was sent, or something to know about it. */
export const Finding = z
  .object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), place: PlaceShown, params: Parameters, detail: z.string(), cure: z.string() })
  .meta({ id: 'Finding', description: 'One thing to mend or to know: its code and parameters for programs, its sentence and cure for people.' })

export type Finding = z.infer<typeof Finding>

/** A refusal as the API answers it: RFC 9457 with our members `code`, `cure`, `params`, `place` and `errors`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    cure: z.string(),
    params: Parameters,
    place: PlaceShown,
    errors: z.array(Finding),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused, after RFC 9457. `detail` and `cure` are in the language of Accept-Language.' })

export type Problem = z.infer<typeof Problem>

/** A diagnostic with its sentence in the reader's language. */
export function findingOf(diagnostic: Diagnostic, lang: Lang, catalogue: TextCatalogue): Finding {
  const { say, cure } = describe(diagnostic, lang, catalogue)
  return { code: diagnostic.code, severity: diagnostic.severity, place: mutable(diagnostic.place), params: neutral(diagnostic.params), detail: say, cure }
}

/** The answer to a refusal. */
export function problemOf(refusal: Refusal, lang: Lang, catalogue: TextCatalogue): Problem {
  const { say, cure } = describe(refusal, lang, catalogue)
  return {
    type: `urn:heng:problem:${refusal.code}`,
    title: refusal.code,
    status: statusOf(refusal.code),
    code: refusal.code,
    detail: say,
    cure,
    params: neutral(refusal.params),
    place: mutable(refusal.place),
    errors: refusal.details.map((detail) => findingOf(detail, lang, catalogue)),
  }
}

/** Parameters without those that only word a sentence in one language. */
function neutral(params: Params): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !name.includes('@')))
}

function mutable({ path, ...place }: Diagnostic['place']): Finding['place'] {
  return path === undefined ? place : { ...place, path: [...path] }
}
