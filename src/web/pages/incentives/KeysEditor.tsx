import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { useName } from '../../parts/documents/use-name.ts'
import { type Key, keysOf, withKeys } from '../../parts/plans/table-rows.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './incentives.module.css'
import type { TableEditorProps } from './table-editor.ts'
import { useUnits } from './units.ts'

/** What a lookup is asked: each key by its name, told in texts or in bounds of a unit. */
export function KeysEditor({ draft, path, body, onBody }: Omit<TableEditorProps, 'label'>) {
  const { t } = useTranslation('incentives')
  const units = useUnits()
  const keys = keysOf(body)
  const names = keys.map(({ key }) => key)
  const change = (at: number, more: Partial<Key>) => onBody(withKeys(body, keys.map((key, i) => (i === at ? { ...key, ...more } : key)))) // biome-ignore format: a line
  const ranges = [{ value: '', label: t('edit.byText') }, ...units.map(({ value, label }) => ({ value, label: t('edit.byRange', { unit: label }) }))]
  const bounds = (['begins', 'ends'] as const).map((value) => ({ value, label: t(`bound.${value}`) }))
  const add = () => {
    const key = Array.from({ length: names.length + 1 }, (_, i) => t('edit.keyNew', { at: names.length + i + 1 })).find((each) => !names.includes(each)) ?? ''
    onBody(withKeys(body, [...keys, { key, range: '', boundary: '' }]))
  }
  return (
    <fieldset className={styles['keys']}>
      <legend>{t('edit.keys')}</legend>
      {keys.map((key, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key has no name but its place while it is renamed.
        <div key={i} className={styles['key']} data-path={[...path, 'by', i].join('.')}>
          <KeyName label={t('edit.key', { at: i + 1 })} value={key.key} taken={names} onChange={(next) => change(i, { key: next })} />
          <Select
            aria-label={t('edit.range', { key: key.key })}
            value={key.range}
            options={ranges}
            onChange={(range: string) => change(i, { range })}
            popupMatchSelectWidth={false}
          />
          {key.range === '' ? null : (
            <Select
              aria-label={t('edit.boundaryOf', { key: key.key })}
              value={key.boundary === '' ? 'begins' : key.boundary}
              options={bounds}
              onChange={(boundary: string) => change(i, { boundary })}
              popupMatchSelectWidth={false}
            />
          )}
          <Button
            type="text"
            icon={<Icon name="close" size={14} />}
            aria-label={t('edit.keyRemove', { key: key.key })}
            disabled={keys.length === 1}
            onClick={() =>
              onBody(
                withKeys(
                  body,
                  keys.filter((_, at) => at !== i),
                ),
              )
            }
          />
          <Trouble said={mistakeAt(draft, ...path, 'by', i)} />
        </div>
      ))}
      <div>
        <Button size="small" disabled={keys.length >= 8} onClick={add}>
          {t('edit.keyAdd')}
        </Button>
      </div>
    </fieldset>
  )
}

interface KeyNameProps {
  readonly label: string
  readonly value: string
  readonly taken: readonly string[]
  readonly onChange: (next: string) => void
}

/** Cells of the rows go by the name of their key, so it is taken when the field is left: on the way it may be empty, or that of another key. */
function KeyName({ label, ...name }: KeyNameProps) {
  const said = useId()
  const { refused, input } = useName(name)
  return (
    <>
      <Input {...input} aria-label={label} {...(refused === undefined ? {} : { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': said })} />
      <Trouble id={said} said={refused} />
    </>
  )
}

function Trouble({ id, said }: { readonly id?: string; readonly said: string | undefined }) {
  return said === undefined ? null : (
    <p id={id} role="alert" className={styles['trouble']}>
      {said}
    </p>
  )
}
