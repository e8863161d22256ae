import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Dropdown, Input, Select } from 'antd'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { download } from '../../ui/download.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { readFigure } from '../../ui/figure-text.ts'
import { countText, shownAmount } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useTypedParam } from '../../ui/typed-param.ts'
import { CellBar } from './CellBar.tsx'
import type { NameOf } from './EditList.tsx'
import type { Level } from './edits.ts'
import { type Edit, editKey } from './edits.ts'
import { HistoryDrawer } from './HistoryDrawer.tsx'
import { ImportDrawer } from './ImportDrawer.tsx'
import { type Column, type Matrix, type Person, targetFile, type Which } from './queries.ts'
import { SaveDrawer } from './SaveDrawer.tsx'
import { ORIGIN } from './selection.ts'
import { partColumns, type Totals, totalsOf, unitGaps, unitKey } from './sums.ts'
import { TalkDrawer } from './TalkDrawer.tsx'
import { TargetGrid } from './TargetGrid.tsx'
import styles from './targets.module.css'
import type { useSheet } from './use-sheet.ts'

interface MatrixViewProps {
  readonly matrix: Matrix
  readonly which: Which
  readonly level: Level
  readonly sheet: ReturnType<typeof useSheet>
  readonly filters: ReactNode
}

/** The matrix with what can be done to it. */
export function MatrixView({ matrix, which, level, sheet: [sheet, change], filters }: MatrixViewProps) {
  const { t } = useTranslation('targets')
  const { columns } = matrix
  const [selection, setSelection] = useState(ORIGIN)
  const [saving, setSaving] = useState(false)
  const [importing, setImporting] = useState(false)
  const { figuresOf, editOf } = useFigures(matrix, level, sheet.edits)
  const narrowed = useNarrowed(matrix.people)
  const [onlyGaps, setOnlyGaps] = useAddressParam('gaps')
  const parts = useMemo(() => partColumns(columns), [columns])
  const totals = useMemo(() => totalsOf(columns, narrowed.people, figuresOf), [columns, narrowed.people, figuresOf])
  // A part of a unit is not compared with what is asked of the whole.
  const whole = narrowed.people.length === matrix.people.length || narrowed.byUnit
  const teams = useMemo(() => unitGaps({ columns, teams: whole ? matrix.teams : [] }, totals), [columns, matrix.teams, whole, totals])
  const people = useMemo(() => (onlyGaps === undefined ? narrowed.people : narrowed.people.filter((p) => totals.gaps.has(p.id))), [narrowed.people, totals.gaps, onlyGaps])
  const actions = <Actions which={which} edits={sheet.edits.size} onSave={() => setSaving(true)} onImport={() => setImporting(true)} />
  const label = t('grid', { level: t(`level.${level}`) })
  return (
    <Page
      title={t('title')}
      sentence={<Sentence which={which} level={level} columns={columns} totals={totals} people={narrowed.people.length} />}
      actions={actions}
      filters={filters}
    >
      <div className={styles['body']}>
        <div className={styles['does']}>
          {narrowed.fields}
          <Checkbox checked={onlyGaps !== undefined} onChange={(event) => setOnlyGaps(event.target.checked ? '1' : undefined)}>
            {t('gaps', { count: totals.gaps.size })}
          </Checkbox>
        </div>
        {people.length === 0 || columns.length === 0 ? (
          <EmptyState title={t(matrix.people.length === 0 || columns.length === 0 ? 'nobody' : 'noneFound')}>{t('nobody.note')}</EmptyState>
        ) : (
          <>
            <CellBar {...{ columns, people, parts, figuresOf, editOf, selection, sheet, change, level }} />
            <TargetGrid {...{ label, columns, people, parts, totals, teams, level, sheet, change, figuresOf, editOf, selection }} onSelect={setSelection} />
            <Legend />
          </>
        )}
      </div>
      {saving ? <SaveDrawer sheet={sheet} change={change} nameOf={nameIn(matrix)} onClose={() => setSaving(false)} /> : null}
      {importing ? <ImportDrawer change={change} onClose={() => setImporting(false)} /> : null}
      <HistoryDrawer columns={columns} people={matrix.people} />
      <TalkDrawer people={matrix.people} />
    </Page>
  )
}

/** People and measures by name, as far as they are in sight. */
function nameIn({ people, columns }: Matrix): NameOf {
  const names = new Map(people.map((p) => [p.id, p.name]))
  const measures = new Map(columns.map((c) => [c.measure, c.name]))
  return ({ employee, measure }) => ({ employee: names.get(employee) ?? employee, measure: measures.get(measure) ?? measure })
}

/** Figures as they stand: what is typed laid over what is saved. */
function useFigures(matrix: Matrix, level: Level, edits: ReadonlyMap<string, Edit>) {
  const editOf = useCallback(
    (person: Person, { measure, period }: Column) => (edits.size === 0 ? undefined : edits.get(editKey({ employee: person.id, measure, period, level }))),
    [edits, level],
  )
  const edited = useMemo(() => new Set([...edits.values()].map((edit) => edit.employee)), [edits])
  const figuresOf = useCallback(
    (person: Person): readonly (string | null)[] => {
      if (!edited.has(person.id)) return person.values
      return person.values.map((value, at) => {
        const column = matrix.columns[at]
        const edit = column === undefined ? undefined : editOf(person, column)
        if (edit === undefined) return value
        const figure = readFigure(edit.to, edit.percent)
        return 'bad' in figure ? value : figure.value
      })
    },
    [matrix.columns, editOf, edited],
  )
  return { figuresOf, editOf }
}

/** People by name and unit; both stand in the address. */
function useNarrowed(all: readonly Person[]): { people: readonly Person[]; byUnit: boolean; fields: ReactNode } {
  const { t } = useTranslation('targets')
  const [q] = useAddressParam('q')
  const { text, type, finish } = useTypedParam('q')
  const [unit, setUnit] = useAddressParam('unit')
  const units = useMemo(() => [...new Map(all.map((p) => [unitKey(p), p.unitName ?? t('noUnit')])).entries()], [all, t])
  const people = useMemo(() => {
    const wanted = (q ?? '').trim().toLowerCase()
    return all.filter((p) => (unit === undefined || unitKey(p) === unit) && (wanted === '' || p.name.toLowerCase().includes(wanted) || p.id.toLowerCase().includes(wanted)))
  }, [all, q, unit])
  const fields = (
    <>
      <Input
        className={styles['find'] ?? ''}
        allowClear
        aria-label={t('find')}
        placeholder={t('find')}
        value={text ?? ''}
        onChange={(event) => type(event.target.value)}
        onBlur={() => finish()}
      />
      <Select
        className={styles['measure'] ?? ''}
        allowClear
        aria-label={t('unit')}
        placeholder={t('unit.all')}
        value={unit ?? null}
        onChange={(value: string | null | undefined) => setUnit(value ?? undefined)}
        options={units.map(([value, label]) => ({ value, label }))}
      />
    </>
  )
  return { people, byUnit: (q ?? '') === '', fields }
}

function Sentence({
  which,
  level,
  columns,
  totals,
  people,
}: {
  readonly which: Which
  readonly level: Level
  readonly columns: readonly Column[]
  readonly totals: Totals
  readonly people: number
}) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const lang = useLang()
  const gaps = totals.gaps.size === 0 ? '' : t('sentence.gaps', { count: totals.gaps.size })
  if ('period' in which) return <>{t('sentence.period', { period: periodName(which.period, frame), count: columns.length, people: countText(people) })}</>
  const [first] = columns
  const whole = totals.all[0] ?? null
  const named = { measure: first?.name ?? which.measure, year: which.year, level: t(`level.${level}`), people: countText(people) }
  if (whole !== null) return <>{t('sentence.year', { ...named, sum: shownAmount(whole, lang).short }) + gaps}</>
  return <>{t('sentence.none', named)}</>
}

function Actions({ which, edits, onSave, onImport }: { readonly which: Which; readonly edits: number; readonly onSave: () => void; readonly onImport: () => void }) {
  const { t } = useTranslation('targets')
  const { can } = useCurrentUser()
  const writes = can('target.write')
  const save = useExport(which)
  const why = writes ? undefined : t('readOnly')
  return (
    <>
      <Dropdown
        menu={{
          items: [
            { key: 'xlsx', label: t('export.xlsx'), onClick: () => save('xlsx') },
            { key: 'csv', label: t('export.csv'), onClick: () => save('csv') },
          ],
        }}
        trigger={['click']}
      >
        <Button>{t('export')}</Button>
      </Dropdown>
      <Button disabled={!writes} title={why} onClick={onImport}>
        {t('import')}
      </Button>
      <Button type="primary" disabled={!writes || edits === 0} title={why} onClick={onSave}>
        {edits === 0 ? t('save') : t('save.count', { count: edits })}
      </Button>
    </>
  )
}

/** The targets of a year or a period as a file. */
function useExport(which: Which): (format: 'csv' | 'xlsx') => void {
  const { t: ui } = useTranslation('ui')
  const { message } = App.useApp()
  const { mutate } = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => download(`targets-${'year' in which ? which.year : which.period}.${format}`, await targetFile(which, format)),
    onError: (error) => void message.error(problemOf(error).detail || ui('table.export.failed')),
  })
  return mutate
}

function Legend() {
  const { t } = useTranslation('targets')
  const { can } = useCurrentUser()
  return (
    <p className={styles['legend']}>
      <span>{t('legend.gap')}</span>
      <span>{t('legend.sum')}</span>
      {can('target.write') ? <span>{t('legend.keys')}</span> : <span>{t('readOnly')}</span>}
    </p>
  )
}
