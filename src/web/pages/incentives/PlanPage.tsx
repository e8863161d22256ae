import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { ruleObject } from '../../parts/comments/object.ts'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { Findings } from '../../parts/plans/Findings.tsx'
import { type PlanDetail, planQuery } from '../../parts/plans/queries.ts'
import { useInForceWords, useRoleWords } from '../../parts/plans/words.ts'
import { useLang } from '../../text/lang.ts'
import { localTime } from '../../ui/dates.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { ComponentSection } from './ComponentSection.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './incentives.module.css'

/** One plan: for whom, from when, and what each part pays. */
export function PlanPage() {
  const { t } = useTranslation('incentives')
  const { plan } = useParams({ from: '/shell/incentives/$plan' })
  const { data, error, refetch } = useQuery(planQuery(plan))
  const actions = (
    <>
      <Link to="/incentives">{t('back')}</Link>
      {data === undefined ? null : <CommentsButton object={ruleObject('incentive', plan)} />}
      {data === undefined ? null : <EditButton plan={plan} />}
    </>
  )
  if (data === undefined) {
    return (
      <Page title={t('title')} actions={actions}>
        {error === null ? <Lines count={10} height={18} /> : <ProblemView error={error} again={() => void refetch()} />}
      </Page>
    )
  }
  return (
    <Page title={data.name} sentence={<PlanSentence plan={data} />} actions={actions}>
      {data.description === '' ? null : <p>{data.description}</p>}
      {data.components.map((component) => (
        // Figures that were typed for one plan are not those of the next, though a component of both may have the same name.
        <ComponentSection key={`${plan} ${component.component}`} plan={data} component={component} />
      ))}
      {data.findings.length === 0 ? null : (
        <Section title={t('checked')} note={t('checked.note')}>
          <Findings findings={data.findings} />
        </Section>
      )}
      <Section title={t('versions')}>
        <VersionList kind="incentive" id={plan} name={data.name} />
      </Section>
      <CommentsDrawer object={ruleObject('incentive', plan)} />
      <p className={styles['quiet']}>{t('versionNote', { version: data.version, at: localTime(data.publishedAt) })}</p>
    </Page>
  )
}

function PlanSentence({ plan }: { readonly plan: PlanDetail }) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const roles = useRoleWords()
  const inForce = useInForceWords()
  const sentence = t('plan.sentence', { every: t(`every.${plan.every}`), roles: roles(plan.roles), from: inForce(plan), count: plan.components.length })
  return <>{[sentence, t(`plan.startDay.${plan.startDay}`)].join(lang === 'zh' ? '' : ' ')}</>
}
