import { z } from 'zod'
import type { Lang } from '../../base/diagnostic.ts'
import { DRAFT_DOCUMENTS } from '../../base/limits.ts'
import { documentId } from '../../engine/documents/document-id.ts'
import { BUILT_IN_DATASETS } from '../../engine/index.ts'
import type { Read } from '../../store/types.ts'
import { look, type Route } from '../http/route.ts'
import { PlanBody } from '../incentives/shapes.ts'
import { componentsShown, tablesOf } from '../incentives/shown-plan.ts'
import { tableShown } from '../incentives/shown-table.ts'
import { idOfBody } from '../plan/draft.ts'
import { type Checked, checkDrafts } from './check.ts'
import { DocumentBody, DraftBody } from './shapes.ts'

/** What a drafted plan says and pays, as the page of a published one is told it; null while something is wrong with it. */
async function previewPlan(
  read: Read,
  { body, documents }: { readonly body: Readonly<Record<string, unknown>>; readonly documents: readonly Checked[] },
  lang: Lang,
): Promise<z.input<typeof PlanBody> | null> {
  const id = idOfBody('incentive', body)
  if (id === null) return null
  const { plan } = await checkDrafts(read, [...documents, { kind: 'incentive', id, body }])
  const incentive = plan?.program.incentives[id]
  const document = plan?.incentives.find((each) => documentId(each.document) === id)?.document
  if (plan === null || incentive === undefined || document === undefined) return null
  const tables = plan.tables.map((each) => each.document)
  const company = plan.company.document
  const around = {
    program: plan.program,
    company,
    datasets: [...plan.datasets.map((d) => d.document), ...BUILT_IN_DATASETS],
    measures: plan.measures.map((m) => m.document),
    tables,
  }
  const components = componentsShown(incentive, around, lang)
  const shown = tablesOf(
    document,
    components.flatMap((c) => c.tables),
    tables,
  )
  return {
    components: structuredClone(components) as unknown as z.input<typeof PlanBody>['components'], // The same shape, where nothing is read-only.
    tables: shown.map((table) => tableShown(table, company, lang)),
  }
}

/** A draft of a few hundred documents, each of a few kilobytes. */
const DRAFT_BYTES = 8 * 1_048_576

export const planDraftRoutes: readonly Route[] = [
  look(
    {
      id: 'previewIncentive',
      method: 'post',
      path: '/drafts/preview/incentive',
      tag: 'incentives',
      summary: 'What a drafted incentive plan says and pays: its components in words and as compiled. Null while something is wrong with it; nothing is stored.',
      may: 'rule.write',
      body: z.strictObject({ body: DocumentBody, documents: z.array(DraftBody).max(DRAFT_DOCUMENTS).default([]) }),
      reply: PlanBody.nullable(),
      bodyBytes: DRAFT_BYTES,
    },
    (read, { body, lang }) => previewPlan(read, body, lang),
  ),
]
