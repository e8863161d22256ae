import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MeasureValue, useMeasureText } from '../../parts/results/MeasureValue.tsx'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { Figure, PayAmount } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { RecordLink } from './CausesList.tsx'
import type { Change, Comparison, Mover } from './queries.ts'
import styles from './runs.module.css'

/** Everything that moved of one person, and the records behind each of it. */
export function MoverDrawer({ compared }: { readonly compared: Comparison }) {
  const { t } = useTranslation('runs')
  const find = (id: string) => compared.items.find((each) => each.id === id)
  return (
    <AddressDrawer param="who" title={t('mover')}>
      {(id) => {
        const person = find(id)
        return person === undefined ? <p>{t('mover.none')}</p> : <MoverShown person={person} records={compared.records} />
      }}
    </AddressDrawer>
  )
}

interface Row {
  readonly key: string
  readonly kind: 'result' | 'line' | 'component' | 'measure'
  readonly name: string
  readonly change: Change
  readonly money: boolean
  readonly note: string | null
  readonly records: readonly number[]
}

function MoverShown({ person, records }: { readonly person: Mover; readonly records: Comparison['records'] }) {
  const { t } = useTranslation('runs')
  const rows = useRows(person)
  const columns = useMemo((): readonly Column<Row>[] => {
    const value = (row: Row, text: string | null) => (row.money ? <PayAmount value={text} /> : <ValueOf row={row} text={text} />)
    return [
      {
        ...{ id: 'what', title: t('what'), always: true, text: (row: Row) => row.name },
        cell: (row) => (
          <>
            {row.name} {row.note === null ? null : <span className={styles['quiet']}>{row.note}</span>}
          </>
        ),
      },
      { id: 'before', title: t('before'), end: true, width: 110, cell: (row) => value(row, row.change.before), text: (row) => row.change.before },
      { id: 'after', title: t('after'), end: true, width: 110, cell: (row) => value(row, row.change.after), text: (row) => row.change.after },
    ]
  }, [t])
  const behind = [...new Set(person.causes.flatMap((cause) => cause.records))].toSorted((a, b) => a - b)
  return (
    <div className={styles['moves']}>
      <p>
        <Link to="/scores/$employee" params={{ employee: person.id }}>
          {t('mover.page', { name: person.name })}
        </Link>
      </p>
      <DataTable name="run-mover" label={t('mover')} columns={columns} rows={rows} rowKey={(row) => row.key} tools={false} />
      <h3>{t('mover.records')}</h3>
      {behind.length === 0 ? <p>{t('mover.noRecords')}</p> : null}
      <ul className={styles['list']}>
        {behind.map((at) => {
          const record = records[at]
          if (record === undefined) return null
          const moves = rows.filter((row) => row.records.includes(at)).map(({ name }) => name)
          return (
            <li key={at}>
              <RecordLink record={record} /> <span className={styles['quiet']}>{t('mover.moves', { list: [...new Set(moves)].join(t('and')) })}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ValueOf({ row, text }: { readonly row: Row; readonly text: string | null }) {
  if (row.kind === 'result' && text !== null && !/^-?\d/.test(text)) return <>{text}</>
  if (row.kind === 'measure') return <MeasureValue percent={row.change.percent} unit={row.change.unit} value={text} />
  return <Figure value={text} />
}

/** Results, lines, components and measures that moved, each a row. */
function useRows(person: Mover): readonly Row[] {
  const { t } = useTranslation('runs')
  const say = useMeasureText()
  return useMemo(() => {
    const behind = (kind: Mover['causes'][number]['kind'], what: string) => person.causes.find((cause) => cause.kind === kind && cause.what === what)?.records ?? []
    const result = (change: Change | null, name: string, money: boolean): Row[] =>
      change === null ? [] : [{ key: name, kind: 'result', name, change, money, note: null, records: [] }]
    return [
      ...result(person.score, t('score'), false),
      ...result(person.grade, t('grade'), false),
      ...result(person.pay, t('pay'), true),
      ...person.lines.map((line): Row => {
        const { target } = line
        const told = (text: string | null) => (text === null || target === null ? '–' : say(text, target))
        const note = target === null ? null : t('target.moved', { before: told(target.before), after: told(target.after) })
        return { key: `line ${line.what}`, kind: 'line', name: t('line.points', { name: line.name }), change: line, money: false, note, records: behind('line', line.what) }
      }),
      ...person.components.map(
        (change): Row => ({
          ...{ key: `component ${change.what}`, kind: 'component', name: change.name, change, money: true, note: null },
          records: behind('component', change.what),
        }),
      ),
      ...person.measures.map(
        (change): Row => ({
          ...{ key: `measure ${change.what}`, kind: 'measure', name: change.name, change, money: false, note: null },
          records: behind('measure', change.what),
        }),
      ),
    ]
  }, [person, t, say])
}
