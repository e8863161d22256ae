import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { textAt, valueAt } from '../../parts/documents/body.ts'
import { DraftBar } from '../../parts/documents/DraftBar.tsx'
import { DraftForm } from '../../parts/documents/fields.tsx'
import { type Draft, useDraft } from '../../parts/documents/use-draft.ts'
import { useLang } from '../../text/lang.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { DraftPreview } from './DraftPreview.tsx'
import { MeasureForm } from './MeasureForm.tsx'

/** A measure while it is written. */
export function EditMeasurePage() {
  const { measure } = useParams({ from: '/shell/measures/$measure/edit' })
  return <Editing key={measure} measure={measure} />
}

function Editing({ measure }: { readonly measure: string }) {
  const { t } = useTranslation('measures')
  const navigate = useNavigate()
  const lang = useLang()
  const draft = useDraft('measure', measure)
  const { body, error, published } = draft
  if (body === undefined) return <Page title={measure}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={draft.again} />}</Page>
  const name = valueAt(body, ['name'])
  const title = (typeof name === 'string' ? name : textAt(name, [lang]) || textAt(name, ['zh']) || textAt(name, ['en'])) || measure
  return (
    <Page title={t('edit.title', { name: title })} sentence={published === null ? t('edit.sentence.new') : t('edit.sentence', { version: published.version })}>
      <DraftBar
        draft={draft}
        onPublished={({ id }) => void navigate({ to: '/measures/$measure', params: { measure: id } })}
        onDiscarded={() => void (published === null ? navigate({ to: '/measures' }) : navigate({ to: '/measures/$measure', params: { measure } }))}
      />
      <DraftForm draft={draft}>
        <MeasureForm />
        <Section title={t('preview.title')} note={t('preview.note')}>
          <Words draft={draft} />
          <DraftPreview body={body} />
        </Section>
      </DraftForm>
    </Page>
  )
}

/** What the draft says, in words. */
function Words({ draft }: { readonly draft: Draft }) {
  return draft.check.words === null ? null : <p>{draft.check.words}</p>
}
