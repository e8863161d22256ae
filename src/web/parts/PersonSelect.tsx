import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '../ui/FormField.tsx'
import { NoOptions } from '../ui/NoOptions.tsx'
import { peopleFoundQuery } from './people.ts'
import { useSettled } from './use-settled.ts'

export interface Chosen {
  readonly id: string
  readonly name: string
}

interface PersonSelectProps {
  readonly field: FieldProps
  readonly value: Chosen | null
  readonly onChange: (person: Chosen | null) => void
  /** Who cannot be chosen: the person it is about. */
  readonly except?: string | undefined
  readonly disabled?: boolean
}

/** Somebody, found by name or id among those one sees. */
export function PersonSelect({ field: { status, ...field }, value, onChange, except, disabled = false }: PersonSelectProps) {
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState('')
  const asked = useSettled(typed.trim())
  const query = useQuery({ ...peopleFoundQuery(asked), placeholderData: keepPreviousData })
  const { data, isFetching } = query
  const found = (data?.items ?? []).filter((person) => person.id !== except && person.id !== value?.id && person.state !== 'gone')
  const others: Option[] = found.map((person) => ({ value: person.id, name: person.name, label: [person.name, person.id, person.unitName].filter(Boolean).join(' · ') }))
  const chosen = value === null ? [] : [{ value: value.id, name: value.name, label: value.name }]
  const rest = (data?.total ?? 0) - (data?.items.length ?? 0)
  const more = rest > 0 ? [{ value: '', name: '', label: t('person.more', { count: rest }), disabled: true }] : []
  // Whoever types looks for somebody else: Enter takes the first that was found.
  const options = typed.trim() === '' ? [...chosen, ...others, ...more] : [...others, ...chosen, ...more]
  return (
    <Select<string | null, Option>
      {...field}
      {...(status === undefined ? {} : { status })}
      value={value?.id ?? null}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(_, option) => onChange(chosenIn(option))}
      loading={isFetching}
      notFoundContent={<NoOptions query={query} />}
      disabled={disabled}
      placeholder={t('person')}
      allowClear
    />
  )
}

interface Option {
  readonly value: string
  readonly name: string
  readonly label: string
  readonly disabled?: boolean
}

/** What antd hands back: the option itself, or nothing where the field was emptied. By the time it does, a new search may have replaced the list. */
function chosenIn(option: Option | readonly Option[] | undefined): Chosen | null {
  return option === undefined || !('value' in option) ? null : { id: option.value, name: option.name }
}
