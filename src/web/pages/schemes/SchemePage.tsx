import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { ruleObject } from '../../parts/comments/object.ts'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { useLang } from '../../text/lang.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
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
    <Page title={scheme.name} sentence={schemeSentence({ ...scheme, lines: scheme.lines.length }, t, lang)} actions={<Actions id={scheme.id} back={back} />}>
      {scheme.description === '' ? null : <p>{scheme.description}</p>}
      <FindingsSection scheme={scheme} />
      <LinesSection scheme={scheme} />
      <GradesSection scheme={scheme} />
      <WeightsSection scheme={scheme} />
      <AboutSection scheme={scheme} />
      <PeopleSection scheme={scheme} />
      <Section title={t('versions')} note={t('versions.note')}>
        <VersionList kind="scheme" id={scheme.id} name={scheme.name} />
      </Section>
      <CommentsDrawer object={ruleObject('scheme', scheme.id)} />
    </Page>
  )
}

/** What may be done with it; what one may not is there, with the reason. */
function Actions({ id, back }: { readonly id: string; readonly back: ReactNode }) {
  const { t } = useTranslation('schemes')
  const { can } = useCurrentUser()
  const writes = can('rule.write')
  const why = writes ? undefined : t('edit.not')
  return (
    <>
      {back}
      <CommentsButton object={ruleObject('scheme', id)} />
      <LinkButton plain to="/schemes/new" search={(before) => ({ ...before, copy: id, edition: '1' })} disabled={!writes} title={why}>
        {t('new.edition')}
      </LinkButton>
      <LinkButton plain to="/schemes/$scheme/backtest" params={{ scheme: id }} disabled={!writes} title={why}>
        {t('trial.title')}
      </LinkButton>
      <LinkButton to="/schemes/$scheme/edit" params={{ scheme: id }} disabled={!writes} title={why}>
        {t('edit.title')}
      </LinkButton>
    </>
  )
}
