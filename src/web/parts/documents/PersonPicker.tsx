import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { NoOptions } from '../../ui/NoOptions.tsx'
import { useSettled } from '../use-settled.ts'

/** People offered at once; whoever is not among them is found by typing. */
const OFFERED = 50

/** People looked through for one id: others may have it as a part of theirs. */
const ALIKE = 200

const getPeople = (period: string, { q, limit }: { readonly q: string; readonly limit: number }, signal: AbortSignal) =>
  dataOf(api.GET('/scoreboard', { params: { query: { period, limit, sort: 'name', ...(q === '' ? {} : { q }) } }, signal }))

/** People with results that one may see in a period, found by part of a name or an id. */
export const scoredQuery = (period: string, q: string) =>
  queryOptions({ queryKey: ['scored', period, q], queryFn: ({ signal }) => getPeople(period, { q, limit: OFFERED }, signal) })

/** One of them by the id, null where they are not among them. */
const oneScoredQuery = (period: string, id: string) =>
  queryOptions({
    queryKey: ['scored', period, 'one', id],
    queryFn: async ({ signal }) => (await getPeople(period, { q: id, limit: ALIKE }, signal)).items.find((p) => p.id === id) ?? null,
  })

/** Somebody with results in a period; null: not among those one sees, undefined: not known yet. */
export function useScored(period: string | undefined, id: string | null | undefined) {
  const { data } = useQuery({ ...oneScoredQuery(period ?? '', id ?? ''), enabled: period !== undefined && id != null })
  return id == null ? null : data
}

interface PersonPickerProps {
  readonly id?: string
  readonly label: string
  readonly period: string
  readonly value: string | undefined
  readonly onPick: (person: string) => void
  readonly className?: string | undefined
}

const labelOf = ({ id, name, unitName }: { readonly id: string; readonly name: string; readonly unitName: string | null }) => [name, id, unitName].filter(Boolean).join(' · ')

/** Somebody whose results one may see in a period: everybody is found by name or id, however many there are. */
export function PersonPicker({ id, label, period, value, onPick, className }: PersonPickerProps) {
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState('')
  const query = useQuery({ ...scoredQuery(period, useSettled(typed.trim())), placeholderData: keepPreviousData })
  const { data, isFetching } = query
  const own = useScored(period, value)
  const found = data?.items ?? []
  const people = own == null || found.some((p) => p.id === own.id) ? found : typed.trim() === '' ? [own, ...found] : found
  const rest = (data?.total ?? 0) - found.length
  const options = [
    ...people.map((p) => ({ value: p.id, label: labelOf(p), name: p.name, disabled: false })),
    ...(rest > 0 ? [{ value: '', label: t('person.more', { count: rest }), name: '', disabled: true }] : []),
  ]
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className={className ?? ''}
      aria-label={label}
      style={{ minWidth: 160, maxWidth: '100%' }}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={label}
      value={value ?? null}
      labelRender={({ value: chosen, label: shown }) => (own?.id === chosen ? own?.name : (shown ?? chosen))}
      loading={isFetching}
      notFoundContent={<NoOptions query={query} />}
      options={options}
      onChange={(next: string | null) => (next === null ? undefined : onPick(next))}
    />
  )
}

interface FirstPerson {
  /** Undefined while it is not known, and where nobody has results. */
  readonly first: string | undefined
  /** Everybody was asked for, and there is nobody. */
  readonly nobody: boolean
  readonly error: unknown
  refetch(): void
}

/** Whom to begin with: oneself where one has results, else the first by name. */
export function useFirstPerson(period: string | undefined, self: string | null): FirstPerson {
  const everybody = useQuery({ ...scoredQuery(period ?? '', ''), enabled: period !== undefined })
  const mine = useQuery({ ...oneScoredQuery(period ?? '', self ?? ''), enabled: period !== undefined && self !== null })
  const own = self === null ? null : mine.data
  const refetch = () => {
    for (const each of [everybody, mine]) if (each.isError) void each.refetch()
  }
  return {
    first: own === undefined ? undefined : (own?.id ?? everybody.data?.items[0]?.id),
    nobody: everybody.data?.items.length === 0,
    error: everybody.error ?? mine.error,
    refetch,
  }
}
