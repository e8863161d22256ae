import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { textAt, valueAt } from '../../parts/documents/body.ts'
import { DraftBar } from '../../parts/documents/DraftBar.tsx'
import { DraftForm } from '../../parts/documents/fields.tsx'
import { useDraft } from '../../parts/documents/use-draft.ts'
import { useLang } from '../../text/lang.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { sendFile } from '../imports/queries.ts'
import { DatasetForm } from './DatasetForm.tsx'
import { takeFile } from './guess.ts'

/** A dataset while it is written. */
export function EditDatasetPage() {
  const { dataset } = useParams({ from: '/shell/data/$dataset/edit' })
  return <Editing key={dataset} dataset={dataset} />
}

function Editing({ dataset }: { readonly dataset: string }) {
  const { t } = useTranslation('datasets')
  const navigate = useNavigate()
  const lang = useLang()
  const draft = useDraft('dataset', dataset)
  const lead = useLead(dataset)
  const { body, error, published } = draft
  if (body === undefined) return <Page title={dataset}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={draft.again} />}</Page>
  const name = valueAt(body, ['name'])
  const title = (typeof name === 'string' ? name : textAt(name, [lang]) || textAt(name, ['zh']) || textAt(name, ['en'])) || dataset
  const toRecords = (id: string) => navigate({ to: '/data/$dataset', params: { dataset: id } })
  return (
    <Page title={t('edit.title', { name: title })} sentence={published === null ? t('edit.sentence.new') : t('edit.sentence', { version: published.version })}>
      <DraftBar
        draft={draft}
        onPublished={({ id }) => void (published === null ? lead(id) : toRecords(id))}
        onDiscarded={() => void (published === null ? navigate({ to: '/data' }) : toRecords(dataset))}
      />
      <DraftForm draft={draft}>
        <DatasetForm />
      </DraftForm>
    </Page>
  )
}

/** A new dataset is empty: its import comes next, with the file it was made for. */
function useLead(draft: string): (dataset: string) => Promise<void> {
  const navigate = useNavigate()
  const { can } = useCurrentUser()
  return async (dataset) => {
    const file = takeFile(draft)
    if (!can('data.write')) return await navigate({ to: '/data/$dataset', params: { dataset } })
    const sent = file === undefined ? undefined : await sendFile(dataset, file).catch(() => undefined)
    // A file that could not be sent is chosen again there.
    const search: Readonly<Record<string, string>> = sent === undefined ? {} : { upload: sent.upload }
    await navigate({ to: '/data/$dataset/import', params: { dataset }, search: (before: object) => ({ ...before, ...search }) })
  }
}
