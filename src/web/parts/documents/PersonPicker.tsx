import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'

const getPeople = (period: string, q: string, signal: AbortSignal) =>
  dataOf(api.GET('/scoreboard', { params: { query: { period, limit: 200, sort: 'name', ...(q === '' ? {} : { q }) } }, signal }))

const peopleQuery = (period: string, q: string) => queryOptions({ queryKey: ['people-of', period, q], queryFn: ({ signal }) => getPeople(period, q, signal) })

interface PersonPickerProps {
  readonly id?: string
  readonly label: string
  readonly period: string
  readonly value: string | undefined
  readonly onPick: (person: string) => void
}

/** Somebody whose results one may see in a period, found by name. */
export function PersonPicker({ id, label, period, value, onPick }: PersonPickerProps) {
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery({ ...peopleQuery(period, q), placeholderData: keepPreviousData })
  const options = data?.items.map((p) => ({ value: p.id, label: p.name })) ?? []
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      style={{ minWidth: 160 }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={label}
      value={value ?? null}
      loading={isFetching}
      options={options}
      onChange={(next: string | null) => (next === null ? undefined : onPick(next))}
    />
  )
}

/** Whom to begin with: oneself where one has results, else the first by name. */
export function useFirstPerson(period: string | undefined, self: string | null): string | undefined {
  const { data } = useQuery({ ...peopleQuery(period ?? '', ''), enabled: period !== undefined })
  return data?.items.find((p) => p.id === self)?.id ?? data?.items[0]?.id
}
