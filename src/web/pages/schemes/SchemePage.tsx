import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLang } from '../../text/lang.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { AboutSection } from './AboutSection.tsx'
import { FindingsSection } from './FindingsSection.tsx'
import { GradesSection } from './GradesSection.tsx'
import { LinesSection } from './LinesSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { schemeQuery } from './queries.ts'
import { WeightsSection } from './WeightsSection.tsx'
import { schemeSentence } from './words.ts'

/** A scheme as everybody may read it beforehand: what is judged, how, what it gives, whom it is for. */
export function SchemePage() {
  const { t } = useTranslation('schemes')
  const lang = useLang()
  const { scheme: id } = useParams({ from: '/shell/schemes/$scheme' })
  const { data: scheme, error, refetch } = useQuery(schemeQuery(id))
  const back = <Link to="/schemes">{t('toList')}</Link>
  if (scheme === undefined) {
    return (
      <Page title={t('scheme')} actions={back}>
        {error === null ? <Lines count={12} height={18} /> : <ProblemView error={error} again={() => void refetch()} />}
      </Page>
    )
  }
  return (
    <Page title={scheme.name} sentence={schemeSentence({ ...scheme, lines: scheme.lines.length }, t, lang)} actions={back}>
      {scheme.description === '' ? null : <p>{scheme.description}</p>}
      <FindingsSection scheme={scheme} />
      <LinesSection scheme={scheme} />
      <GradesSection scheme={scheme} />
      <WeightsSection scheme={scheme} />
      <AboutSection scheme={scheme} />
      <PeopleSection scheme={scheme} />
    </Page>
  )
}
