import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import { useLang } from '../../text/lang.ts'
import { Delta, Figure, PayAmount } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './estimate.module.css'
import { type Asked, differenceOf, type Estimated, nextGrade, totalOf } from './what-if.ts'

interface OutcomeProps {
  readonly asked: Asked
  readonly before: Estimated
  readonly after: Estimated
  /** Whether more was supposed since: `after` is not of it yet. */
  readonly stale: boolean
}

/** Score, grade and pay, before and after, and what the next grade takes. */
export function Outcome({ asked, before, after, stale }: OutcomeProps) {
  const { t } = useTranslation('estimate')
  return (
    <Section title={t('effect')}>
      <Heads before={before} after={after} stale={stale} pay={asked.pay} />
      <Next asked={asked} after={after} />
    </Section>
  )
}

function Heads({ before, after, stale, pay }: Omit<OutcomeProps, 'asked'> & { readonly pay: boolean }) {
  const { t } = useTranslation('estimate')
  const [was, is] = [before.score, after.score]
  const [paid, pays] = [totalOf(before.earnings), totalOf(after.earnings)]
  return (
    <dl className={styles['heads']} aria-live="polite" aria-busy={stale}>
      <div>
        <dt>{t('score')}</dt>
        <dd>
          <Figure value={was?.score} missing={t('none')} /> → <strong>{<Figure value={is?.score} missing={t('none')} />}</strong>
        </dd>
        <dd>
          <Delta value={differenceOf(was?.score ?? null, is?.score ?? null)} good="up" missing={t('none')} />
        </dd>
      </div>
      <div>
        <dt>{t('grade')}</dt>
        <dd>
          {was?.grade ?? '–'} → <strong>{is?.grade ?? '–'}</strong>
        </dd>
        <dd className={styles['quiet']}>{t('coefficient', { before: was?.coefficient ?? '–', after: is?.coefficient ?? '–' })}</dd>
      </div>
      {pay ? (
        <div>
          <dt>{t('pay')}</dt>
          <dd>
            <PayAmount value={paid} missing={t('none')} /> →{' '}
            <strong>
              <PayAmount value={pays} missing={t('none')} />
            </strong>
          </dd>
          <dd>
            <Delta value={differenceOf(paid, pays)} as="amount" good="up" missing={t('none')} />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

/** What the next grade asks for, beyond what is supposed. */
function Next({ asked, after }: Pick<OutcomeProps, 'asked' | 'after'>) {
  const { t } = useTranslation('estimate')
  const lang = useLang()
  const scheme = after.score === null ? undefined : asked.program.schemes[after.score.scheme]
  const next = nextGrade(scheme, after.score)
  if (scheme === undefined || scheme.grades.length === 0) return null
  if (next === null) return <p>{t(after.score?.score == null ? 'next.noScore' : 'next.top')}</p>
  const nameOf = (id: string) => nameIn(scheme.lines.find((line) => line.line === id)?.name, lang, id)
  return (
    <div>
      <p>{t(next.lines.length === 0 ? 'next.notAlone' : 'next', { grade: next.grade, missing: next.missing })}</p>
      <ul className={styles['next']}>
        {next.lines.map(({ line, points }) => (
          <li key={line}>{t('next.line', { line: nameOf(line), points })}</li>
        ))}
      </ul>
    </div>
  )
}
