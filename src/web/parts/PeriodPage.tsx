import type { ReactNode } from 'react'
import { Page } from '../ui/Page.tsx'
import { Lines } from '../ui/Skeletons.tsx'
import { PeriodAwaited } from './PeriodAwaited.tsx'
import { usePeriod } from './use-period.ts'

interface PeriodPageProps {
  /** Stands over the page until the period is known. */
  readonly title: string
  readonly children: (period: string) => ReactNode
}

/** A page about the period that all pages share: its frame until the calendar has answered. */
export function PeriodPage({ title, children }: PeriodPageProps) {
  const { period } = usePeriod()
  if (period !== undefined) return children(period)
  return (
    <Page title={title}>
      <PeriodAwaited lines={<Lines count={8} />} />
    </Page>
  )
}
