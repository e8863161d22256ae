import { useState } from 'react'
import { remember, remembered } from '../remembered.ts'
import type { Column, TableLook } from './column.ts'

/** How the table of a name is drawn, as this browser remembers it. */
export function useLook<Row>(name: string, columns: readonly Column<Row>[]): readonly [TableLook, (look: TableLook) => void] {
  const key = `table.${name}`
  const [look, setLook] = useState<TableLook>(() => lookFrom(remembered(key)) ?? { dense: false, hidden: columns.filter((column) => column.hidden === true).map(({ id }) => id) })
  return [
    look,
    (next) => {
      remember(key, JSON.stringify(next))
      setLook(next)
    },
  ]
}

function lookFrom(text: string | null): TableLook | null {
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('hidden' in read) || !Array.isArray(read.hidden)) return null
    return { dense: 'dense' in read && read.dense === true, hidden: read.hidden.filter((id) => typeof id === 'string') }
  } catch {
    return null
  }
}
