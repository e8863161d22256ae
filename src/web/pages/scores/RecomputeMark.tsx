import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarSpec } from '../../../base/calendar.ts'
import type { Program } from '../../../engine/ir.ts'
import type { Facts } from '../../../engine/reference/facts.ts'
import { type FactsShown, factsQuery, type ProgramShown, programQuery, type Score } from '../../parts/results/queries.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Comparison, Difference, Stored } from './recompute.ts'
import styles from './scores.module.css'

interface MarkProps {
  readonly employee: string
  readonly period: string
  readonly score: Score
}

/** Works the score and the pay out a second time, here, from the records; says that both agree, or shows both. */
export function RecomputeMark({ employee, period, score }: MarkProps) {
  const { t } = useTranslation('scores')
  const facts = useQuery(factsQuery(employee, period))
  const program = useQuery(programQuery)
  const ready = facts.data !== undefined && program.data !== undefined && canCheck(facts.data)
  const found = useQuery({
    queryKey: ['recompute', employee, period, facts.data?.run?.run ?? '', facts.dataUpdatedAt, program.data?.hash ?? ''],
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => (facts.data === undefined || program.data === undefined ? null : work(facts.data, program.data)),
  })
  if (facts.error !== null || program.error !== null || found.error !== null) return <Told state="none" words={t('check.failed')} />
  if (facts.data !== undefined && !facts.data.complete.records) return <Told state="none" words={t('check.hidden')} />
  if (facts.data !== undefined && facts.data.run?.fresh !== true) return <Told state="none" words={t('check.stale')} />
  if (found.data === undefined || found.data === null) return <Told state="none" words={t('check.running')} />
  return <Outcome found={found.data} score={score} pay={facts.data?.complete.pay === true} />
}

const canCheck = ({ complete, run }: FactsShown) => complete.records && run?.fresh === true

/** The engine comes when it is needed: no page waits for it. */
async function work(shown: FactsShown, { program, calendar }: ProgramShown): Promise<Comparison> {
  const { compare, recompute } = await import('./recompute.ts')
  // The API sends these shapes of the engine as plain data.
  const [rules, days, facts, stored] = [program as unknown as Program, calendar as unknown as CalendarSpec, shown.facts as unknown as Facts, shown.stored as unknown as Stored]
  return compare(stored, recompute({ program: rules, calendar: days, facts, employee: shown.employee, period: shown.period.id, pay: shown.complete.pay }))
}

function Told({ state, words, note }: { readonly state: 'on' | 'off' | 'none'; readonly words: string; readonly note?: string | undefined }) {
  return (
    <span className={styles['mark']} role="status">
      <StateMark state={state} words={words} />
      {note}
    </span>
  )
}

function Outcome({ found: { figures, differences }, score, pay }: { readonly found: Comparison; readonly score: Score; readonly pay: boolean }) {
  const { t } = useTranslation('scores')
  if (figures === 0) return <Told state="none" words={t('check.none')} />
  if (differences.length === 0) return <Told state="on" words={t('check.agrees', { count: figures, figures })} note={pay ? undefined : t('check.noPay')} />
  return <Differences differences={differences} score={score} />
}

function Differences({ differences, score }: { readonly differences: readonly Difference[]; readonly score: Score }) {
  const { t } = useTranslation('scores')
  const said = ({ what, of }: Difference): string => {
    if (what === 'component' || what === 'derivation') return t(`check.${what}`, { component: of })
    return what.startsWith('line.') ? t(`check.${what}`, { line: score.lines.find(({ line }) => line === of)?.name ?? of }) : t(`check.${what}`)
  }
  const columns: readonly Column<Difference>[] = [
    { id: 'what', title: t('check.what'), cell: said, text: said },
    { id: 'stored', title: t('check.stored'), end: true, cell: (each) => each.stored ?? '–', text: (each) => each.stored },
    { id: 'recomputed', title: t('check.recomputed'), end: true, cell: (each) => each.recomputed ?? '–', text: (each) => each.recomputed },
  ]
  return (
    <div className={styles['differs']} role="alert">
      <StateMark state="off" words={t('check.differs', { count: differences.length })} />
      <p>{t('check.differs.note')}</p>
      <DataTable name="recompute" label={t('check.what')} columns={columns} rows={differences} rowKey={(each) => `${each.what} ${each.of}`} tools={false} />
    </div>
  )
}
