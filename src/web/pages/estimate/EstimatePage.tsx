import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PersonPicker, scoredQuery, useFirstPerson, useScored } from '../../parts/documents/PersonPicker.tsx'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { factsQuery, programQuery } from '../../parts/results/queries.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './estimate.module.css'
import { WhatIfView } from './WhatIfView.tsx'

/** 试算: what a deal, or another attainment, would do to score and pay. Worked out here; nothing is sent, nothing is kept. */
export function EstimatePage() {
  const { t } = useTranslation('estimate')
  return <PeriodPage title={t('title')}>{(period) => <EstimateIn period={period} />}</PeriodPage>
}

function EstimateIn({ period }: { readonly period: string }) {
  const { t } = useTranslation('estimate')
  const { session } = useCurrentUser()
  const [asked, setAsked] = useAddressParam('employee')
  const people = useQuery(scoredQuery(period, ''))
  // Whoever has a score of their own begins with it.
  const beginning = useFirstPerson(period, session.user.employee)
  const employee = asked ?? beginning.first
  const shown = useScored(period, employee)
  const choice = <PersonPicker className={styles['person']} label={t('person')} period={period} value={employee} onPick={setAsked} />
  const filters = (people.data?.total ?? 0) > 1 ? choice : undefined
  if (people.error !== null && people.data === undefined) return <Framed filters={filters} inside={<ProblemView error={people.error} again={() => void people.refetch()} />} />
  if (people.data === undefined) return <Framed filters={filters} inside={<Lines count={8} />} />
  if (employee === undefined && !beginning.nobody) return <Framed filters={filters} inside={<NotYet query={beginning} lines={8} />} />
  if (employee === undefined) return <Framed filters={filters} inside={<EmptyState title={t('nobody')}>{t('nobody.note')}</EmptyState>} />
  return <EstimateOf key={`${employee} ${period}`} employee={employee} period={period} name={shown?.name ?? employee} filters={filters} />
}

function Framed({ filters, inside }: { readonly filters: React.ReactNode; readonly inside: React.ReactNode }) {
  const { t } = useTranslation('estimate')
  return (
    <Page title={t('title')} sentence={t('sentence')} filters={filters}>
      {inside}
    </Page>
  )
}

interface EstimateOfProps {
  readonly employee: string
  readonly period: string
  readonly name: string
  readonly filters: React.ReactNode
}

function EstimateOf({ employee, period, name, filters }: EstimateOfProps) {
  const facts = useQuery(factsQuery(employee, period))
  const program = useQuery(programQuery)
  const error = facts.error ?? program.error
  if (error !== null && (facts.data === undefined || program.data === undefined)) {
    const again = () => {
      void facts.refetch()
      void program.refetch()
    }
    return <Framed filters={filters} inside={<ProblemView error={error} again={again} />} />
  }
  if (facts.data === undefined || program.data === undefined) return <Framed filters={filters} inside={<Lines count={10} />} />
  return <WhatIfView employee={employee} name={name} shown={facts.data} rules={program.data} filters={filters} />
}
