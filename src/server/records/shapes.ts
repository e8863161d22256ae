import { z } from 'zod'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { type DatasetDocument, FieldTypeSchema } from '../../engine/documents/dataset.ts'
import { fieldOf, isRequired } from '../datasets/table.ts'
import { ownFields } from './crediting.ts'

export const Value = z.union([z.string(), z.boolean(), z.null()]).describe('Numbers, days and instants as exact text; null where empty.')

export const Values = z.record(z.string(), Value).describe('Field → value.')

export const FieldShown = z
  .object({
    field: z.string(),
    name: z.string(),
    description: z.string(),
    type: FieldTypeSchema,
    required: z.boolean(),
    key: z.boolean(),
    unit: z.string().nullable(),
    currency: z.string().nullable().describe('Currency of an amount, where all amounts of the field have one.'),
    currencyField: z.string().nullable(),
    choices: z.array(z.string()).nullable(),
    to: z.string().nullable().describe('The dataset a reference refers to.'),
  })
  .meta({ id: 'Field', description: 'A field of a dataset.' })

export type FieldShown = z.input<typeof FieldShown>

export function shownFields(document: DatasetDocument, lang: Lang, currency: string): FieldShown[] {
  return ownFields(document).map((field) => {
    const { name, description, type, unit, currencyField, choices, to, ...f } = fieldOf(document, field)
    return {
      field,
      name: nameIn(name, lang, field),
      description: nameIn(description, lang, ''),
      type,
      required: isRequired(document, field),
      key: document.key.includes(field),
      unit: unit ?? null,
      currency: type !== 'money' || currencyField !== undefined ? null : (f.currency ?? currency),
      currencyField: currencyField ?? null,
      choices: choices ?? null,
      to: to ?? null,
    }
  })
}

export const datasetPath = z.object({ dataset: z.string().max(200) })
export const recordPath = z.object({ dataset: z.string().max(200), record: z.string().regex(/^\d{1,18}$/) })

export const Person = z.object({ id: z.string(), name: z.string() })
