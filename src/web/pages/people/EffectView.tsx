import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Effect } from './effects.ts'
import styles from './people.module.css'
import { useRoleName } from './words.ts'

/** Names shown before the rest is only counted. */
const SHOWN = 12

interface EffectViewProps {
  readonly effect: Effect | undefined
  readonly error: unknown
  readonly again: () => void
  /** Nothing was entered that could be looked at. */
  readonly idle: boolean
  /** Those below are handed over, not kept. */
  readonly handing?: boolean
}

/** What a change would do, beside what is so now; asked from the server as it is typed. */
export function EffectView({ effect, error, again, idle, handing = false }: EffectViewProps) {
  return (
    <EffectFrame effect={effect} error={error} again={again} idle={idle}>
      {(found) => <Found effect={found} handing={handing} />}
    </EffectFrame>
  )
}

interface EffectFrameProps<Found> {
  readonly effect: Found | undefined
  readonly error: unknown
  /** Ask once more; offered where nobody answered. A refusal is an answer. */
  readonly again: () => void
  readonly idle: boolean
  readonly children: (effect: Found) => ReactNode
}

/** Where an effect stands, before it is known and when it is refused, too. */
export function EffectFrame<Found>({ effect, error, again, idle, children }: EffectFrameProps<Found>) {
  const { t } = useTranslation('people')
  return (
    <section className={styles['effect']} aria-label={t('effect')} aria-live="polite">
      <h3>{t('effect')}</h3>
      {idle ? (
        <p className={styles['quiet']}>{t('effect.wait')}</p>
      ) : effect === undefined ? (
        error === null ? (
          <Lines count={3} />
        ) : (
          <ProblemView error={error} again={isRefusal(error) ? undefined : again} compact />
        )
      ) : (
        children(effect)
      )}
    </section>
  )
}

function isRefusal(error: unknown): boolean {
  const { status } = problemOf(error)
  return status >= 400 && status < 500
}

type Situation = NonNullable<Effect['before']>

function Found({ effect, handing }: { readonly effect: Effect; readonly handing: boolean }) {
  const { t } = useTranslation('people')
  const { from, past, before, after, until, dropped, reports } = effect
  return (
    <>
      {before === null && after === null ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('effect.field')}</th>
              <th scope="col">{t('effect.before', { day: from })}</th>
              <th scope="col">{t('effect.after')}</th>
            </tr>
          </thead>
          <tbody>
            {(['unit', 'position', 'role', 'manager', 'sponsor'] as const).map((field) => (
              <EffectRow key={field} field={field} before={before} after={after} />
            ))}
          </tbody>
        </table>
      )}
      {until === null ? null : <p>{t('effect.until', { day: until })}</p>}
      {dropped === 0 ? null : <p>{t('effect.dropped', { count: dropped })}</p>}
      {reports.length === 0 ? null : handing ? <HandedOver reports={reports} /> : <p>{t('effect.keep', { count: reports.length })}</p>}
      <p className={styles['quiet']}>{t(past ? 'effect.past' : 'effect.future')}</p>
    </>
  )
}

function EffectRow({ field, before, after }: { readonly field: keyof Situation; readonly before: Situation | null; readonly after: Situation | null }) {
  const { t } = useTranslation('people')
  const roleName = useRoleName()
  const text = (place: Situation | null) => {
    if (place === null) return t('effect.gone')
    const value = place[field]
    if (value === null) return t('none')
    if (typeof value !== 'string') return value.name
    return field === 'role' ? roleName(value) : value
  }
  const [old, fresh] = [text(before), text(after)]
  return (
    <tr>
      <th scope="row">{t(field)}</th>
      <td>{old}</td>
      {old === fresh ? <td className={styles['quiet']}>{t('effect.same')}</td> : <td className={styles['changed']}>{fresh}</td>}
    </tr>
  )
}

function HandedOver({ reports }: { readonly reports: Effect['reports'] }) {
  const { t } = useTranslation('people')
  return (
    <div>
      <h4>{t('effect.hand')}</h4>
      <ul className={styles['names']}>
        {reports.slice(0, SHOWN).map(({ id, name, to }) => (
          <li key={id}>{to === null ? t('effect.handedNobody', { name }) : t('effect.handed', { name, to: to.name })}</li>
        ))}
        {reports.length > SHOWN ? <li>{t('effect.more', { count: reports.length - SHOWN })}</li> : null}
      </ul>
    </div>
  )
}
