import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { type Draft, standingOf } from '../../parts/documents/use-draft.ts'
import { JobProgress, useJob } from '../../parts/JobProgress.tsx'
import { periodName } from '../../parts/period-names.ts'
import { textAt } from '../../parts/plans/body-edit.ts'
import { periodsQuery } from '../../parts/use-period.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './incentives.module.css'
import { TrialResult } from './TrialResult.tsx'

/** The draft on real people: what a past period would have paid, and cost. Nothing of it is stored. */
export function Trial({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  const { t: frame } = useTranslation('shell')
  const { t: documents } = useTranslation('documents')
  const { session } = useCurrentUser()
  const { data } = useQuery(periodsQuery)
  const every = textAt(draft.body, 'every')
  const past = (data?.items ?? []).filter(({ kind, state }) => kind === every && state !== 'future').reverse()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const period = past.some(({ id }) => id === chosen) ? chosen : (past.find(({ id }) => id === data?.latest) ?? past.find(({ state }) => state === 'past') ?? past[0])?.id
  // In the address: it may be left, and read again.
  const [asked, setAsked] = useAddressParam('trial')
  const start = useMutation({
    mutationFn: () => dataOf(api.POST('/backtests', { body: { periods: [period ?? ''], documents: [{ kind: 'incentive', body: { ...draft.body } }], without: [] } })),
    onSuccess: ({ job }) => setAsked(job),
  })
  const { job } = useJob(asked)
  // The answer is about everybody.
  const sees = session.grants.some(({ permission, reach }) => permission === 'score.read' && reach === 'all')
  const seesPay = session.grants.some(({ permission, reach }) => permission === 'pay.read' && reach === 'all')
  const standing = standingOf(draft)
  const unready = standing === 'good' ? undefined : standing === 'wrong' ? t('trial.wrong') : documents(`check.${standing}`)
  const why = sees ? unready : t('trial.not')
  return (
    <Section title={t('trial')} note={t(seesPay ? 'trial.note' : 'trial.noPay')}>
      <div className={styles['trial']}>
        <FormField label={t('trial.period')}>
          {(field) => (
            <Select {...field} value={period} options={past.map(({ id }) => ({ value: id, label: periodName(id, frame) }))} onChange={setChosen} style={{ minWidth: 180 }} />
          )}
        </FormField>
        <Button onClick={() => start.mutate()} disabled={why !== undefined || period === undefined} title={why} loading={start.isPending}>
          {t('trial.start')}
        </Button>
        {why === undefined ? null : <span className={styles['quiet']}>{why}</span>}
      </div>
      {start.error === null ? null : <ProblemView error={start.error} compact />}
      {asked === undefined || job?.state === 'done' ? null : <JobProgress key={asked} id={asked} />}
      {asked === undefined || job?.state !== 'done' ? null : (
        <>
          <TrialResult result={job.result} />
          <p>
            <Link to="/backtests/$job" params={{ job: asked }}>
              {t('trial.whole')}
            </Link>
          </p>
        </>
      )}
    </Section>
  )
}
