import { z } from 'zod'
import { LocalNameSchema } from './company.ts'

export const FieldTypeSchema = z.enum(['text', 'integer', 'decimal', 'money', 'date', 'timestamp', 'boolean', 'choice', 'employee', 'reference'])

export const FieldSchema = z.strictObject({
  type: FieldTypeSchema,
  name: LocalNameSchema.optional(),
  description: LocalNameSchema.optional(),
  required: z.boolean().default(false),
  unit: z.string().optional().describe('Unit of an integer or decimal: day, percent, or one that company.yaml declares. Of a money field: a unit price such as money/piece.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Currency of a money field; the company’s where not said.'),
  currencyField: z.string().optional().describe('Field of the same record that holds the currency of this amount.'),
  choices: z.array(z.string().min(1)).min(1).optional().describe('What a choice may be.'),
  to: z.string().optional().describe('Dataset a reference refers to, by its key.'),
  missing: z.enum(['report', 'reject']).default('report').describe('A reference that finds nothing: keep the record and report it, or reject the row.'),
  aliases: z.record(z.string(), z.string()).default({}).describe('Other spellings in files, and what they mean.'),
  dateOrder: z
    .enum(['ymd', 'mdy', 'dmy'])
    .optional()
    .describe('Order of day and month in files that write dates like 03/04/2026. Dates that begin with the year are always understood.'),
  column: z.string().optional().describe('Column of the file, where it is named otherwise than the field.'),
})

/** `amount: money` is short for `amount: { type: money }`. */
const FieldOrShorthand = z.union([FieldTypeSchema.transform((type) => FieldSchema.parse({ type })), FieldSchema])

/** The key of a dataset whose rows nothing tells apart: made from the content of a row at import, and not a column of any file. */
export const ROW_KEY = '_row'

const ROW_FIELD: z.output<typeof FieldSchema> = { type: 'text', name: { zh: '行内容', en: 'Row' }, required: true, missing: 'report', aliases: {} }

export const SourceSchema = z.strictObject({
  file: z.string().min(1).describe('CSV or XLSX file, relative to the data folder of company.yaml, else to the plan folder.'),
  columns: z.record(z.string(), z.string()).default({}).describe('Field → column of the file, or a template such as "{first_name} {last_name}".'),
  encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le']).default('auto'),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  decimal: z.enum(['point', 'comma']).default('point').describe('What stands before the decimals of a number: 1,234.50 (point) or 1.234,50 (comma).'),
  sheet: z.string().optional(),
})

export const DatasetSchema = z
  .strictObject({
    dataset: z.string().min(1),
    name: LocalNameSchema.optional(),
    description: LocalNameSchema.optional(),
    key: z
      .union([z.literal('row'), z.array(z.string()).min(1)])
      .describe('Fields that tell one record from another; or row, where nothing does: then every row is a record by its content, and equal rows are told apart by their number.'),
    owner: z.string().optional().describe('Field of type employee who counts the record, possibly through references: order.sales_person.'),
    date: z.string().optional().describe('Field with the day a record counts on, where a measure names no other; possibly through references.'),
    effective: z
      .string()
      .optional()
      .describe('Date field from which a version of the key is valid: price lists, segments. It is part of the key, written there or not; empty means since ever.'),
    splits: z
      .strictObject({ dataset: z.string(), record: z.string(), employee: z.string(), percent: z.string(), overlay: z.string().optional() })
      .optional()
      .describe('Dataset with shares of credit: its reference to this one, the employee, the percent, and optionally a boolean field for overlays beyond 100 %.'),
    overlays: z
      .array(z.strictObject({ to: z.string(), percent: z.union([z.string(), z.number()]).transform(String) }))
      .default([])
      .describe('Further people who count each record beyond the owner’s 100 %.'),
    fields: z.record(z.string().min(1), FieldOrShorthand),
    source: z.union([SourceSchema.transform((s) => [s]), z.array(SourceSchema)]).default([]),
    onError: z.enum(['reject', 'skip']).default('reject').describe('What an import does when rows are bad: take none, or take the good ones.'),
  })
  .meta({ id: 'Dataset', title: 'datasets/*.yaml' })
  .transform(({ key, ...d }) => {
    if (key === 'row') return { ...d, key: [ROW_KEY], fields: { ...d.fields, [ROW_KEY]: ROW_FIELD } }
    return { ...d, key: d.effective === undefined || key.includes(d.effective) ? key : [...key, d.effective] }
  })

export type DatasetDocument = z.output<typeof DatasetSchema>
export type FieldDocument = z.output<typeof FieldSchema>
export type SourceDocument = z.output<typeof SourceSchema>
