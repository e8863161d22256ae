import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { useLang } from '../../text/lang.ts'
import { Delta, PayAmount } from '../../ui/Figures.tsx'
import { shownAmount, shownNumber } from '../../ui/numbers.ts'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { byNumber, byText } from '../../ui/table/rows.ts'
import styles from './incentives.module.css'

interface Side {
  readonly pay: string | null
  readonly open: boolean
}

interface Person {
  readonly id: string
  readonly name: string
  readonly role: string | null
  readonly before: Side
  readonly after: Side
}

interface Cost {
  readonly before: string
  readonly after: string
  readonly difference: string
  readonly percent: string | null
  readonly open: number
}

/** What the job answers, as far as this page shows it: src/server/plan/backtest-job.ts. */
interface Found {
  readonly cost: Cost | null
  readonly periods: readonly {
    readonly period: string
    readonly people: readonly Person[]
    readonly diagnostics: readonly { readonly code: string; readonly zh: { readonly say: string }; readonly en: { readonly say: string } }[]
  }[]
}

/** Who would have been paid what, before and after, and what it would have cost in all. */
export function TrialResult({ result }: { readonly result: unknown }) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const columns = usePeople()
  const { cost, periods } = result as Found
  const [period] = periods
  const people = useMemo(() => (period?.people ?? []).filter(({ before, after }) => before.pay !== null || after.pay !== null), [period])
  const moved = people.filter(({ before, after }) => before.pay !== after.pay).length
  const exact = (value: string) => shownAmount(value, lang, 2).exact
  const percent = cost?.percent == null ? '' : t('trial.percent', { percent: shownNumber(cost.percent, 1).short })
  return (
    <div className={styles['words']}>
      {cost === null ? (
        <p>{t('trial.noCost')}</p>
      ) : (
        <p>{`${t('trial.cost', { before: exact(cost.before), after: exact(cost.after), difference: exact(cost.difference) })}${percent}`}</p>
      )}
      {cost !== null && cost.open > 0 ? <p className={styles['quiet']}>{t('trial.open', { count: cost.open })}</p> : null}
      <p>{moved === 0 ? t('trial.same') : t('trial.moved', { count: moved, all: people.length })}</p>
      {(period?.diagnostics ?? []).map((d) => (
        <p key={d[lang].say} className={styles['quiet']}>
          {d[lang].say}
        </p>
      ))}
      {people.length === 0 ? null : <DataTable name="plan-trial" label={t('trial')} columns={columns} rows={people} rowKey={(p) => p.id} />}
    </div>
  )
}

const movedBy = ({ before, after }: Person): string => decimalText(dec(after.pay ?? '0').minus(before.pay ?? '0'))

function usePeople(): readonly Column<Person>[] {
  const { t } = useTranslation('incentives')
  return useMemo(
    () => [
      {
        ...{ id: 'name', title: t('trial.person'), always: true, text: (p: Person) => p.name, compare: byText<Person>((p) => p.name) },
        cell: (p) => (
          <Link to="/scores/$employee" params={{ employee: p.id }}>
            {p.name}
          </Link>
        ),
      },
      {
        id: 'before',
        title: t('trial.before'),
        end: true,
        cell: (p) => <PayAmount value={p.before.pay} missing={t('trial.none')} />,
        text: (p) => p.before.pay,
        compare: byNumber((p) => p.before.pay),
      },
      {
        id: 'after',
        title: t('trial.after'),
        end: true,
        cell: (p) => <PayAmount value={p.after.pay} missing={t('trial.none')} />,
        text: (p) => p.after.pay,
        compare: byNumber((p) => p.after.pay),
      },
      {
        id: 'change',
        title: t('trial.change'),
        end: true,
        cell: (p) => <Delta value={movedBy(p)} as="amount" against={t('trial.before')} />,
        text: movedBy,
        compare: byNumber(movedBy),
      },
    ],
    [t],
  )
}
