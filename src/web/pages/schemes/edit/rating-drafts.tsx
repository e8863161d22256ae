import { memo, type ReactNode, useCallback, useEffect, useState } from 'react'
import { type Draft, useDraft } from '../../../parts/documents/use-draft.ts'
import { type Body, listAt, textAt } from './body.ts'
import type { MeasureOption } from './measures.ts'

export type RatingDrafts = ReadonlyMap<string, Draft>

/** The ratings that lines of the body are judged by, as drafts of their own: written beside the scheme, published with it. `holders` must stand on the page. */
export function useRatingDrafts(body: Body, measures: readonly MeasureOption[]): { readonly drafts: RatingDrafts; readonly holders: ReactNode } {
  const [drafts, setDrafts] = useState<RatingDrafts>(new Map())
  const wanted = ratingsOf(body, measures)
  const tell = useCallback((id: string, draft: Draft | null) => setDrafts((before) => withDraft(before, id, draft)), [])
  return {
    drafts,
    holders: wanted.map((id) => <Holder key={id} id={id} tell={tell} />),
  }
}

/** Ids of the ratings among the measures of the lines, each once. */
function ratingsOf(body: Body, measures: readonly MeasureOption[]): string[] {
  const asked = new Set(listAt(body, ['lines']).map((line) => textAt(line, ['measure'])))
  return measures.filter(({ id, name, kind }) => kind === 'rating' && (asked.has(id) || asked.has(name))).map(({ id }) => id)
}

function withDraft(drafts: RatingDrafts, id: string, draft: Draft | null): RatingDrafts {
  const next = new Map(drafts)
  if (draft === null) next.delete(id)
  else next.set(id, draft)
  return next
}

interface HolderProps {
  readonly id: string
  readonly tell: (id: string, draft: Draft | null) => void
}

/** Holds one draft while its line is there, also while the line is closed. It is drawn again only when its own draft changes: telling that draws the page. */
const Holder = memo(function Holder({ id, tell }: HolderProps) {
  const draft = useDraft('measure', id)
  useEffect(() => tell(id, draft))
  useEffect(() => () => tell(id, null), [id, tell])
  return null
})
