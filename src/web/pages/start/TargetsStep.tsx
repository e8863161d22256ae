import { useQuery } from '@tanstack/react-query'
import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import { NextLink } from './NextLink.tsx'
import { type StartState, templateFile, templatesQuery } from './queries.ts'
import styles from './start.module.css'
import { fileOf } from './steps.ts'

/** Targets are kept on a page of their own; here is how many there are and the way there. */
export function TargetsStep({ state }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  const { data } = useQuery(templatesQuery)
  const page = useRouteContext({ from: '__root__', select: (context) => context.entries.find(({ to }) => to === '/targets') })
  const file = fileOf(data?.items ?? [], 'targets.csv')
  return (
    <Section title={t('step.targets')} note={t('targets.note')}>
      <p>{state.targets === 0 ? t('said.targets.none') : t('targets.count', { count: state.targets })}</p>
      <div className={styles['file']}>
        {page === undefined ? null : <Link to={page.to}>{t('targets.open')}</Link>}
        {file === undefined ? null : (
          <a href={templateFile(file.template, file.name)} download>
            {t('targets.file')}
          </a>
        )}
      </div>
      <NextLink step="run" />
    </Section>
  )
}
