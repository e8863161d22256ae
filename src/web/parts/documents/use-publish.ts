import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { askAllAgain } from '../../api/ask-again.ts'
import { api, dataOf } from '../../api/client.ts'
import type { DocumentKind } from './queries.ts'
import type { Draft } from './use-draft.ts'

export interface Published {
  readonly kind: DocumentKind
  readonly id: string
  readonly version: number
}

/** Publish drafts in one go, all of them or none. `over`: also where somebody published meanwhile. */
export function usePublish(drafts: readonly Draft[], note: string, onPublished: (published: readonly Published[]) => void) {
  const { t } = useTranslation('documents')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (over: boolean): Promise<readonly Published[]> => {
      const ready = []
      for (const draft of drafts) ready.push({ kind: draft.kind, id: draft.id, revision: await savedRevision(draft, over) })
      const [only, ...more] = ready
      if (only === undefined) throw new Error('there is no draft to publish')
      if (more.length > 0) return (await dataOf(api.POST('/drafts/publish', { body: { note, drafts: ready } }))).items
      const { revision, ...path } = only
      return [await dataOf(api.POST('/drafts/{kind}/{id}/publish', { params: { path }, body: { note, revision } }))]
    },
    onSuccess: async (done) => {
      for (const { saver } of drafts) saver.forget()
      const [first] = done
      void message.success(done.length === 1 && first !== undefined ? t('publish.done', { version: first.version }) : t('publish.doneAll', { count: done.length }))
      await askAllAgain(queries, { but: ['drafts'] })
      await queries.invalidateQueries({ queryKey: ['drafts'], exact: true })
      onPublished(done)
    },
  })
}

async function savedRevision({ kind, id, saver, published }: Draft, over: boolean): Promise<number> {
  const path = { kind, id }
  const revision = await saver.flush()
  if (revision === null) throw new Error('there is no draft to publish')
  if (!over) return revision
  const draft = await dataOf(api.GET('/drafts/{kind}/{id}', { params: { path } }))
  if (draft === null) return revision
  const basedOn = draft.inForce ?? published?.version ?? null
  return (await dataOf(api.PUT('/drafts/{kind}/{id}', { params: { path }, body: { body: draft.body, revision: draft.revision, basedOn } }))).revision
}
