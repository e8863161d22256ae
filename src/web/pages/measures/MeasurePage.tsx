import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { ruleObject } from '../../parts/comments/object.ts'
import { VersionList } from '../../parts/documents/VersionList.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { LiveValue } from './LiveValue.tsx'
import styles from './measures.module.css'
import { type MeasureDetail, measureQuery } from './queries.ts'

/** One measure: what it is in words and as its author wrote it, what it comes to, where it is used, how it changed. */
export function MeasurePage() {
  const { measure } = useParams({ from: '/shell/measures/$measure' })
  const { data, error, refetch } = useQuery(measureQuery(measure))
  if (data !== undefined) return <MeasureOf measure={data} />
  return <Page title={measure}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

function MeasureOf({ measure: m }: { readonly measure: MeasureDetail }) {
  const { t } = useTranslation('measures')
  const { can } = useCurrentUser()
  const may = can('rule.write')
  const object = ruleObject('measure', m.measure)
  const actions = (
    <>
      <CommentsButton object={object} />
      <LinkButton to="/measures/$measure/edit" params={{ measure: m.measure }} disabled={!may} {...(may ? {} : { title: t('write.not') })}>
        {t('edit')}
      </LinkButton>
    </>
  )
  return (
    <Page title={m.name} sentence={t('measure.sentence', { words: m.words })} actions={actions}>
      <div>
        <Link to="/measures">{t('back')}</Link>
      </div>
      <Section title={t('measure.definition')} note={m.description === '' ? undefined : m.description}>
        <Definition measure={m} />
      </Section>
      <Section title={t('measure.value')}>
        <LiveValue measure={m} />
      </Section>
      <Section title={t('measure.uses')} note={m.usedBy.length === 0 ? t('measure.unused') : undefined}>
        <Uses measure={m} />
      </Section>
      <Section title={t('measure.versions')}>
        <VersionList kind="measure" id={m.measure} name={m.name} />
      </Section>
      <CommentsDrawer object={object} />
    </Page>
  )
}

/** Keys of the document that say how it is worked out, in the order they are read. */
const WRITTEN = ['aggregate', 'value', 'filter', 'date', 'owner', 'credit', 'numerator', 'denominator', 'formula', 'of', 'against', 'over'] as const

/** Those that are chosen from a few words, with what may be chosen. */
const CHOSEN = [
  ...(['sum', 'count', 'distinct', 'average', 'min', 'max'] as const).map((each) => `aggregate.${each}` as const),
  ...(['share', 'full'] as const).map((each) => `credit.${each}` as const),
  ...(['previous', 'last-year'] as const).map((each) => `against.${each}` as const),
  ...(['sum', 'average', 'last'] as const).map((each) => `over.${each}` as const),
]

function Definition({ measure: m }: { readonly measure: MeasureDetail }) {
  const { t } = useTranslation('measures')
  const written = WRITTEN.flatMap((key) => {
    const text = m.body[key]
    return typeof text === 'string' ? [[key, text] as const] : []
  })
  return (
    <dl className={styles['pairs']}>
      <Pair name={t('field.measure')}>
        <code>{m.measure}</code>
      </Pair>
      <Pair name={t('column.kind')}>{t(`kind.${m.kind}`)}</Pair>
      <Pair name={t('column.unit')}>{m.unit}</Pair>
      <Pair name={t('column.better')}>{t(`better.${m.better}`)}</Pair>
      {m.dataset === null ? null : (
        <Pair name={t('field.dataset')}>
          <Link to="/data/$dataset" params={{ dataset: m.dataset }}>
            {m.datasetName ?? m.dataset}
          </Link>
        </Pair>
      )}
      {written.map(([key, text]) => (
        <Pair key={key} name={t(`field.${key}`)} wide={text.length > 24}>
          <Written name={key} text={text} />
        </Pair>
      ))}
    </dl>
  )
}

function Written({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation('measures')
  const chosen = CHOSEN.find((each) => each === `${name}.${text}`)
  return chosen === undefined ? <code>{text}</code> : t(chosen)
}

function Pair({ name, wide = false, children }: { readonly name: string; readonly wide?: boolean; readonly children: React.ReactNode }) {
  return (
    <div className={wide ? styles['wide'] : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Uses({ measure: m }: { readonly measure: MeasureDetail }) {
  const { t } = useTranslation('measures')
  return (
    <ul className={styles['uses']}>
      {m.reads.map((each) => (
        <li key={each.measure}>
          <span>{t('uses.reads')}</span>
          <Link to="/measures/$measure" params={{ measure: each.measure }}>
            {each.name}
          </Link>
        </li>
      ))}
      {m.usedBy.map(({ kind, id, name }) => (
        <li key={`${kind}/${id}`}>
          <span>{t(`uses.${kind}`)}</span>
          {kind === 'measure' ? (
            <Link to="/measures/$measure" params={{ measure: id }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  )
}
