import { z } from 'zod'
import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import type { OrgRow } from './rows.ts'

/** What a file of the organisation holds. `kind` begins the codes of what is said about it; a file without column `id` is refused. */
export interface FileShape<Field extends string> {
  readonly kind: 'people' | 'units'
  readonly fields: readonly [Field, ...Field[]]
  /** What people call the columns beside the ids of the fields. */
  readonly names: Readonly<Record<Field, readonly string[]>>
}

/** How a file is to be read. What is left out is found out. */
export interface FileChoices<Field extends string> {
  /** Field → column of the file, or a template such as `{first_name} {last_name}`; empty: no column. */
  readonly columns: Readonly<Partial<Record<Field, string | undefined>>>
  readonly encoding?: 'auto' | 'utf-8' | 'gb18030' | 'utf-16le' | undefined
  readonly delimiter?: ',' | ';' | '\t' | '|' | undefined
  readonly sheet?: string | undefined
}

const choicesOf = <Field extends string>({ fields }: FileShape<Field>) =>
  z.strictObject({
    columns: z.partialRecord(z.enum(fields), z.string().max(500)).default({} as never /* No field is chosen. */),
    encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le']).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    sheet: z.string().max(200).optional(),
  })

/** The choices in a parameter of the address, as JSON. Errors: `import.choices-invalid`. */
export function choicesIn<Field extends string>(shape: FileShape<Field>, text: string | undefined): FileChoices<Field> {
  try {
    return choicesOf(shape).parse(JSON.parse(text ?? '{}')) as FileChoices<Field> // The schema is made from the fields of the shape.
  } catch (error) {
    throw new Refusal('import.choices-invalid', {}, { cause: error })
  }
}

/** A file of the organisation as it was read; without rows where something is wrong with the file or its header. */
export interface OrgFile<Field extends string> {
  readonly encoding: string | null
  readonly headerLine: number | null
  readonly columns: readonly string[]
  /** Field → column or template, as chosen or found out. */
  readonly mapping: Readonly<Partial<Record<Field, string>>>
  readonly rows: readonly OrgRow<Field>[]
  /** The cells of a line as they stand in the file, in the order of its columns. */
  readonly cellsOf: (line: number) => readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads such files: the reader of plan folders, given by whoever puts the application together. `name` is what problems call the file. */
export type OrgReader = <Field extends string>(
  file: { readonly path: string; readonly name: string },
  shape: FileShape<Field>,
  choices: FileChoices<Field>,
) => Promise<OrgFile<Field>>
