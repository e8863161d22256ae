import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { EditGrid, type GridColumn } from '../../parts/grid/EditGrid.tsx'
import { type Path, textAt, withAt } from '../../parts/plans/body-edit.ts'
import { keysOf, lookupRows, pointRows, tierRows, tiersPay, withLookupRows, withPoints, withTiers } from '../../parts/plans/table-rows.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './incentives.module.css'
import { KeysEditor } from './KeysEditor.tsx'
import type { TableEditorProps } from './table-editor.ts'
import { useUnits } from './units.ts'

/** The rows of a rate table, edited like a sheet, with what they mean above them. */
export function TableEditor(props: TableEditorProps) {
  switch (props.body['kind']) {
    case 'curve':
      return <CurveEditor {...props} />
    case 'lookup':
      return <LookupEditor {...props} />
    default:
      return <TiersEditor {...props} />
  }
}

/** What the check says of a row, or of one cell of it, below a key of the table. */
function useMistakes({ draft, path }: Pick<TableEditorProps, 'draft' | 'path'>, key: string, cells: Readonly<Record<string, Path>> = {}) {
  return {
    mistake: (row: number, column?: string) => mistakeAt(draft, ...path, key, row, ...(column === undefined ? [] : (cells[column] ?? [column]))),
    path: (row: number) => [...path, key, row].join('.'),
  }
}

function TiersEditor(props: TableEditorProps) {
  const { t } = useTranslation('incentives')
  const { body, onBody, label } = props
  const pay = tiersPay(body)
  const rows = tierRows(body)
  const open = rows[0]?.['from'] === 'any'
  const columns: readonly GridColumn[] = [
    { id: 'from', title: t('grid.from'), placeholder: (row) => (row === 0 ? '0' : (rows[row - 1]?.['to'] ?? '')) },
    { id: 'to', title: t('grid.to'), placeholder: (row) => (row === rows.length - 1 ? t('grid.open') : (rows[row + 1]?.['from'] ?? '')) },
    { id: 'pay', title: t(`grid.${pay}`) },
  ]
  const shown = open ? rows.map((row, i) => (i === 0 ? { ...row, from: t('grid.below') } : row)) : rows
  const onRows = (next: typeof rows | readonly (typeof rows)[number][]) => onBody(withTiers(body, next.map((row) => (row['from'] === t('grid.below') ? { ...row, from: 'any' } : row)))) // biome-ignore format: a line
  return (
    <div className={styles['editor']}>
      <div className={styles['fields']}>
        <Choice {...props} name="mode" choices={['marginal', 'whole', 'interpolated']} words={(mode) => t(`mode.${mode}`)} label={t('edit.mode')} />
        <FormField label={t('edit.pays')}>
          {(field) => (
            <Select
              {...field}
              value={pay}
              options={(['rate', 'amount'] as const).map((value) => ({ value, label: t(`grid.${value}`) }))}
              onChange={(next: 'rate' | 'amount') => onBody(withTiers(next === 'amount' && body['pays'] === undefined ? withAt(body, ['pays'], 'money') : body, rows, next))}
            />
          )}
        </FormField>
        <Choice {...props} name="boundary" choices={['begins', 'ends']} words={(boundary) => t(`boundary.${boundary}`)} label={t('edit.boundary')} none={t('edit.boundaryNone')} />
        <UnitChoice {...props} name="of" label={t('edit.of')} />
        <UnitChoice {...props} name="pays" label={t('edit.unitOfPay')} none={t('edit.unitNone')} />
      </div>
      <EditGrid label={label} columns={columns} rows={shown} onRows={onRows} {...useMistakes(props, 'tiers', { pay: [pay] })} />
      <Checkbox
        checked={open}
        onChange={(event) =>
          onBody(
            withTiers(
              body,
              rows.map((row, i) => (i === 0 ? { ...row, from: event.target.checked ? 'any' : '' } : row)),
            ),
          )
        }
      >
        {t('edit.below')}
      </Checkbox>
    </div>
  )
}

function CurveEditor(props: TableEditorProps) {
  const { t } = useTranslation('incentives')
  const { body, onBody, label } = props
  const columns: readonly GridColumn[] = [
    { id: 'at', title: t('grid.at') },
    { id: 'value', title: t('grid.value') },
  ]
  return (
    <div className={styles['editor']}>
      <div className={styles['fields']}>
        <UnitChoice {...props} name="of" label={t('edit.of')} />
        <UnitChoice {...props} name="pays" label={t('edit.unitOfPay')} />
      </div>
      <EditGrid label={label} columns={columns} rows={pointRows(body)} onRows={(rows) => onBody(withPoints(body, rows))} {...useMistakes(props, 'points')} />
      <Checkbox checked={body['rises'] === false} onChange={(event) => onBody(withAt(body, ['rises'], event.target.checked ? false : undefined))}>
        {t('edit.falls')}
      </Checkbox>
    </div>
  )
}

function LookupEditor(props: TableEditorProps) {
  const { t } = useTranslation('incentives')
  const { body, onBody, label } = props
  const keys = keysOf(body)
  const columns = keys.flatMap(({ key, range }, i): GridColumn[] => {
    const any = () => t('grid.any')
    if (range === '') return [{ id: `c${i}`, title: key, placeholder: any, words: true }]
    return [
      { id: `c${i}.from`, title: t('edit.from', { key }), placeholder: any },
      { id: `c${i}.to`, title: t('edit.to', { key }), placeholder: any },
    ]
  })
  const cells = Object.fromEntries(keys.flatMap(({ key }, i) => [[`c${i}`, ['when', key]], [`c${i}.from`, ['when', key, 'from']], [`c${i}.to`, ['when', key, 'to']]])) // biome-ignore format: a line
  const mistakes = useMistakes(props, 'rows', cells)
  const otherwise = mistakeAt(props.draft, ...props.path, 'otherwise')
  return (
    <div className={styles['editor']}>
      <KeysEditor {...props} />
      <EditGrid
        label={label}
        columns={[...columns, { id: 'value', title: t('grid.value') }]}
        rows={lookupRows(body)}
        onRows={(rows) => onBody(withLookupRows(body, rows))}
        {...mistakes}
      />
      <p className={styles['quiet']}>{t('grid.firstFits')}</p>
      <div className={styles['fields']}>
        <UnitChoice {...props} name="pays" label={t('edit.unitOfPay')} />
        <FormField label={t('grid.otherwise')} help={t('grid.otherwiseNone')} error={otherwise}>
          {(field) => (
            <input
              {...plain(field)}
              className={styles['input']}
              value={textAt(body, 'otherwise')}
              onChange={(event) => onBody(withAt(body, ['otherwise'], event.target.value.trim() || undefined))}
            />
          )}
        </FormField>
      </div>
    </div>
  )
}

/** Our own inputs know no status. */
function plain({ status: _, ...field }: { readonly id: string; readonly status?: 'error' }): { readonly id: string } {
  return field
}

interface ChoiceProps<Value extends string> extends TableEditorProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly Value[]
  readonly words: (value: Value) => string
  /** Said where nothing is chosen; makes that possible. */
  readonly none?: string
}

function Choice<Value extends string>({ draft, path, body, onBody, name, label, choices, words, none }: ChoiceProps<Value>) {
  return (
    <FormField label={label} error={mistakeAt(draft, ...path, name)}>
      {(field) => (
        <div data-path={[...path, name].join('.')}>
          <Select
            {...field}
            value={textAt(body, name) === '' ? (none === undefined ? null : '') : textAt(body, name)}
            options={[...(none === undefined ? [] : [{ value: '', label: none }]), ...choices.map((value) => ({ value: String(value), label: words(value) }))]}
            onChange={(next: string | null) => onBody(withAt(body, [name], next === null || next === '' ? undefined : next))}
            popupMatchSelectWidth={false}
            style={{ width: '100%' }}
          />
        </div>
      )}
    </FormField>
  )
}

function UnitChoice(props: TableEditorProps & { readonly name: string; readonly label: string; readonly none?: string }) {
  const units = useUnits()
  const now = textAt(props.body, props.name)
  const known = units.map(({ value }) => value)
  return <Choice {...props} choices={now === '' || known.includes(now) ? known : [...known, now]} words={(value) => units.find((unit) => unit.value === value)?.label ?? value} />
}
