import { useQuery } from '@tanstack/react-query'
import { Button, Input, Popover, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleFoundQuery } from '../../parts/people.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FormField } from '../../ui/FormField.tsx'
import styles from './data.module.css'
import { type Filter, filtersIn, inAddress, type Op, opsFor } from './filters.ts'
import type { DatasetDetail, Field } from './queries.ts'

/** What narrows the records: days, and conditions on fields; all of it stands in the address. */
export function RecordFilters({ dataset }: { readonly dataset: DatasetDetail }) {
  const { t } = useTranslation('data')
  const [text, setText] = useAddressParam('filters')
  const filters = filtersIn(text)
  const words = ({ field, op, value }: Filter) => `${dataset.fields.find((f) => f.field === field)?.name ?? field} ${t(`op.${op}`)} ${value}`.trim()
  return (
    <>
      {dataset.date === null ? null : (
        <>
          <DayField param="from" label={`${t('records.day')} ${t('records.from')}`} />
          <DayField param="until" label={`${t('records.day')} ${t('records.until')}`} />
        </>
      )}
      {dataset.hasOwner ? <OwnerTag /> : null}
      {filters.map((filter, at) => (
        <Tag key={words(filter)} className={styles['tag'] ?? ''}>
          {words(filter)}
          <Button type="text" size="small" aria-label={t('filter.remove', { filter: words(filter) })} onClick={() => setText(inAddress(filters.filter((_, i) => i !== at)))}>
            ×
          </Button>
        </Tag>
      ))}
      <AddFilter fields={dataset.fields} onAdd={(filter) => setText(inAddress([...filters, filter]))} />
    </>
  )
}

/** Whose records these are, where the address says so. */
function OwnerTag() {
  const { t } = useTranslation('data')
  const [owner, setOwner] = useAddressParam('owner')
  const { data } = useQuery({ ...peopleFoundQuery(owner ?? ''), enabled: owner !== undefined })
  if (owner === undefined) return null
  const person = t('filter.owner', { person: data?.items.find(({ id }) => id === owner)?.name ?? owner })
  return (
    <Tag className={styles['tag'] ?? ''}>
      {person}
      <Button type="text" size="small" aria-label={t('filter.remove', { filter: person })} onClick={() => setOwner(undefined)}>
        ×
      </Button>
    </Tag>
  )
}

function AddFilter({ fields, onAdd }: { readonly fields: readonly Field[]; readonly onAdd: (filter: Filter) => void }) {
  const { t } = useTranslation('data')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(fields[0]?.field ?? '')
  const [op, setOp] = useState<Op>('is')
  const [value, setValue] = useState('')
  const field = fields.find((f) => f.field === name)
  const ops = field === undefined ? [] : opsFor(field)
  const chosen = ops.includes(op) ? op : 'is'
  const add = () => {
    onAdd({ field: name, op: chosen, value: chosen === 'empty' ? '' : value })
    setValue('')
    setOpen(false)
  }
  // A value is of its field: what was typed for another one may not even show in the field that stands now.
  const choose = (next: string) => {
    setName(next)
    setValue('')
  }
  const content = (
    <form
      className={styles['filterForm']}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <FormField label={t('filter.field')}>
        {({ id }) => <Select id={id} value={name} onChange={choose} options={fields.map((f) => ({ value: f.field, label: f.name }))} showSearch={{ optionFilterProp: 'label' }} />}
      </FormField>
      <FormField label={t('filter.op')}>
        {({ id }) => <Select id={id} value={chosen} onChange={setOp} options={ops.map((each) => ({ value: each, label: t(`op.${each}`) }))} />}
      </FormField>
      {chosen === 'empty' ? null : <FormField label={t('filter.value')}>{({ id }) => <ValueInput id={id} field={field} value={value} onChange={setValue} />}</FormField>}
      <Button type="primary" htmlType="submit" disabled={chosen !== 'empty' && value === ''}>
        {t('filter.apply')}
      </Button>
    </form>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={content} open={open} onOpenChange={setOpen}>
      <Button>{t('filter.add')}</Button>
    </Popover>
  )
}

interface ValueInputProps {
  readonly id: string
  readonly field: Field | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A choice where there are few, a day where it is one, else text. */
export function ValueInput({ id, field, value, onChange }: ValueInputProps) {
  const { t } = useTranslation('data')
  const choices = field?.type === 'boolean' ? ['true', 'false'] : field?.choices
  if (choices != null) {
    const label = (choice: string) => (field?.type === 'boolean' ? t(choice === 'true' ? 'yes' : 'no') : choice)
    return <Select id={id} value={value === '' ? null : value} onChange={(next) => onChange(next ?? '')} options={choices.map((c) => ({ value: c, label: label(c) }))} allowClear />
  }
  return <Input id={id} type={field?.type === 'date' ? 'date' : 'text'} value={value} onChange={(event) => onChange(event.target.value)} />
}
