import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../../base/decimal.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Delta, Figure, Missing, PayAmount } from '../../../ui/Figures.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import styles from '../schemes.module.css'
import { difference, isMoved } from './compared.ts'
import type { PersonCompared } from './queries.ts'

interface PeopleComparedProps {
  readonly people: readonly PersonCompared[]
  readonly period: string
}

/** Each person before and after; the name leads to their score of the period. */
export function PeopleCompared({ people, period }: PeopleComparedProps) {
  const { t } = useTranslation('schemes')
  const [all, setAll] = useState(false)
  const moved = useMemo(() => people.filter(isMoved), [people])
  const rows = all ? people : moved
  const columns = useColumns(
    period,
    people.some((p) => p.before.pay !== null || p.after.pay !== null),
  )
  return (
    <div className={styles['stack']}>
      <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
        {t('trial.all', { moved: moved.length, count: people.length })}
      </Checkbox>
      <DataTable
        name="backtest-people"
        label={t('trial.people')}
        columns={columns}
        rows={rows}
        rowKey={(p) => p.id}
        empty={<EmptyState title={t('trial.nobodyMoves')}>{t('trial.nobodyMovesNote')}</EmptyState>}
      />
    </div>
  )
}

const byNumber = (a: string | null, b: string | null) => (a === null ? (b === null ? 0 : -1) : b === null ? 1 : dec(a).cmp(dec(b)))

function useColumns(period: string, pays: boolean): readonly Column<PersonCompared>[] {
  const { t } = useTranslation('schemes')
  return useMemo(() => {
    const score = (p: PersonCompared) => difference(p.before.score, p.after.score)
    const pay = (p: PersonCompared) => (p.before.open || p.after.open ? null : difference(p.before.pay ?? '0', p.after.pay ?? '0'))
    const figure = (side: 'before' | 'after'): Column<PersonCompared> => ({
      ...{ id: `score-${side}`, title: t(`trial.score.${side}`), end: true, text: (p: PersonCompared) => p[side].score },
      ...{ compare: (a: PersonCompared, b: PersonCompared) => byNumber(a[side].score, b[side].score) },
      cell: (p) => <Figure value={p[side].score} missing={t('trial.noScore')} aligned />,
    })
    const money: readonly Column<PersonCompared>[] = [
      {
        id: 'pay-before',
        title: t('trial.pay.before'),
        end: true,
        hidden: true,
        cell: (p) => <PayAmount value={p.before.pay} missing={t('trial.noPay')} />,
        text: (p) => p.before.pay,
      },
      { id: 'pay-after', title: t('trial.pay.after'), end: true, cell: (p) => <PayAmount value={p.after.pay} missing={t('trial.noPay')} />, text: (p) => p.after.pay },
      {
        ...{ id: 'pay-change', title: t('trial.pay.change'), end: true, text: pay, compare: (a: PersonCompared, b: PersonCompared) => byNumber(pay(a), pay(b)) },
        cell: (p) => <Delta value={pay(p)} as="amount" against={t('trial.now')} missing={t('trial.open')} />,
      },
    ]
    return [
      { id: 'name', title: t('person'), always: true, cell: (p) => <PersonLink person={p} period={period} />, text: (p) => p.name },
      figure('before'),
      figure('after'),
      {
        ...{ id: 'change', title: t('trial.change'), end: true, text: score, compare: (a: PersonCompared, b: PersonCompared) => byNumber(score(a), score(b)) },
        cell: (p) => <Delta value={score(p)} against={t('trial.now')} missing={t('trial.noScore')} />,
      },
      { id: 'grade', title: t('grade'), cell: (p) => <Grades person={p} />, text: (p) => `${p.before.grade ?? '–'} → ${p.after.grade ?? '–'}` },
      ...(pays ? money : []),
    ]
  }, [t, period, pays])
}

function PersonLink({ person, period }: { readonly person: PersonCompared; readonly period: string }) {
  return (
    <Link to="/scores/$employee" params={{ employee: person.id }} search={(before) => ({ ...before, period })}>
      {person.name}
    </Link>
  )
}

function Grades({ person: { before, after } }: { readonly person: PersonCompared }) {
  const { t } = useTranslation('schemes')
  if (before.grade === after.grade) return before.grade ?? <Missing reason={t('trial.noGrade')} />
  return (
    <strong>
      {before.grade ?? '–'} → {after.grade ?? '–'}
    </strong>
  )
}
