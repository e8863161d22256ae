import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NotSaved } from '../../../parts/documents/DraftBar.tsx'
import { DraftForm } from '../../../parts/documents/fields.tsx'
import { RatingSources } from '../../../parts/documents/RatingSources.tsx'
import { NotYet } from '../../../ui/NotYet.tsx'
import styles from '../schemes.module.css'
import { textAt } from './body.ts'
import { useEditing } from './context.ts'
import type { MeasureOption } from './measures.ts'

const NO_DATA = ['skip', 'zero', 'full'] as const

/** Of a line that is judged by a rating: who rates and how much each counts. They belong to the measure, whose draft is written here and published with the scheme. */
export function RatedBy({ at, measure }: { readonly at: number; readonly measure: MeasureOption }) {
  const { t } = useTranslation('schemes')
  const { t: documents } = useTranslation('documents')
  const { ratings, body } = useEditing()
  const draft = ratings.get(measure.id)
  const id = textAt(body, ['scheme'])
  const others = measure.schemes.filter((scheme) => scheme.scheme !== id)
  const written = textAt(body, ['lines', at, 'noData'])
  const noData = NO_DATA.find((each) => each === written) ?? 'skip'
  return (
    <section className={styles['ratedBy']} aria-label={t('rated.title')}>
      <h3>{t('rated.title')}</h3>
      <p className={styles['quiet']}>
        {t('rated.about')} {others.length === 0 ? null : t('rated.others', { names: [...new Set(others.map(({ name }) => name))].join(t('and')) })}{' '}
        <Link to="/measures/$measure" params={{ measure: measure.id }}>
          {t('rated.measure', { name: measure.name })}
        </Link>
      </p>
      {draft === undefined || draft.body === undefined ? (
        <NotYet query={{ error: draft?.error ?? null, refetch: () => draft?.again() }} lines={3} />
      ) : (
        <>
          <NotSaved draft={draft} />
          <DraftForm draft={draft}>
            <RatingSources withoutAny={t(`noData.${noData}`)} />
          </DraftForm>
          {draft.begun ? <p className={styles['quiet']}>{t('rated.saving', { state: documents(`saving.${draft.saver.saving}`) })}</p> : null}
        </>
      )}
    </section>
  )
}
