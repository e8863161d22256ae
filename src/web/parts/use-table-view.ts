import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Sort, TableView } from '../ui/table/column.ts'

const FILTER = 'f.'

/** Search, order and filters of a page's table in its address: `?q=张&sort=-score&f.unit=east`. One table a page. */
export function useTableView(): { readonly view: TableView; readonly onView: (view: TableView) => void } {
  // Any route may carry any parameter: they are all texts (app/search-params.ts).
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => viewIn(search), [search])
  const onView = useCallback(
    (next: TableView) => {
      void navigate({ to: '.', search: (before: Readonly<Record<string, unknown>>) => ({ ...without(before), ...inAddress(next) }), replace: true })
    },
    [navigate],
  )
  return { view, onView }
}

export function viewIn(search: Readonly<Record<string, unknown>>): TableView {
  const texts = Object.entries(search).filter((each): each is [string, string] => typeof each[1] === 'string')
  const filters = Object.fromEntries(texts.filter(([name]) => name.startsWith(FILTER)).map(([name, value]) => [name.slice(FILTER.length), value]))
  const q = texts.find(([name]) => name === 'q')?.[1] ?? ''
  return { q, sort: sortIn(texts.find(([name]) => name === 'sort')?.[1] ?? ''), filters }
}

function sortIn(text: string): Sort | null {
  const column = text.replace(/^-/, '')
  return column === '' ? null : { column, down: text.startsWith('-') }
}

export function inAddress({ q, sort, filters }: TableView): Readonly<Record<string, string>> {
  return {
    ...(q === '' ? {} : { q }),
    ...(sort === null ? {} : { sort: `${sort.down ? '-' : ''}${sort.column}` }),
    ...Object.fromEntries(Object.entries(filters).map(([column, value]) => [FILTER + column, value])),
  }
}

function without(search: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'q' && name !== 'sort' && !name.startsWith(FILTER)))
}
