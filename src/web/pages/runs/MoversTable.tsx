import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { Delta, Figure, Missing, PayAmount } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { byNumber, byText } from '../../ui/table/rows.ts'
import type { Change, Comparison, Mover } from './queries.ts'
import styles from './runs.module.css'

/** How much a figure moved; null where it did not, or where one side is empty. */
const moveOf = (change: Change | null): string | null =>
  change === null || change.before === null || change.after === null ? null : decimalText(dec(change.after).minus(change.before))

/** Everybody with a figure that differs, the largest moves first. */
export function MoversTable({ compared }: { readonly compared: Comparison }) {
  const { t } = useTranslation('runs')
  const columns = useColumns(compared)
  return (
    <>
      <DataTable name="run-movers" label={t('movers')} columns={columns} rows={compared.items} rowKey={({ id }) => id} empty={<p>{t('movers.none')}</p>} />
      {compared.total > compared.items.length ? <p className={styles['quiet']}>{t('movers.first', { count: compared.total, shown: compared.items.length })}</p> : null}
    </>
  )
}

function useColumns({ items }: Comparison): readonly Column<Mover>[] {
  const { t } = useTranslation('runs')
  const showsPay = items.some(({ pay }) => pay !== null)
  return useMemo(() => {
    const score = (p: Mover) => moveOf(p.score)
    const pay = (p: Mover) => moveOf(p.pay)
    const moved = (title: string, id: 'score' | 'pay', of: (p: Mover) => string | null): Column<Mover> => ({
      ...{ id, title, end: true, text: (p) => of(p), compare: byNumber(of) },
      cell: (p) => <Moved change={p[id]} by={of(p)} money={id === 'pay'} />,
    })
    return [
      {
        ...{ id: 'name', title: t('person'), always: true, text: (p: Mover) => p.name, compare: byText((p: Mover) => p.name) },
        cell: (p) => (
          <Link to="/scores/$employee" params={{ employee: p.id }}>
            {p.name}
          </Link>
        ),
      },
      moved(t('score'), 'score', score),
      {
        id: 'grade',
        title: t('grade'),
        cell: (p) => (p.grade === null ? t('unchanged') : `${p.grade.before ?? '–'} → ${p.grade.after ?? '–'}`),
        text: (p) => p.grade?.after ?? null,
      },
      ...(showsPay ? [moved(t('pay'), 'pay', pay)] : []),
      {
        ...{ id: 'why', title: t('why'), text: (p: Mover) => p.lines.map(({ name }) => name).join(' ') },
        cell: (p) => <Why person={p} />,
      },
    ]
  }, [t, showsPay])
}

function Moved({ change, by, money }: { readonly change: Change | null; readonly by: string | null; readonly money: boolean }) {
  const { t } = useTranslation('runs')
  if (change === null) return <span className={styles['quiet']}>{t('unchanged')}</span>
  const after = change.after === null ? <Missing reason={t('gone')} /> : money ? <PayAmount value={change.after} /> : <Figure value={change.after} />
  return (
    <>
      {after} <Delta value={by} as={money ? 'amount' : 'number'} good="up" missing={t(change.before === null ? 'came' : 'gone')} />
    </>
  )
}

/** The lines that moved, and how many changed records stand behind the person; the drawer has it all. */
function Why({ person }: { readonly person: Mover }) {
  const { t } = useTranslation('runs')
  const records = new Set(person.causes.flatMap((cause) => cause.records)).size
  const parts = [
    person.lines
      .slice(0, 2)
      .map(({ name }) => name)
      .join(t('and')),
    person.lines.some(({ target }) => target !== null) ? t('why.target') : '',
    records === 0 ? '' : t('why.records', { count: records }),
  ].filter((part) => part !== '')
  return (
    <Link to="." search={(before) => ({ ...before, who: person.id })}>
      {parts.length === 0 ? t('why.all') : parts.join(' · ')}
    </Link>
  )
}
