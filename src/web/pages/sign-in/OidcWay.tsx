import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionOptions } from '../../api/session.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { ProblemError } from '../../ui/problem.ts'

/** A plain link: the server sends the browser on to the company's sign-in service, and from there back to the page that was wanted. */
export function OidcWay({ options }: { readonly options: SessionOptions }) {
  const { t } = useTranslation('signIn')
  const { to } = useSearch({ from: '/sign-in' })
  if (options.oidc === null) return null
  const { name } = options.oidc
  return (
    <p>
      <a href={`/api/session/oidc${to === undefined ? '' : `?back=${encodeURIComponent(to)}`}`}>{name === null ? t('oidc.unnamed') : t('oidc', { name })}</a>
    </p>
  )
}

/** Why signing in through the company's service did not work; the server sends the browser back with the code. */
export function OidcProblem() {
  const { t } = useTranslation('signIn')
  const { problem } = useSearch({ from: '/sign-in' })
  if (problem === undefined) return null
  const why = WHY.find((code) => problem === `access.oidc-${code}`) ?? 'failed'
  return <ProblemView compact error={new ProblemError({ code: `access.oidc-${why}`, status: 401, detail: t(`oidc.${why}`), cure: t(`oidc.${why}.cure`) })} />
}

const WHY = ['failed', 'nobody', 'off', 'stale'] as const
