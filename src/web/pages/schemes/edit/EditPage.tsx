import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftBar } from '../../../parts/documents/DraftBar.tsx'
import { draftsQuery } from '../../../parts/documents/queries.ts'
import { type Draft, isOwn, standingOf, useDraft } from '../../../parts/documents/use-draft.ts'
import { programQuery } from '../../../parts/results/queries.ts'
import { useLang } from '../../../text/lang.ts'
import { Page } from '../../../ui/Page.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { Lines } from '../../../ui/Skeletons.tsx'
import { schemesQuery } from '../queries.ts'
import styles from '../schemes.module.css'
import { AboutForm } from './AboutForm.tsx'
import { type Body, textAt } from './body.ts'
import { EditingContext, type Editing as EditingOf } from './context.ts'
import { GradesEditor } from './GradesEditor.tsx'
import { LinesEditor } from './LinesEditor.tsx'
import { measureOptions } from './measures.ts'
import { OtherWeights } from './OtherWeights.tsx'
import { Preview } from './Preview.tsx'
import { useRatingDrafts } from './rating-drafts.tsx'
import { useUndo } from './use-undo.ts'

/** A scheme while it is written: saved as it is typed, checked as it is saved, tried out, published. */
export function EditPage() {
  const { scheme } = useParams({ from: '/shell/schemes/$scheme/edit' })
  // What is typed belongs to one document: the next one begins with nothing of it.
  return <Editing key={scheme} id={scheme} />
}

function Editing({ id }: { readonly id: string }) {
  const { t } = useTranslation('schemes')
  const draft = useDraft('scheme', id)
  if (draft.body === undefined) {
    return <Page title={t('edit.title')}>{draft.error === null ? <Lines count={14} height={18} /> : <ProblemView error={draft.error} again={draft.again} />}</Page>
  }
  return <Editor draft={draft} body={draft.body} />
}

function Editor({ draft, body }: { readonly draft: Draft; readonly body: Body }) {
  const { t } = useTranslation('schemes')
  const { t: documents } = useTranslation('documents')
  const lang = useLang()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const asked = useQuery(programQuery)
  const program = asked.data
  const listed = useQuery(schemesQuery)
  const schemes = listed.data
  const failed = [asked, listed].find(({ data, error }) => error !== null && data === undefined)
  const measures = useMemo(() => (program === undefined ? [] : measureOptions(program.program, lang)), [program, lang])
  const history = useUndo(body, draft.change)
  const findings = draft.check.findings.filter((finding) => isOwn(finding, draft))
  const ratings = useRatingDrafts(body, measures)
  const editing: EditingOf = { body, findings, measures, ratings: ratings.drafts, roles: schemes?.roles ?? [], change: history.change }
  const name = textAt(body, ['name', lang]) || textAt(body, ['name']) || draft.id
  const standing = [draft, ...ratings.drafts.values()].map(standingOf).find((each) => each !== 'good')
  const why = standing === undefined ? undefined : standing === 'wrong' ? t('preview.wrong') : documents(`check.${standing}`)
  const leave = (id: string | null) => {
    void queries.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
    void (id === null ? navigate({ to: '/schemes' }) : navigate({ to: '/schemes/$scheme', params: { scheme: id } }))
  }
  const actions = (
    <>
      <Button disabled={!history.canUndo} onClick={history.undo}>
        {t('edit.undo')}
      </Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>
        {t('edit.redo')}
      </Button>
      <Link to={draft.published === null ? '/schemes' : '/schemes/$scheme'} params={{ scheme: draft.id }}>
        {t('edit.leave')}
      </Link>
    </>
  )
  return (
    <EditingContext value={editing}>
      <Page title={t('edit.titleOf', { name })} sentence={<EditSentence draft={draft} />} actions={actions}>
        {ratings.holders}
        <DraftBar draft={draft} beside={[...ratings.drafts.values()]} onPublished={({ id }) => leave(id)} onDiscarded={() => leave(draft.published === null ? null : draft.id)} />
        {failed === undefined ? null : <ProblemView error={failed.error} again={() => void failed.refetch()} compact />}
        {schemes?.items.some((s) => s.id === draft.id && s.state === 'current') === true ? <InUse id={draft.id} /> : null}
        <LinesEditor />
        <GradesEditor />
        <OtherWeights />
        <AboutForm />
        <Preview id={draft.id} body={body} why={why} />
      </Page>
    </EditingContext>
  )
}

/** What is true of the draft: new, untouched, or so many places other than in force. */
function EditSentence({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('schemes')
  const { published, check } = draft
  if (published === null) return <>{t('edit.sentence.new')}</>
  // Before the check has answered nobody knows whether the draft is the same.
  if (!check.known) return null
  const count = check.differences.length
  return <>{count === 0 ? t('edit.sentence.same', { version: published.version }) : t('edit.sentence.differs', { version: published.version, count })}</>
}

/** Who changes what is in use changes periods that have begun; another edition leaves them as they are. */
function InUse({ id }: { readonly id: string }) {
  const { t } = useTranslation('schemes')
  return (
    <p className={styles['inUse']}>
      {t('edit.inUse')}{' '}
      <Link to="/schemes/new" search={(before) => ({ ...before, copy: id, edition: '1' })}>
        {t('new.edition')}
      </Link>
    </p>
  )
}
