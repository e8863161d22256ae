import { useCallback, useEffect, useRef, useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { problemOf } from '../../ui/problem.ts'
import { type Body, type DocumentKind, getDraft } from './queries.ts'

/** `clean`: nothing was typed. `conflict`: somebody else saved the draft meanwhile. */
export type Saving = 'clean' | 'unsaved' | 'saving' | 'saved' | 'conflict' | 'failed'

export interface Saver {
  readonly saving: Saving
  readonly error: unknown
  /** Save this a moment after the last change. */
  later(body: Body): void
  /** Save what is not saved yet; answers the revision, null where there is no draft. */
  flush(): Promise<number | null>
  /** Save over what somebody else saved. */
  overwrite(): Promise<void>
  /** Nothing was typed after all. */
  forget(): void
}

const PAUSE_MS = 1_200

/** Keeps a draft on the server while it is written: one request at a time, in order, also when the page is left. */
export function useSaver(kind: DocumentKind, id: string, loaded: number | null): Saver {
  const [saving, setSaving] = useState<Saving>('clean')
  const [error, setError] = useState<unknown>(null)
  const waiting = useRef<Body | null>(null)
  const revision = useRef<number | null | undefined>(undefined)
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const known = useRef(loaded)
  known.current = loaded

  const write = useCallback(async () => {
    for (let body = waiting.current; body !== null; body = waiting.current) {
      waiting.current = null
      setSaving('saving')
      try {
        const before = revision.current === undefined ? known.current : revision.current
        const done = await dataOf(api.PUT('/drafts/{kind}/{id}', { params: { path: { kind, id } }, body: { body: { ...body }, revision: before } }))
        revision.current = done.revision
        setError(null)
        setSaving(waiting.current === null ? 'saved' : 'unsaved')
      } catch (trouble) {
        waiting.current ??= body
        setError(trouble)
        setSaving(problemOf(trouble).status === 412 ? 'conflict' : 'failed')
        throw trouble
      }
    }
  }, [kind, id])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    await running.current?.catch(() => undefined)
    if (waiting.current !== null) {
      running.current = write()
      await running.current.finally(() => {
        running.current = null
      })
    }
    return revision.current === undefined ? known.current : revision.current
  }, [write])

  const later = useCallback(
    (body: Body) => {
      waiting.current = body
      setSaving((now) => (now === 'conflict' ? now : 'unsaved'))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS)
    },
    [flush],
  )

  useFlushOnLeave(flush)

  const overwrite = useCallback(async () => {
    revision.current = (await getDraft(kind, id))?.revision ?? null
    await flush()
  }, [flush, kind, id])

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = null
    revision.current = undefined
    setError(null)
    setSaving('clean')
  }, [])

  return { saving, error, later, flush, overwrite, forget }
}

/** What was typed is saved when the page is hidden or left. */
function useFlushOnLeave(flush: () => Promise<unknown>): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void flush().catch(() => undefined)
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      void flush().catch(() => undefined)
    }
  }, [flush])
}
