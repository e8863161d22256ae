import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../../parts/period-names.ts'
import { useAddressParam } from '../../../ui/AddressDrawer.tsx'
import { Section } from '../../../ui/Page.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import styles from '../schemes.module.css'
import { ChangedDocuments } from './ChangedDocuments.tsx'
import { PeopleCompared } from './PeopleCompared.tsx'
import type { PeriodCompared, Result, RoleCompared } from './queries.ts'
import { CostLine, RoleResult } from './RoleResult.tsx'

interface ResultViewProps {
  readonly result: Result
  readonly cost: PeriodCompared['cost']
  /** Roles the draft is for, shown first; null: everybody. */
  readonly roles: readonly string[] | null
  readonly roleName: (role: string | null) => string
}

/** What a back-test found: cost of all periods, then one period with each role and each person. */
export function ResultView({ result, cost, roles, roleName }: ResultViewProps) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const [asked, setAsked] = useAddressParam('of')
  const shown = result.periods.find((each) => each.period === asked) ?? result.periods[0]
  return (
    <Section title={t('trial.result')} note={t('trial.result.note')}>
      {cost === null || result.periods.length < 2 ? null : <CostLine cost={cost} />}
      <ChangedDocuments changes={result.changes} />
      <Told findings={result.findings} />
      {result.periods.length < 2 ? null : (
        <div className={styles['scroll']}>
          <Segmented
            aria-label={t('trial.period')}
            value={shown?.period ?? ''}
            options={result.periods.map(({ period }) => ({ value: period, label: periodName(period, frame) }))}
            onChange={setAsked}
          />
        </div>
      )}
      {shown === undefined ? null : <PeriodResult key={shown.period} of={shown} roles={roles} roleName={roleName} />}
    </Section>
  )
}

/** Whether somebody of the role is graded or paid differently, or scores otherwise. */
export const hasMoved = ({ regraded, winners, losers }: RoleCompared): boolean => regraded.length > 0 || winners.people > 0 || losers.people > 0

function PeriodResult({ of, roles, roleName }: { readonly of: PeriodCompared } & Pick<ResultViewProps, 'roles' | 'roleName'>) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const concerned = of.roles.filter(({ role }) => roles === null || (role !== null && roles.includes(role)))
  const moved = of.roles.filter((each) => !concerned.includes(each) && hasMoved(each))
  return (
    <>
      <Told findings={of.findings} />
      {of.leftOut.length === 0 ? null : <p className={styles['quiet']}>{t('trial.leftOut', { plans: of.leftOut.join(t('and')) })}</p>}
      {concerned.length === 0 ? <p>{t('trial.nobodyConcerned', { period: periodName(of.period, frame) })}</p> : null}
      {[...concerned, ...moved].map((role) => {
        const people = of.people.filter((p) => p.role === role.role)
        return (
          <section key={role.role ?? ''} aria-label={roleName(role.role)} className={styles['stack']}>
            <h3>{t('trial.role', { role: roleName(role.role), count: role.people })}</h3>
            <RoleResult role={role} people={people} />
            <PeopleCompared people={people} period={of.period} />
          </section>
        )
      })}
    </>
  )
}

function Told({ findings }: { readonly findings: Result['findings'] }) {
  const { t } = useTranslation('schemes')
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.detail}`}>
          <StateMark state="caution" bare words={t('finding')} />
          <span>
            {finding.detail} <span className={styles['quiet']}>{finding.cure}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
