import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import type { Json } from '../../parts/plans/body-edit.ts'

const getPreview = (body: Json, signal: AbortSignal) => dataOf(api.POST('/drafts/preview/incentive', { body: { body: { ...body }, documents: [] }, signal }))

export type PlanPreview = NonNullable<Awaited<ReturnType<typeof getPreview>>>

const PAUSE_MS = 300

export interface Previewed {
  readonly preview: PlanPreview | null
  readonly stale: boolean
  /** Why there is none of what is written now. */
  readonly error: unknown
  again(): void
}

/** What a draft says and pays, a moment after the last letter; while something is wrong with it, what it said last. */
export function usePreview(body: Json | undefined): Previewed {
  const [settled, setSettled] = useState<Json | undefined>(undefined)
  const last = useRef<PlanPreview | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), settled === undefined ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [body, settled])
  const { data, error, refetch } = useQuery({
    queryKey: ['drafts', 'preview', JSON.stringify(settled)],
    queryFn: ({ signal }) => getPreview(settled ?? {}, signal),
    enabled: settled !== undefined,
    staleTime: 60_000,
  })
  if (data !== undefined && data !== null) last.current = data
  return { preview: last.current, stale: data === null, error, again: () => void refetch() }
}
