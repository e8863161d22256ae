import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Program } from '../../../engine/ir.ts'
import { DraftBar } from '../../parts/documents/DraftBar.tsx'
import { useFormulaNames } from '../../parts/documents/formula-names.ts'
import { type Draft, useDraft } from '../../parts/documents/use-draft.ts'
import { listAt, nameText, textAt, withAt } from '../../parts/plans/body-edit.ts'
import { programQuery } from '../../parts/results/queries.ts'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { useLang } from '../../text/lang.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { ComponentEditor } from './ComponentEditor.tsx'
import styles from './incentives.module.css'
import { OwnTables } from './OwnTables.tsx'
import { PlanFields } from './PlanFields.tsx'
import { Trial } from './Trial.tsx'
import { usePreview } from './use-preview.ts'

/** A plan while it is changed: what it pays is drawn as it is written, tried on real people, and published with what differs. */
export function EditPlanPage() {
  const { plan } = useParams({ from: '/shell/incentives/$plan/edit' })
  // What is typed belongs to one document: the next one begins with nothing of it.
  return <Editing key={plan} plan={plan} />
}

function Editing({ plan }: { readonly plan: string }) {
  const { t } = useTranslation('incentives')
  const draft = useDraft('incentive', plan)
  const navigate = useNavigate()
  const lang = useLang()
  const look = () => void navigate({ to: '/incentives/$plan', params: { plan } })
  const title = t('edit.title', { name: nameText(draft.body, ['name'], lang) || plan })
  const back = (
    <Link to="/incentives/$plan" params={{ plan }}>
      {t('edit.look')}
    </Link>
  )
  if (draft.body === undefined) {
    return (
      <Page title={title} actions={back}>
        {draft.error === null ? <Lines count={10} height={18} /> : <ProblemView error={draft.error} again={draft.again} />}
      </Page>
    )
  }
  return (
    <Page title={title} sentence={t(draft.published === null ? 'edit.newPlan' : 'edit.planSentence')} actions={draft.published === null ? null : back}>
      <DraftBar
        draft={draft}
        onPublished={({ id }) => void navigate({ to: '/incentives/$plan', params: { plan: id } })}
        onDiscarded={() => (draft.published === null ? void navigate({ to: '/incentives' }) : look())}
      />
      <Section title={t('edit.whom')}>
        <PlanFields draft={draft} />
      </Section>
      <Components draft={draft} />
      <OwnTables draft={draft} />
      <Trial draft={draft} />
    </Page>
  )
}

function Components({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  const { preview, stale, error, again } = usePreview(draft.body)
  const names = useFormulaNames('reward')
  const program = useQuery(programQuery)
  const currency = (program.data?.program as unknown as Program | undefined)?.company.currency // The API sends the program of the engine as plain data.
  const components = listAt(draft.body, 'components')
  const { keys } = useRowKeys(components)
  const add = () => {
    const taken = components.map((each) => textAt(each, 'component'))
    const at = Array.from({ length: components.length + 1 }, (_, i) => t('edit.componentNew', { at: i + 1 })).find((name) => !taken.includes(name))
    draft.change(withAt(draft.body, ['components'], [...components, { component: at, amount: '' }]))
  }
  return (
    <>
      {error === null ? null : <ProblemView error={error} again={again} compact />}
      {program.error === null || program.data !== undefined ? null : <ProblemView error={program.error} again={() => void program.refetch()} compact />}
      {components.map((_, i) => (
        <ComponentEditor key={keys[i]} draft={draft} at={i} count={components.length} preview={preview} stale={stale} names={names} currency={currency} />
      ))}
      <div className={styles['actions']}>
        <Button onClick={add}>{t('edit.componentAdd')}</Button>
      </div>
    </>
  )
}
