import { z } from 'zod'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { PERSON_FIELDS, type PersonRow } from './rows.ts'

/** How a file of people is to be read. What is left out is found out. */
export const PeopleChoices = z
  .strictObject({
    columns: z
      .partialRecord(z.enum(PERSON_FIELDS), z.string().max(500))
      .default({})
      .describe('Field → column of the file, or a template such as `{first_name} {last_name}`; empty: no column.'),
    encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le']).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    sheet: z.string().max(200).optional(),
  })
  .meta({ id: 'PeopleChoices' })

export type PeopleChoices = z.output<typeof PeopleChoices>

/** The choices in a parameter of the address, as JSON. Errors: `import.choices-invalid`. */
export function peopleChoicesIn(text: string | undefined): PeopleChoices {
  if (text === undefined) return PeopleChoices.parse({})
  try {
    return PeopleChoices.parse(JSON.parse(text))
  } catch (error) {
    throw new Refusal('import.choices-invalid', {}, { cause: error })
  }
}

/** A file of people as it was read; without rows where something is wrong with the file or its header. */
export interface PeopleFile {
  readonly encoding: string | null
  readonly headerLine: number | null
  readonly columns: readonly string[]
  /** Field → column or template, as chosen or found out. */
  readonly mapping: Readonly<Partial<Record<(typeof PERSON_FIELDS)[number], string>>>
  readonly rows: readonly PersonRow[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file of people: the reader of plan folders, given by whoever puts the application together. `name` is what problems call the file. */
export type PeopleReader = (file: { readonly path: string; readonly name: string }, choices: PeopleChoices) => Promise<PeopleFile>
