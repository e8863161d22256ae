import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Differences } from './Differences.tsx'
import styles from './documents.module.css'
import { FindingList } from './FindingList.tsx'
import type { Draft } from './use-draft.ts'

export interface Published {
  readonly id: string
  readonly version: number
}

interface PublishDialogProps {
  readonly draft: Draft
  readonly onClose: () => void
  readonly onPublished: (published: Published) => void
}

/** What publishing changes and what is to be said of it, a note, and the button that does it. */
export function PublishDialog({ draft, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation('documents')
  const [note, setNote] = useState('')
  const { check, published } = draft
  const { mutate, isPending, error } = usePublish(draft, note, onPublished)
  const outdated = error !== null && problemOf(error).code === 'draft.outdated'
  const same = published !== null && check.differences.length === 0
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('publish.title', { id: draft.id })}
      width={640}
      closable={{ 'aria-label': t('publish.close') }}
      footer={
        <>
          <Button onClick={onClose}>{t('publish.close')}</Button>
          <Button type="primary" loading={isPending} disabled={!check.publishable || check.pending || same} onClick={() => mutate(outdated)}>
            {t(outdated ? 'publish.over' : 'publish.do')}
          </Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        {error === null ? null : <ProblemView error={error} compact />}
        <p>{published === null ? t('publish.new') : same ? t('publish.same') : t('publish.effect', { version: published.version + 1 })}</p>
        {published === null ? null : (
          <div className={styles['scroll']}>
            <Differences differences={check.differences} />
          </div>
        )}
        {check.findings.length === 0 ? null : (
          <>
            <h3>{t('publish.findings')}</h3>
            <FindingList draft={draft} />
          </>
        )}
        <FormField label={t('publish.note')} help={t('publish.noteHelp')} stacked>
          {(field) => <Input.TextArea {...field} value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />}
        </FormField>
      </div>
    </Modal>
  )
}

function usePublish({ kind, id, saver, published }: Draft, note: string, onPublished: (published: Published) => void) {
  const { t } = useTranslation('documents')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (over: boolean) => {
      const path = { kind, id }
      let revision = await saver.flush()
      if (revision === null) throw new Error('there is no draft to publish')
      if (over) {
        const [draft, now] = [await dataOf(api.GET('/drafts/{kind}/{id}', { params: { path } })), published]
        if (draft !== null) {
          const done = await dataOf(
            api.PUT('/drafts/{kind}/{id}', { params: { path }, body: { body: draft.body, revision: draft.revision, basedOn: draft.inForce ?? now?.version ?? null } }),
          )
          revision = done.revision
        }
      }
      return await dataOf(api.POST('/drafts/{kind}/{id}/publish', { params: { path }, body: { note, revision } }))
    },
    onSuccess: async (done) => {
      saver.forget()
      void message.success(t('publish.done', { version: done.version }))
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'drafts' })
      await queries.invalidateQueries({ queryKey: ['drafts'], exact: true })
      onPublished(done)
    },
  })
}
