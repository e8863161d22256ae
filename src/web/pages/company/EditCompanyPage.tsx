import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../api/session.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { DraftBar } from '../../parts/documents/DraftBar.tsx'
import { DraftForm } from '../../parts/documents/fields.tsx'
import { useDraft } from '../../parts/documents/use-draft.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CompanyForm } from './CompanyForm.tsx'
import { EffectSection } from './EffectSection.tsx'

/** The document of the company while it is written. */
export function EditCompanyPage() {
  const { t } = useTranslation('company')
  const { company } = useCurrentUser().session
  if (company !== null) return <Editing key={company.id} id={company.id} />
  return (
    <Page title={t('edit')} sentence={t('none')}>
      <div>
        <Link to="/start">{t('none.begin')}</Link>
      </div>
    </Page>
  )
}

function Editing({ id }: { readonly id: string }) {
  const { t } = useTranslation('company')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const draft = useDraft('company', id)
  const { body, error, published } = draft
  if (body === undefined) return <Page title={t('edit')}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={draft.again} />}</Page>
  const back = () => void navigate({ to: '/settings/company' })
  const onPublished = async () => {
    // Name, currency and calendar stand in the session: the frame shows the new ones at once.
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, exact: true })
    back()
  }
  return (
    <Page title={t('edit')} sentence={published === null ? t('edit.sentence.new') : t('edit.sentence', { version: published.version })}>
      <DraftBar draft={draft} onPublished={() => void onPublished()} onDiscarded={back} />
      <DraftForm draft={draft}>
        <CompanyForm />
        <EffectSection draft={draft} />
      </DraftForm>
    </Page>
  )
}
