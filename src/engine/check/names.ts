import { IDENTIFIER_BYTES } from '../../base/limits.ts'
import { ROW_KEY } from '../documents/dataset.ts'
import type { DocumentPath, Reporter } from './report.ts'

/** What the table of a dataset's history adds to the dataset's name. */
const HISTORY_SUFFIX = '~history'

const BYTES_OF = { dataset: IDENTIFIER_BYTES - HISTORY_SUFFIX.length, field: IDENTIFIER_BYTES, measure: IDENTIFIER_BYTES, unit: IDENTIFIER_BYTES, table: IDENTIFIER_BYTES } as const

function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Characters nobody sees or can type again: control characters, halves of characters, line separators, spaces without width, marks that turn the direction of text. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** Whether an id can name a dataset, a column, a measure or a table of numbers. Anything else may stand in it: names are quoted everywhere. */
export function checkId(kind: keyof typeof BYTES_OF, id: string, path: DocumentPath, report: Reporter): boolean {
  const bytes = utf8Bytes(id)
  const limit = BYTES_OF[kind]
  const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id
  if (kind === 'field' && id === ROW_KEY) return true
  if (id in Object.prototype) report.error('name.reserved', path, { name: id })
  else if (id.startsWith('_') || id.trim() !== id || id === '' || /[~#]/.test(id) || id.search(HIDDEN) >= 0) report.error('name.bad', path, { name: shown.replaceAll(HIDDEN, '�') })
  else if (bytes > limit) report.error('name.too-long', path, { name: shown, bytes, limit })
  else return true
  return false
}
