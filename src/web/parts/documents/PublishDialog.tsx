import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useCurrentUser } from '../CurrentUser.tsx'
import { Differences } from './Differences.tsx'
import styles from './documents.module.css'
import { FindingList } from './FindingList.tsx'
import { type Draft, isChanged, nameOfDraft } from './use-draft.ts'
import { type Published, usePublish } from './use-publish.ts'

interface PublishDialogProps {
  readonly draft: Draft
  /** Drafts of other documents that were written beside it; each may be left out. */
  readonly beside: readonly Draft[]
  readonly onClose: () => void
  readonly onPublished: (published: readonly Published[]) => void
}

/** What publishing changes and what is to be said of it, a note, and the button that does it. */
export function PublishDialog({ draft, beside, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation('documents')
  const name = nameOfDraft(draft, useLang())
  const [note, setNote] = useState('')
  const me = useCurrentUser().session.user.name
  // What somebody else is still writing is not published by the way.
  const [left, setLeft] = useState<readonly string[]>(() => beside.filter(({ by }) => by !== null && by !== me).map(({ id }) => id))
  const { check, published } = draft
  const taken = beside.filter((each) => isChanged(each) && !left.includes(each.id))
  const same = published !== null && check.known && check.differences.length === 0
  const failed = [draft, ...beside].find((each) => each.check.failed !== null)
  const all = same ? taken : [draft, ...taken]
  const ready = !check.pending && all.length > 0 && all.every((each) => each.check.publishable && !each.check.pending)
  const { mutate, isPending, error } = usePublish(all, note, onPublished)
  const outdated = error !== null && problemOf(error).code === 'draft.outdated'
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('publish.title', { name })}
      width={640}
      closable={{ 'aria-label': t('publish.close') }}
      footer={
        <>
          <Button onClick={onClose}>{t('publish.close')}</Button>
          <Button type="primary" loading={isPending} disabled={!ready} onClick={() => mutate(outdated)}>
            {t(outdated ? 'publish.over' : 'publish.do')}
          </Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        {error === null ? null : <ProblemView error={error} compact />}
        {failed === undefined ? null : <ProblemView error={failed.check.failed} again={failed.check.again} compact />}
        <p>{published === null ? t('publish.new') : same ? t('publish.same') : t('publish.effect', { version: published.version + 1 })}</p>
        <Effect draft={draft} />
        {beside.filter(isChanged).map((each) => (
          <Beside key={each.id} draft={each} taken={taken.includes(each)} onTake={(takes) => setLeft(takes ? left.filter((id) => id !== each.id) : [...left, each.id])} />
        ))}
        <FormField label={t('publish.note')} help={t('publish.noteHelp')} stacked>
          {(field) => <Input.TextArea {...field} value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />}
        </FormField>
      </div>
    </Modal>
  )
}

/** What differs from the version in force, and what the check says. */
function Effect({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('documents')
  const { check, published } = draft
  if (!check.known) return <FindingList draft={draft} />
  return (
    <>
      {published === null || check.differences.length === 0 ? null : (
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
    </>
  )
}

/** Another document that was changed on the same page: published with it, unless that is taken away. */
function Beside({ draft, taken, onTake }: { readonly draft: Draft; readonly taken: boolean; readonly onTake: (takes: boolean) => void }) {
  const { t } = useTranslation('documents')
  const name = nameOfDraft(draft, useLang())
  return (
    <div className={styles['dialog']}>
      <Checkbox checked={taken} onChange={(event) => onTake(event.target.checked)}>
        {t(draft.by === null ? 'publish.beside' : 'publish.besideBy', { kind: t(`kind.${draft.kind}`), name, version: (draft.published?.version ?? 0) + 1, by: draft.by ?? '' })}
      </Checkbox>
      {taken ? <Effect draft={draft} /> : <p className={styles['quiet']}>{t('publish.besideLeft')}</p>}
    </div>
  )
}
