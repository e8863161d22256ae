import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StartState } from './queries.ts'
import { rowsIn } from './steps.ts'

/** Without a template, what the company must still make itself before anybody has a score, with the way there; nothing where nothing is missing. */
export function OwnRules({ state }: { readonly state: StartState }) {
  const { t } = useTranslation('start')
  if (rowsIn(state) === 0) return null
  const { measures, schemes } = state.rules
  if (measures === 0) {
    return (
      <>
        <p>{t('own.measures')}</p>
        <p>
          <Link to="/measures/new">{t('own.measures.link')}</Link>
        </p>
      </>
    )
  }
  if (schemes > 0) return null
  return (
    <>
      <p>{t('own.schemes')}</p>
      <p>
        <Link to="/schemes/new">{t('own.schemes.link')}</Link>
      </p>
    </>
  )
}
