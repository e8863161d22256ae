import { z } from 'zod'
import { type Lang, type LocalName, nameIn } from '../../base/diagnostic.ts'

export const DifferenceShown = z
  .object({
    path: z.string().describe('`lines.sales.weight`'),
    place: z.string().describe('The same in words: 考核项“销售额” · 权重'),
    before: z.string().nullable(),
    after: z.string().nullable(),
    beforeText: z.string().nullable().describe('In words: choices, measures and roles by their names.'),
    afterText: z.string().nullable(),
  })
  .meta({ id: 'DocumentDifference' })

/** The name a body gives its document; drafts may hold anything there. */
export function nameOfBody(body: Readonly<Record<string, unknown>>, lang: Lang, id: string): string {
  const { name } = body
  if (typeof name === 'string') return name === '' ? id : name
  if (typeof name !== 'object' || name === null) return id
  const texts = Object.fromEntries(Object.entries(name).filter(([, text]) => typeof text === 'string' && text !== ''))
  return nameIn(texts as LocalName, lang, id) // Texts by language, or none.
}
