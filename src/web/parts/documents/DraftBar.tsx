import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useCurrentUser } from '../CurrentUser.tsx'
import styles from './documents.module.css'
import { FindingList } from './FindingList.tsx'
import { vocabularyQuery } from './formula-names.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { type Draft, isChanged } from './use-draft.ts'
import type { Published } from './use-publish.ts'

interface DraftBarProps {
  readonly draft: Draft
  /** Drafts of other documents that are written on the same page and published with it. */
  readonly beside?: readonly Draft[]
  readonly onPublished: (published: Published) => void
  /** The draft is gone. Of a new document nothing is left then. */
  readonly onDiscarded: () => void
}

/** How a draft stands: saved or not, what the check says; publish it or discard it. */
export function DraftBar({ draft, beside = [], onPublished, onDiscarded }: DraftBarProps) {
  const { t } = useTranslation('documents')
  const [open, setOpen] = useState<'publish' | 'findings' | null>(null)
  const [kept, setKept] = useState<unknown>(null)
  const { check, saver, begun } = draft
  const me = useCurrentUser().session.user.name
  const also = beside.filter(isChanged)
  // What is wrong in somebody else's draft is theirs to mend.
  const mine = also.filter(({ by }) => by === null || by === me)
  const findings = [draft, ...mine].flatMap((each) => each.check.findings)
  const errors = findings.filter((f) => f.severity === 'error').length
  const warnings = findings.filter((f) => f.severity === 'warning').length
  const changed = begun || mine.length > 0
  const done = (all: readonly Published[]) => onPublished(all.find(({ kind }) => kind === draft.kind) ?? { kind: draft.kind, id: draft.id, version: draft.published?.version ?? 1 })
  const failed = [draft, ...mine].find((each) => each.check.failed !== null)
  const words = failed !== undefined ? t('check.failed') : check.pending ? t('check.pending') : errors + warnings === 0 ? t('check.good') : t('check.counts', { errors, warnings })
  return (
    <section className={styles['bar']} aria-label={t('bar')}>
      <div className={styles['barLine']}>
        <span role="status">{t(begun || saver.saving !== 'clean' ? `saving.${saver.saving}` : 'saving.untouched')}</span>
        <Button type="text" size="small" aria-expanded={open === 'findings'} onClick={() => setOpen(open === 'findings' ? null : 'findings')}>
          {words}
        </Button>
        <span className={styles['space']} />
        <Discard draft={draft} onDiscarded={onDiscarded} onKept={setKept} />
        <Button type="primary" disabled={!changed} title={changed ? undefined : t('saving.untouched')} onClick={() => setOpen('publish')}>
          {t('bar.publish')}
        </Button>
      </div>
      <NotSaved draft={draft} />
      {kept === null ? null : <ProblemView error={kept} compact />}
      <Vocabulary />
      {failed === undefined || (failed === draft && saver.saving === 'failed') ? null : <ProblemView error={failed.check.failed} again={failed.check.again} compact />}
      {open === 'findings'
        ? [draft, ...mine].map((each) => (each === draft || each.check.findings.length > 0 ? <FindingList key={`${each.kind}/${each.id}`} draft={each} /> : null))
        : null}
      {open === 'publish' ? <PublishDialog draft={draft} beside={also} onClose={() => setOpen(null)} onPublished={done} /> : null}
    </section>
  )
}

/** Why a draft is not saved, and the way out; nothing where it is. */
export function NotSaved({ draft }: { readonly draft: Draft }) {
  const { saver } = draft
  if (saver.saving === 'conflict') return <Conflict draft={draft} />
  if (saver.saving !== 'failed') return null
  // Where nothing is reached, both are tried again at once.
  const again = () => {
    void saver.flush().catch(() => undefined)
    if (draft.check.failed !== null) draft.check.again()
  }
  return <ProblemView error={saver.error} again={again} compact />
}

/** Fields offer what documents may name: that it could not be read is said once, for all of them. Whoever needs it asks for it. */
function Vocabulary() {
  const { data, error, refetch } = useQuery({ ...vocabularyQuery, enabled: false })
  return data !== undefined || error === null ? null : <ProblemView error={error} again={() => void refetch()} compact />
}

/** Somebody else saved the same draft: nothing is thrown away before the reader has chosen. */
function Conflict({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('documents')
  const [failed, setFailed] = useState<unknown>(null)
  const act = (choice: () => Promise<void>) => {
    setFailed(null)
    choice().catch(setFailed)
  }
  return (
    <div className={styles['conflict']}>
      <ProblemView error={failed ?? draft.saver.error} compact />
      <Button size="small" onClick={() => act(draft.takeTheirs)}>
        {t('conflict.theirs')}
      </Button>
      <Button size="small" onClick={() => act(draft.saver.overwrite)}>
        {t('conflict.mine')}
      </Button>
    </div>
  )
}

interface DiscardProps extends Pick<DraftBarProps, 'draft' | 'onDiscarded'> {
  /** Why the draft is still there; null once it is tried again. */
  readonly onKept: (error: unknown) => void
}

function Discard({ draft, onDiscarded, onKept }: DiscardProps) {
  const { t } = useTranslation('documents')
  const { modal } = App.useApp()
  const ask = () =>
    modal.confirm({
      title: t('discard.title'),
      content: t(draft.published === null ? 'discard.new' : 'discard.effect'),
      okText: t('bar.discard'),
      okButtonProps: { danger: true },
      cancelText: t('publish.close'),
      onOk: async () => {
        onKept(null)
        await draft.discard().then(onDiscarded, onKept)
      },
    })
  return (
    <Button disabled={!draft.begun} onClick={ask}>
      {t('bar.discard')}
    </Button>
  )
}
