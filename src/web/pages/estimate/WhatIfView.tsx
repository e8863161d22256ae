import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarSpec, Period } from '../../../base/calendar.ts'
import type { Program } from '../../../engine/ir.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import type { FactsShown, ProgramShown } from '../../parts/results/queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { EffectSection } from './EffectSection.tsx'
import styles from './estimate.module.css'
import { Outcome } from './Outcome.tsx'
import { SupposeSection } from './SupposeSection.tsx'
import { useSupposed } from './use-supposed.ts'
import { type Asked, estimate, type WhatIf } from './what-if.ts'

interface WhatIfViewProps {
  readonly employee: string
  readonly name: string
  readonly shown: FactsShown
  readonly rules: ProgramShown
  readonly filters: ReactNode
}

/** What is supposed on one side, what comes of it on the other. */
export function WhatIfView({ employee, name, shown, rules, filters }: WhatIfViewProps) {
  const { t } = useTranslation('estimate')
  const { t: frame } = useTranslation('shell')
  const { session } = useCurrentUser()
  const asked = useMemo((): Asked => {
    // The API sends these shapes of the engine as plain data.
    const [program, calendar, facts] = [rules.program as unknown as Program, rules.calendar as unknown as CalendarSpec, shown.facts as unknown as Facts]
    return { program, calendar, facts, employee, period: shown.period.id, pay: shown.complete.pay }
  }, [rules, shown, employee])
  const [supposed, suppose] = useSupposed(session.user.id, employee, shown.period.id)
  const settled = useDeferredValue(supposed)
  const before = useEstimate(asked, NOTHING, rules.hash)
  const after = useEstimate(asked, settled, rules.hash)
  const named = { name, period: periodName(shown.period.id, frame) }
  const error = before.error ?? after.error
  const stale = settled !== supposed || after.isPlaceholderData
  return (
    <Page title={t('title')} sentence={t('sentence.of', named)} filters={filters}>
      <p className={styles['kept']}>{t('notStored')}</p>
      {shown.complete.records ? null : <p role="alert">{t('hidden')}</p>}
      {shown.complete.pay ? null : <p>{t('noPay')}</p>}
      {error === null ? null : <ProblemView error={error} />}
      {before.data === undefined ? (
        <Lines count={8} />
      ) : before.data.score === null && before.data.earnings.length === 0 ? (
        <EmptyState title={t('noRules', named)}>{t('noRules.note')}</EmptyState>
      ) : (
        <>
          {after.data === undefined ? <Lines count={3} /> : <Outcome asked={asked} before={before.data} after={after.data} stale={stale} />}
          <div className={styles['sides']}>
            <SupposeSection asked={asked} period={periodOf(shown)} today={session.company?.today ?? shown.period.last} before={before.data} supposed={supposed} suppose={suppose} />
            {after.data === undefined ? <Lines count={8} /> : <EffectSection asked={asked} before={before.data} after={after.data} />}
          </div>
        </>
      )}
    </Page>
  )
}

const NOTHING: WhatIf = { drafts: [], actuals: {} }

function periodOf({ period }: FactsShown): Period {
  const last = new Date(`${period.last}T00:00:00Z`)
  last.setUTCDate(last.getUTCDate() + 1)
  return { id: period.id, kind: period.kind, from: period.from, until: last.toISOString().slice(0, 10) }
}

/** What one supposed before stays shown while the next is worked out. */
function useEstimate(asked: Asked, whatIf: WhatIf, hash: string) {
  return useQuery({
    queryKey: ['estimate', 'result', asked.employee, asked.period, hash, asked.facts, whatIf],
    queryFn: () => estimate(asked, whatIf),
    placeholderData: keepPreviousData,
    // The key holds the facts themselves: hashing them would take longer than working it out.
    queryKeyHashFn: ([, , ...key]) => JSON.stringify([key[0], key[1], key[2], factsNumber(key[3] as object), key[4]]),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

const numbers = new WeakMap<object, number>()
let counted = 0

/** A number for the facts at hand: others come with every answer of the server. */
function factsNumber(facts: object): number {
  const known = numbers.get(facts)
  if (known !== undefined) return known
  counted += 1
  numbers.set(facts, counted)
  return counted
}
