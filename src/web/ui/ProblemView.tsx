import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { OFFLINE, type Problem, type ProblemDetail, problemOf, UNKNOWN } from './problem.ts'
import styles from './problem-view.module.css'

/** Details shown below a problem before the rest is only counted. */
const DETAILS_SHOWN = 8

/** What happened, what to do, and a way to try again. `error` is whatever a query or a command threw. */
export function ProblemView({ error, again, compact = false }: { readonly error: unknown; readonly again?: (() => void) | undefined; readonly compact?: boolean }) {
  const { t } = useTranslation('ui')
  const problem = useWords(problemOf(error))
  const details = problem.errors ?? []
  return (
    <div role="alert" className={`${styles['problem']} ${compact ? styles['compact'] : ''}`}>
      <p className={styles['detail']}>{problem.detail}</p>
      {problem.cure === undefined || problem.cure === '' ? null : <p className={styles['cure']}>{problem.cure}</p>}
      {details.length > 1 ? <Details details={details} /> : null}
      <p className={styles['foot']}>
        {again === undefined ? null : (
          <Button size="small" onClick={again}>
            {t('problem.again')}
          </Button>
        )}
        <span className={styles['code']}>{t('problem.code', { code: problem.code })}</span>
      </p>
    </div>
  )
}

function Details({ details }: { readonly details: readonly ProblemDetail[] }) {
  const { t } = useTranslation('ui')
  const rest = details.length - DETAILS_SHOWN
  return (
    <ul className={styles['details']}>
      {details.slice(0, DETAILS_SHOWN).map((each) => (
        <li key={`${each.code} ${each.detail}`}>
          {each.detail} {each.cure}
        </li>
      ))}
      {rest > 0 ? <li>{t('problem.more', { count: rest })}</li> : null}
    </ul>
  )
}

/** The problems that no server has put into words yet get theirs here. */
function useWords(problem: Problem): Problem {
  const { t } = useTranslation('ui')
  if (problem.detail !== '') return problem
  if (problem.code === OFFLINE) return { ...problem, detail: t('problem.offline'), cure: t('problem.offline.cure') }
  if (problem.code === UNKNOWN) return { ...problem, detail: t('problem.unknown'), cure: t('problem.unknown.cure') }
  return { ...problem, detail: t('problem.title') }
}
