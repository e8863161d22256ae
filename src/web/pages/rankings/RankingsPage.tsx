import { useQuery } from '@tanstack/react-query'
import { Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import type { Program } from '../../../engine/ir.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { programQuery } from '../../parts/results/queries.ts'
import { RunNote } from '../../parts/results/RunNote.tsx'
import { type Ranking, rankingQuery } from '../../parts/results/ranking.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { Page } from '../../ui/Page.tsx'
import { choicesQuery } from '../scoreboard/board.ts'
import { PayRanking } from './PayRanking.tsx'
import { RankingTable } from './RankingTable.tsx'

const SCORE = 'score'
const PAY = 'pay'

/** People by what they reached, or by how they improved; what it is about stands in the address. */
export function RankingsPage() {
  const { t } = useTranslation('rankings')
  return <PeriodPage title={t('title')}>{(period) => <RankingsOf period={period} />}</PeriodPage>
}

function RankingsOf({ period }: { readonly period: string }) {
  const { t } = useTranslation('rankings')
  const { can } = useCurrentUser()
  const [asked = SCORE] = useAddressParam('what')
  const [mode] = useAddressParam('by')
  const [role] = useAddressParam('role')
  const what = asked === PAY && !can('pay.read') ? SCORE : asked
  const by = mode === 'improvement' ? ('improvement' as const) : ('value' as const)
  const ranking = useQuery({ ...rankingQuery({ period, measure: what, by, role }), enabled: what !== PAY })
  const filters = <RankingFilters period={period} what={what} by={by} />
  if (what === PAY) return <PayRanking period={period} role={role} filters={filters} />
  return (
    <Page title={t('title')} sentence={<RankingSentence period={period} ranking={ranking.data} />} filters={filters}>
      <RankingTable ranking={ranking.data} by={by} error={ranking.error} again={() => void ranking.refetch()} />
      {ranking.data === undefined || ranking.data.of === 0 ? null : <p>{t(`shows.${ranking.data.shows}`, { count: ranking.data.of })}</p>}
      <RunNote run={ranking.data?.run} />
    </Page>
  )
}

function RankingSentence({ period, ranking }: { readonly period: string; readonly ranking: Ranking | undefined }) {
  const { t } = useTranslation('rankings')
  const { t: frame } = useTranslation('shell')
  const named = periodName(period, frame)
  if (ranking === undefined) return <>{named}</>
  if (ranking.run === null) return <>{t('sentence.noRun', { period: named })}</>
  const about = { period: named, what: ranking.measure?.name ?? t('by.score'), count: ranking.of }
  return <>{ranking.me === null ? t('sentence.none', about) : t('sentence.mine', { ...about, rank: ranking.me.rank })}</>
}

function RankingFilters({ period, what, by }: { readonly period: string; readonly what: string; readonly by: 'value' | 'improvement' }) {
  const { t } = useTranslation('rankings')
  const lang = useLang()
  const { can } = useCurrentUser()
  const [, setWhat] = useAddressParam('what')
  const [, setBy] = useAddressParam('by')
  const [role, setRole] = useAddressParam('role')
  const choices = useQuery(choicesQuery(period))
  const rules = useQuery({ ...programQuery, enabled: can('rule.read') })
  const program = rules.data?.program as unknown as Program | undefined // The API sends the program of the engine as plain data.
  const measures = Object.values(program?.measures ?? {}).filter(({ hidden }) => !hidden)
  const subjects = [
    { value: SCORE, label: t('by.score') },
    ...(can('pay.read') ? [{ value: PAY, label: t('by.pay') }] : []),
    ...measures.map(({ measure, name }) => ({ value: measure, label: nameIn(name, lang, measure) })),
  ]
  const roles = (choices.data?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        aria-label={t('measure')}
        value={what}
        options={subjects}
        popupRender={(menu) => (
          <>
            {menu}
            {can('rule.read') && program === undefined ? <NoOptions query={rules} /> : null}
          </>
        )}
        onChange={(next: string) => setWhat(next === SCORE ? undefined : next)}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        style={{ minWidth: 160 }}
      />
      {what === PAY ? null : (
        <Radio.Group aria-label={t('mode')} optionType="button" value={by} onChange={(event) => setBy(event.target.value === 'improvement' ? 'improvement' : undefined)}>
          <Radio.Button value="value">{t('mode.value')}</Radio.Button>
          <Radio.Button value="improvement">{t('mode.improvement')}</Radio.Button>
        </Radio.Group>
      )}
      <Select
        aria-label={t('role')}
        value={role ?? null}
        options={roles}
        notFoundContent={<NoOptions query={choices} />}
        placeholder={t('role.all')}
        onChange={(next: string | null | undefined) => setRole(next ?? undefined)}
        popupMatchSelectWidth={false}
        style={{ minWidth: 140 }}
        allowClear
      />
    </>
  )
}
