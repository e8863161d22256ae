import { expect } from 'vitest'
import { type Diagnostic, describe as say } from '../../base/diagnostic.ts'
import type { Store, Tx } from '../../store/types.ts'
import type { OrgRow, PersonField, RateField, UnitField } from './rows.ts'
import { orgTexts } from './texts.ts'

class RollBack extends Error {}

/** Do something in a transaction that leaves nothing behind. */
export async function tried(store: Store, part: (tx: Tx) => Promise<void>): Promise<void> {
  const end = store.tx(async (tx) => {
    await part(tx)
    throw new RollBack()
  })
  await end.catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error
  })
}

/** Rows of a file from line 2 on, as a reader of CSV would hand them over: every column stated. */
export function rows<Field extends string>(file: string, columns: string, ...lines: string[]): OrgRow<Field>[] {
  // The columns are written in the test.
  const fields = columns.split(',') as Field[]
  return lines.map((line, i) => {
    const cells = line.split(',')
    return { fields: Object.fromEntries(fields.map((field, k) => [field, cells[k] ?? ''])) as Partial<Record<Field, string>>, file, line: i + 2 } // Made from exactly the columns.
  })
}

export const people = (columns: string, ...lines: string[]) => rows<PersonField>('people.csv', columns, ...lines)
export const units = (columns: string, ...lines: string[]) => rows<UnitField>('units.csv', columns, ...lines)
export const rates = (...lines: string[]) => rows<RateField>('rates.csv', 'currency,date,rate', ...lines)

/** `code@line` of each; no sentence may have a gap or an inner value in either language. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  for (const diagnostic of diagnostics) {
    for (const lang of ['zh', 'en'] as const) {
      const { say: sentence, cure } = say(diagnostic, lang, orgTexts)
      expect(`${sentence} ${cure}`).not.toMatch(/\{\w+\}|undefined|infinity/)
      expect(cure).not.toBe('')
    }
  }
  return diagnostics.map((d) => `${d.code}@${d.place.line}`)
}
