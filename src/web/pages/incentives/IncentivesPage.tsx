import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { DraftsNote } from '../../parts/documents/DraftsNote.tsx'
import { type PlanRow, plansQuery, type TableRow, tablesQuery } from '../../parts/plans/queries.ts'
import { stateOf, useInForceWords, useRoleWords, useUseWords } from '../../parts/plans/words.ts'
import { useLang } from '../../text/lang.ts'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { byText } from '../../ui/table/rows.ts'

/** Every incentive plan, and the tables they read. */
export function IncentivesPage() {
  const { t } = useTranslation('incentives')
  const { session } = useCurrentUser()
  const today = session.company?.today ?? ''
  const plans = useQuery(plansQuery)
  const tables = useQuery(tablesQuery)
  const now = plans.data?.items.filter((plan) => stateOf(plan, today) === 'now').length
  const read = tables.data?.items.length
  const sentence = plans.data?.items.length === 0 ? t('sentence.none') : now === undefined || read === undefined ? undefined : t('sentence', { count: now, tables: read })
  return (
    <Page title={t('title')} sentence={sentence}>
      <Section title={t('plans')} note={t('plans.note')} actions={<New to="/incentives/new">{t('new.plan')}</New>}>
        <DraftsNote kind="incentive" />
        <DataTable
          name="incentives"
          label={t('plans')}
          columns={usePlanColumns(today)}
          rows={plans.data?.items}
          rowKey={(plan) => plan.id}
          error={plans.error}
          again={() => void plans.refetch()}
          empty={<EmptyState title={t('empty.plans')}>{t('empty.plansNote')}</EmptyState>}
        />
      </Section>
      <Section title={t('tables')} note={t('tables.note')} actions={<New to="/tables/new">{t('new.table')}</New>}>
        <DraftsNote kind="table" />
        <DataTable
          name="rate-tables"
          label={t('tables')}
          columns={useTableColumns()}
          rows={tables.data?.items}
          rowKey={(table) => table.table}
          error={tables.error}
          again={() => void tables.refetch()}
          empty={<EmptyState title={t('empty.tables')}>{t('empty.tablesNote')}</EmptyState>}
        />
      </Section>
    </Page>
  )
}

/** Leads to a new document; who may not make one is told why. */
function New({ to, children }: { readonly to: '/incentives/new' | '/tables/new'; readonly children: string }) {
  const { t } = useTranslation('incentives')
  const { can } = useCurrentUser()
  const navigate = useNavigate()
  return (
    <Button disabled={!can('rule.write')} title={can('rule.write') ? undefined : t('edit.not')} onClick={() => void navigate({ to })}>
      {children}
    </Button>
  )
}

function usePlanColumns(today: string): readonly Column<PlanRow>[] {
  const { t } = useTranslation('incentives')
  const roles = useRoleWords()
  const inForce = useInForceWords()
  const comma = useLang() === 'zh' ? '、' : ', '
  return useMemo(() => {
    const state = (plan: PlanRow) => stateOf(plan, today)
    const mark = { now: 'on', later: 'none', over: 'none' } as const
    const states = (['now', 'later', 'over'] as const).map((value) => ({ value, label: t(`state.${value}`) }))
    return [
      { id: 'plan', title: t('column.plan'), always: true, cell: (plan) => <PlanLink plan={plan} />, text: (plan) => plan.name, compare: byText((plan) => plan.name) },
      { id: 'roles', title: t('column.roles'), cell: (plan) => roles(plan.roles), text: (plan) => roles(plan.roles) },
      { id: 'every', title: t('column.every'), width: 100, cell: (plan) => t(`every.${plan.every}`), text: (plan) => t(`every.${plan.every}`) },
      { id: 'components', title: t('column.components'), cell: (plan) => namesOf(plan, comma), text: (plan) => namesOf(plan, comma) },
      { id: 'from', title: t('column.from'), cell: (plan) => inForce(plan), text: (plan) => inForce(plan), hidden: true },
      {
        ...{ id: 'state', title: t('column.state'), width: 120, text: (plan: PlanRow) => t(`state.${state(plan)}`) },
        cell: (plan) => <StateMark state={mark[state(plan)]} words={t(`state.${state(plan)}`)} />,
        filter: { of: (plan) => state(plan), choices: states },
      },
      {
        ...{ id: 'findings', title: t('column.findings'), width: 120, text: (plan: PlanRow) => String(plan.findings.length) },
        cell: (plan) => <FindingCount count={plan.findings.length} />,
      },
      { id: 'version', title: t('column.version'), end: true, width: 80, cell: (plan) => plan.version, text: (plan) => String(plan.version) },
      { id: 'published', title: t('column.published'), width: 160, cell: (plan) => localTime(plan.publishedAt), text: (plan) => plan.publishedAt, hidden: true },
    ]
  }, [t, roles, inForce, comma, today])
}

const namesOf = ({ components }: PlanRow, comma: string): string => components.map(({ name }) => name).join(comma)

function PlanLink({ plan }: { readonly plan: PlanRow }) {
  return (
    <Link to="/incentives/$plan" params={{ plan: plan.id }} title={plan.description === '' ? undefined : plan.description}>
      {plan.name}
    </Link>
  )
}

function FindingCount({ count }: { readonly count: number }) {
  const { t } = useTranslation('incentives')
  return count === 0 ? t('findings.none') : <StateMark state="caution" words={t('findings', { count })} />
}

function useTableColumns(): readonly Column<TableRow>[] {
  const { t } = useTranslation('incentives')
  const words = useUseWords()
  const comma = useLang() === 'zh' ? '、' : ', '
  return useMemo(() => {
    const used = ({ usedBy }: TableRow) => (usedBy.length === 0 ? t('table.unused') : usedBy.map(words).join(comma))
    return [
      {
        ...{ id: 'table', title: t('column.table'), always: true, text: (table: TableRow) => table.name, compare: byText<TableRow>((table) => table.name) },
        cell: (table) => (
          <Link to="/tables/$table" params={{ table: table.table }} title={table.description === '' ? undefined : table.description}>
            {table.name}
          </Link>
        ),
      },
      { id: 'kind', title: t('column.kind'), width: 110, cell: (table) => t(`kind.${table.kind}`), text: (table) => t(`kind.${table.kind}`) },
      { id: 'rows', title: t('column.rows'), end: true, width: 80, cell: (table) => countText(table.rows), text: (table) => String(table.rows) },
      { id: 'usedBy', title: t('column.usedBy'), cell: used, text: used },
      { id: 'version', title: t('column.version'), end: true, width: 80, cell: (table) => table.version, text: (table) => String(table.version) },
    ]
  }, [t, words, comma])
}
