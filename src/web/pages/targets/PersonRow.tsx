import { memo, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { readFigure, shownFigure } from '../../ui/figure-text.ts'
import { CellInput } from './CellInput.tsx'
import { type Commit, cellId, type GridProps, type Writing } from './grid.ts'
import type { Column, Person } from './queries.ts'
import { type At, holds, type Range } from './selection.ts'
import { partsSum } from './sums.ts'
import styles from './targets.module.css'
import type { Pointing } from './use-pointing.ts'

interface PersonRowProps extends GridProps {
  readonly person: Person
  readonly row: number
  readonly index: number
  /** What is selected, where the row has a part in it. */
  readonly range: Range | null
  /** The chosen column, where the chosen cell is in this row. */
  readonly head: number | null
  readonly writing: Writing | null
  readonly pointing: Pointing
  readonly onWrite: (writing: Writing | null) => void
  readonly onCommit: Commit
}

/** A person with their figures. */
function Row(props: PersonRowProps) {
  const { person, row, index, columns, figuresOf } = props
  const figures = figuresOf(person)
  return (
    <tr aria-rowindex={index}>
      <th scope="row" className={styles['name']} title={[person.name, person.position, person.unitName].filter((each) => each !== null).join(' · ')}>
        {person.name}
        <span className={styles['id']}>{person.id}</span>
      </th>
      {columns.map((column, at) => (
        <Cell key={`${column.measure} ${column.period}`} {...props} column={column} at={{ row, column: at }} figures={figures} />
      ))}
    </tr>
  )
}

/** A row is drawn again when something of it changes, not with every move elsewhere. */
export const PersonRow = memo(Row, (a, b) => {
  const same = (['person', 'row', 'index', 'columns', 'sheet', 'level', 'parts', 'head', 'writing', 'selection'] as const).every(
    (name) => (name === 'selection' && a.range === null && b.range === null) || a[name] === b[name],
  )
  return same && (a.range === null) === (b.range === null)
})

interface CellProps extends PersonRowProps {
  readonly column: Column
  readonly at: At
  readonly figures: readonly (string | null)[]
}

function Cell(props: CellProps) {
  const { person, column, at, range, head, writing, editOf, pointing, onWrite } = props
  const edit = editOf(person, column)
  const bad = edit !== undefined && 'bad' in readFigure(edit.to, column.percent)
  const isHead = head === at.column
  const now = isHead && writing !== null
  const note = useNote(props, bad)
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || now) return
    // A second touch of the chosen cell writes it: a phone has no double click.
    if (event.pointerType === 'touch' && isHead && person.writable) onWrite({ at, begun: null })
    else pointing.press(event, at)
  }
  const looks = [
    styles['cell'],
    column.kind === 'year' || column.kind === 'quarter' || column.kind === 'half' ? styles['whole'] : undefined,
    range !== null && holds(range, at) ? styles['selected'] : undefined,
    isHead ? styles['head'] : undefined,
    edit === undefined ? undefined : styles['edited'],
    bad ? styles['bad'] : undefined,
    person.writable ? undefined : styles['fixed'],
  ]
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a table that is a grid is a gridcell, which is selected and read-only.
    <td
      id={cellId(at)}
      className={looks.filter((look) => look !== undefined).join(' ')}
      aria-colindex={at.column + 2}
      aria-selected={range !== null && holds(range, at)}
      aria-readonly={person.writable ? undefined : true}
      aria-invalid={bad ? true : undefined}
      title={note === '' ? undefined : note}
      onPointerDown={press}
      onPointerEnter={(event) => pointing.draw(event, at)}
      onDoubleClick={() => (person.writable ? onWrite({ at, begun: null }) : undefined)}
    >
      {now ? <CellInput writing={writing} text={edit?.to ?? person.values[at.column] ?? ''} onCommit={props.onCommit} /> : <Shown {...props} bad={bad} note={note} />}
    </td>
  )
}

function Shown({ column, at, figures, editOf, person, parts, bad, note }: CellProps & { readonly bad: boolean; readonly note: string }) {
  const edit = editOf(person, column)
  if (bad) return <>{edit?.to}</>
  const value = figures[at.column] ?? null
  const sum = partsSum(figures, at.column, parts)
  const said = note === '' ? null : <span className="visually-hidden">{note}</span>
  if (value !== null) {
    return (
      <>
        {sum?.gap == null ? null : <span className={styles['mark']} aria-hidden="true" />}
        {shownFigure(value, column.percent)}
        {said}
      </>
    )
  }
  if (sum === null) return said
  return (
    <>
      <span className={styles['sum']}>Σ {shownFigure(sum.sum, column.percent)}</span>
      {said}
    </>
  )
}

/** What there is to say about a cell: under the pointer, and for screen readers. */
function useNote({ column, at, figures, parts, person, editOf }: CellProps, bad: boolean): string {
  const { t } = useTranslation('targets')
  const edit = editOf(person, column)
  const sum = partsSum(figures, at.column, parts)
  const told: string[] = []
  if (bad) told.push(t(column.percent ? 'bad.percent' : 'bad.number'))
  else if (edit !== undefined) told.push(t('edited', { from: edit.from === null ? t('none') : shownFigure(edit.from, column.percent) }))
  if (sum !== null && sum.gap !== null) told.push(t('gap', { parts: t(`parts.${sum.kind}`), sum: shownFigure(sum.sum, column.percent), gap: shownFigure(sum.gap, column.percent) }))
  if (sum !== null && figures[at.column] == null) told.push(t(sum.finer ? 'sumFiner' : 'sumOnly', { parts: t(`parts.${sum.kind}`), given: sum.given, count: sum.parts }))
  return told.join(' ')
}
