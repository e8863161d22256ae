import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { localTime } from '../../ui/dates.ts'
import { Delta } from '../../ui/Figures.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { shownAmount } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CausesList } from './CausesList.tsx'
import { MoverDrawer } from './MoverDrawer.tsx'
import { MoversTable } from './MoversTable.tsx'
import { type Comparison, comparisonQuery, type Run, runsOfQuery } from './queries.ts'
import styles from './runs.module.css'

/** What differs from the run before it, or from any other of the period. */
export function ComparisonSection({ run }: { readonly run: Run }) {
  const { t } = useTranslation('runs')
  const [asked, setAsked] = useAddressParam('with')
  const runs = useQuery(runsOfQuery(run.period))
  const other = asked ?? run.previous ?? undefined
  const { data, error, refetch } = useQuery({ ...comparisonQuery(run.run, other ?? ''), enabled: other !== undefined })
  const others = (runs.data?.items ?? []).filter((each) => each.run !== run.run)
  const choose = (
    <Select
      aria-label={t('compare.with')}
      value={other ?? null}
      placeholder={t('compare.with')}
      options={others.map((each) => ({ value: each.run, label: t('compare.option', { run: each.run, at: localTime(each.finishedAt) }) }))}
      onChange={(next: string | null) => setAsked(next === run.previous ? undefined : (next ?? undefined))}
      popupMatchSelectWidth={false}
      style={{ minWidth: 220 }}
    />
  )
  return (
    <Section title={t('compare')} actions={others.length === 0 ? undefined : choose}>
      {other === undefined && runs.data === undefined ? <NotYet query={runs} lines={1} /> : null}
      {other === undefined && runs.data !== undefined ? <p>{t(others.length === 0 ? 'compare.only' : 'compare.first')}</p> : null}
      {error !== null && data === undefined ? <ProblemView error={error} again={() => void refetch()} /> : null}
      {other !== undefined && error === null && data === undefined ? <Lines count={4} /> : null}
      {data === undefined ? null : <Compared compared={data} />}
    </Section>
  )
}

function Compared({ compared }: { readonly compared: Comparison }) {
  const { t } = useTranslation('runs')
  if (compared.total === 0 && compared.records.length + compared.documents.length + compared.parts.length === 0) return <p>{t('compare.same', { run: compared.before.run })}</p>
  return (
    <div className={styles['moves']}>
      <p>
        {t('compare.moved', { count: compared.total, run: compared.before.run })} <Cost cost={compared.cost} />
      </p>
      <CausesList compared={compared} />
      <MoversTable compared={compared} />
      <MoverDrawer compared={compared} />
    </div>
  )
}

function Cost({ cost }: { readonly cost: Comparison['cost'] }) {
  const { t } = useTranslation('runs')
  const lang = useLang()
  if (cost === null || cost.before === null || cost.after === null) return null
  const difference = decimalText(dec(cost.after).minus(cost.before))
  if (difference === '0') return <>{t('compare.costSame', { pay: shownAmount(cost.after, lang, 2).short })}</>
  return (
    <>
      {t('compare.cost', { before: shownAmount(cost.before, lang, 2).short, after: shownAmount(cost.after, lang, 2).short })} <Delta value={difference} as="amount" />
    </>
  )
}
