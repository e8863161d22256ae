import type { z } from 'zod'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { CompanyDocument, TableDocument } from '../../engine/index.ts'
import type { TableShown } from './shapes.ts'
import type { PlanTable } from './shown-plan.ts'
import { writtenUnitWords } from './unit-words.ts'

/** A table with its units in words. */
export function tableShown({ document, own }: PlanTable, company: CompanyDocument, lang: Lang): z.input<typeof TableShown> {
  const written = unitsIn(document)
  return {
    table: document.table,
    name: nameIn(document.name, lang, document.table),
    description: nameIn(document.description, lang, ''),
    own,
    units: Object.fromEntries(written.map((unit) => [unit, writtenUnitWords(unit, company, lang)])),
    document: { ...document },
  }
}

function unitsIn(document: TableDocument): string[] {
  const units = document.kind === 'lookup' ? [document.pays, ...document.by.map(({ range }) => range)] : [document.of, document.pays]
  return [...new Set(units.filter((unit) => unit !== undefined))]
}

/** How many lines a table has. */
export function rowsOf(document: TableDocument): number {
  switch (document.kind) {
    case 'tiers':
      return document.tiers.length
    case 'curve':
      return document.points.length
    case 'lookup':
      return document.rows.length
    default:
      return document satisfies never
  }
}
