import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../api/client.ts'
import { textAt } from './body.ts'
import { type Body, checkDraft, type Difference, type DocumentFinding, type DocumentKind, type DocumentShown, editingQuery } from './queries.ts'
import { type Saver, useSaver } from './use-saver.ts'

/** A document while somebody writes it. */
export interface Draft {
  readonly kind: DocumentKind
  readonly id: string
  /** Undefined while loading, and where it could not be. */
  readonly body: Body | undefined
  readonly error: unknown
  /** The version in force; null for a new document. */
  readonly published: DocumentShown | null
  /** There is a draft on the server, or something was typed. */
  readonly begun: boolean
  /** Who saved it last, where nothing was typed here since; null: whoever types, or nobody. */
  readonly by: string | null
  readonly saver: Saver
  readonly check: {
    readonly findings: readonly DocumentFinding[]
    readonly differences: readonly Difference[]
    readonly publishable: boolean
    readonly pending: boolean
    /** There was an answer: before it, nothing is known of findings and differences. */
    readonly known: boolean
    /** Why there is none; null where there is one, or it is under way. */
    readonly failed: unknown
    again(): void
    /** A measure that is right, in words. */
    readonly words: string | null
  }
  change(body: Body): void
  again(): void
  /** Forget the draft, and what was typed. Throws where the server does not, and nothing is forgotten. */
  discard(): Promise<void>
  /** Take what somebody else saved instead of what was typed. Throws where it could not be read; what was typed is kept. */
  takeTheirs(): Promise<void>
}

const CHECK_PAUSE_MS = 500

const NOTHING = { findings: [], differences: [], publishable: false, known: false, words: null } as const

/** Load a draft, else the document in force; keep what is typed, and have it checked. */
export function useDraft(kind: DocumentKind, id: string): Draft {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(editingQuery(kind, id))
  const [typed, setTyped] = useState<Body | null>(null)
  const saver = useSaver(kind, id, data?.draft?.revision ?? null)
  const body = typed ?? data?.draft?.body ?? data?.published?.body
  const check = useCheck(kind, id, body)
  const { later, forget } = saver
  const change = useCallback(
    (next: Body) => {
      setTyped(next)
      later(next)
    },
    [later],
  )
  const takeTheirs = useCallback(async () => {
    await refetch({ throwOnError: true })
    forget()
    setTyped(null)
  }, [forget, refetch])
  const discard = useCallback(async () => {
    forget()
    try {
      await api.DELETE('/drafts/{kind}/{id}', { params: { path: { kind, id } } })
    } catch (error) {
      // It is still there, and what was typed is still to be saved.
      if (typed !== null) later(typed)
      throw error
    }
    await queries.invalidateQueries({ queryKey: ['documents'] })
    await queries.invalidateQueries({ queryKey: ['drafts'], exact: true })
    // A new document is gone with its draft: there is nothing to load again, and the page is left.
    if (data?.published === null) return
    await refetch()
    setTyped(null)
  }, [forget, kind, id, queries, refetch, data, typed, later])
  return {
    ...{ kind, id, body, error, saver, check, change, discard, takeTheirs },
    published: data?.published ?? null,
    by: typed === null ? (data?.draft?.by ?? null) : null,
    begun: typed !== null || (data?.draft ?? null) !== null,
    again: () => void refetch(),
  }
}

function useCheck(kind: DocumentKind, id: string, body: Body | undefined): Draft['check'] {
  const [settled, setSettled] = useState<Body | undefined>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), settled === undefined ? 0 : CHECK_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [body, settled])
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['drafts', 'check', kind, id, JSON.stringify(settled)],
    queryFn: ({ signal }) => checkDraft(kind, id, settled ?? {}, signal),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const failed = isFetching || settled !== body ? null : error
  const again = () => void refetch()
  if (data === undefined) return { ...NOTHING, pending: failed === null, failed, again }
  return {
    known: true,
    failed,
    again,
    findings: data.findings,
    differences: data.differences[0]?.changes ?? [],
    publishable: data.publishable,
    pending: isFetching || settled !== body,
    words: data.words[0]?.text ?? null,
  }
}

/** Whether publishing it would change anything. */
export function isChanged({ begun, published, check }: Draft): boolean {
  return begun && (published === null || check.differences.length > 0)
}

/** What the check says of a draft on the whole: right, wrong, or why that is not known. */
export function standingOf({ body, error, check }: Draft): 'good' | 'wrong' | 'pending' | 'failed' {
  if (check.known) return check.publishable ? 'good' : 'wrong'
  // What could not be read is not checked, either.
  const failed = check.failed !== null || (body === undefined && error !== null)
  return failed ? 'failed' : 'pending'
}

/** What a draft calls its document in the reader's language; its id where it does not say. */
export function nameOfDraft({ body, id }: Draft, lang: 'zh' | 'en'): string {
  return textAt(body, ['name', lang]) || textAt(body, ['name']) || textAt(body, ['name', 'zh']) || textAt(body, ['name', 'en']) || id
}

/** The first mistake at a field of the draft itself, or inside it; for the line below the field. */
export function mistakeAt({ check, kind, id, body }: Draft, ...path: readonly (string | number)[]): string | undefined {
  const found = check.findings.find((f) => {
    const at = f.place.path ?? []
    return f.severity === 'error' && isOwn(f, { kind, id, body }) && at.length >= path.length && path.every((step, i) => String(at[i]) === String(step))
  })
  return found?.detail
}

/** Whether a finding is about the draft, not about another document. A draft whose id was changed is called by the new one. */
export function isOwn({ document }: DocumentFinding, { kind, id, body }: Pick<Draft, 'kind' | 'id' | 'body'>): boolean {
  return document === null || (document.kind === kind && (document.id === id || document.id === body?.[kind] || document.id.startsWith(`${String(body?.[kind])}@`)))
}

/** Bring the reader to the field that a path leads to: the nearest element that says `data-path`. */
export function goToPath(path: readonly (string | number)[]): void {
  for (let length = path.length; length >= 0; length -= 1) {
    const wanted = path.slice(0, length).join('.')
    const found = [...document.querySelectorAll<HTMLElement>('[data-path]')].find((each) => each.dataset['path'] === wanted)
    if (found === undefined) continue
    found.scrollIntoView({ block: 'center' })
    found.querySelector<HTMLElement>('input, textarea, select, [contenteditable="true"], button')?.focus({ preventScroll: true })
    return
  }
}
