import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type DraftShown, editingQuery } from '../../../parts/documents/queries.ts'
import { JobProgress } from '../../../parts/JobProgress.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { Lines } from '../../../ui/Skeletons.tsx'
import { type Body, listAt, textAt } from '../edit/body.ts'
import { schemesQuery } from '../queries.ts'
import { KeptBacktests } from './KeptBacktests.tsx'
import { ResultView } from './ResultView.tsx'
import { TrialForm } from './TrialForm.tsx'
import { useBacktest } from './use-backtest.ts'

/** A draft on past periods: who would score, be graded and be paid differently, and what it would cost. Nothing is stored. */
export function BacktestPage() {
  const { t } = useTranslation('schemes')
  const { scheme: id } = useParams({ from: '/shell/schemes/$scheme/backtest' })
  const { data, error, refetch } = useQuery(editingQuery('scheme', id))
  if (data === undefined) return <Page title={t('trial.title')}>{error === null ? <Lines count={10} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  return <BacktestOf id={id} draft={data.draft} inForce={data.published?.body ?? null} />
}

function BacktestOf({ id, draft, inForce }: { readonly id: string; readonly draft: DraftShown | null; readonly inForce: Body | null }) {
  const { t } = useTranslation('schemes')
  const body = draft?.body ?? inForce
  const base = body === null ? id : textAt(body, ['scheme']) || id
  const test = useBacktest('job')
  const roleName = useRoleName()
  const name = draft?.name ?? id
  const sentence = draft === null ? t('trial.noDraft') : t('trial.sentence', { name })
  const edit = (
    <LinkButton to="/schemes/$scheme/edit" params={{ scheme: id }} plain={draft !== null}>
      {t('trial.edit')}
    </LinkButton>
  )
  return (
    <Page title={t('trial.titleOf', { name })} sentence={sentence} actions={edit}>
      {body === null || draft === null ? (
        <EmptyState title={t('trial.none')} action={edit}>
          {t('trial.none.note')}
        </EmptyState>
      ) : (
        <TrialForm body={body} test={test} />
      )}
      {test.error === null ? null : <ProblemView error={test.error} compact />}
      {test.job !== undefined && test.found === undefined ? <JobProgress key={test.job} id={test.job} onOver={test.over} /> : null}
      {test.found === undefined || test.found.result === null ? null : (
        <ResultView result={test.found.result} cost={test.found.cost} roles={body === null ? null : rolesOf(body)} roleName={roleName} />
      )}
      {test.found !== undefined && test.found.state === 'cancelled' ? <p role="status">{t('trial.cancelled')}</p> : null}
      <KeptBacktests scheme={base} chosen={test.job} onChoose={test.open} />
      <p>
        <Link to="/schemes/$scheme" params={{ scheme: id }}>
          {t('trial.back')}
        </Link>
      </p>
    </Page>
  )
}

/** Roles of a body; null: everybody. */
export function rolesOf(body: Body): readonly string[] | null {
  const one = textAt(body, ['role'])
  const many = listAt(body, ['role']).map(String)
  return one === '' ? (many.length === 0 ? null : many) : [one]
}

/** Roles by the position that most of their people hold. */
export function useRoleName(): (role: string | null) => string {
  const { t } = useTranslation('schemes')
  const { data } = useQuery(schemesQuery)
  return (role) => (role === null ? t('trial.noRole') : (data?.roles.find((each) => each.role === role)?.name ?? role))
}
