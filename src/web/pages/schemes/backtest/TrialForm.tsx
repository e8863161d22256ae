import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../../parts/period-names.ts'
import { type Period, usePeriod } from '../../../parts/use-period.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { asAlways, type Body, textAt } from '../edit/body.ts'
import { schemesQuery } from '../queries.ts'
import styles from '../schemes.module.css'
import type { useBacktest } from './use-backtest.ts'

/** Periods tried out at once, unless somebody chooses others. */
const USUAL = 2

/** On which periods, and whether the draft's own days count. */
export function TrialForm({ body, test }: { readonly body: Body; readonly test: ReturnType<typeof useBacktest> }) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { periods } = usePeriod()
  const { data: schemes } = useQuery(schemesQuery)
  const dated = textAt(body, ['from']) !== '' || textAt(body, ['until']) !== ''
  const [always, setAlways] = useState(dated)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const open = pastPeriods(periods ?? [], textAt(body, ['every']))
  const picked = chosen ?? usualOf(open)
  const editions = (schemes?.items ?? []).filter((s) => s.scheme === textAt(body, ['scheme'])).map((s) => s.id)
  const start = () => test.start({ periods: picked, ...(always ? asAlways(body, editions) : { body, without: [] }) })
  return (
    <div className={styles['stack']}>
      <FormField label={t('trial.periods')} help={t('trial.periods.help')}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            value={[...picked]}
            options={open.map((each) => ({ value: each.id, label: periodName(each.id, frame) }))}
            onChange={(next: string[]) => setChosen(next)}
            maxCount={12}
          />
        )}
      </FormField>
      {dated ? (
        <Checkbox checked={always} onChange={(event) => setAlways(event.target.checked)}>
          {t('trial.always')}
        </Checkbox>
      ) : null}
      <div>
        <Button type="primary" onClick={start} loading={test.starting} disabled={picked.length === 0 || test.running} title={picked.length === 0 ? t('trial.choose') : undefined}>
          {t('trial.start')}
        </Button>
      </div>
    </div>
  )
}

/** Periods of the draft's kind that are over or under way, the newest first. */
export function pastPeriods(periods: readonly Period[], every: string): readonly Period[] {
  return periods.filter(({ kind, state }) => kind === every && state !== 'future').toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

/** The newest that are over and were worked out: one that is under way tells little, one without records nothing. */
function usualOf(open: readonly Period[]): readonly string[] {
  const known = open.filter(({ latest }) => latest !== null)
  const over = known.filter(({ state }) => state === 'past')
  return ([over, known].find((some) => some.length > 0) ?? open).slice(0, USUAL).map(({ id }) => id)
}
