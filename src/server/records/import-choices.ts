import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import type { DatasetDocument, SourceDocument } from '../../engine/documents/dataset.ts'

/** How a file is to be read and imported. What is left out is found out, or stands in the dataset’s own document. */
export const ImportChoices = z
  .strictObject({
    columns: z.record(z.string().max(200), z.string().min(1).max(500)).default({}).describe('Field → column of the file.'),
    encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le']).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    decimal: z.enum(['point', 'comma']).optional(),
    sheet: z.string().max(200).optional(),
    mode: z.enum(['merge', 'complete', 'delete']).default('merge').describe('Add and change; also delete what the file does not hold; delete what it lists.'),
    onError: z.enum(['reject', 'skip']).optional().describe('Take none of the rows where some are bad, or take the good ones.'),
  })
  .meta({ id: 'ImportChoices' })

export type ImportChoices = z.output<typeof ImportChoices>

/** The choices in a parameter of the address, as JSON. Errors: `import.choices-invalid`. */
export function choicesIn(text: string | undefined): ImportChoices {
  if (text === undefined) return ImportChoices.parse({})
  try {
    return ImportChoices.parse(JSON.parse(text))
  } catch (error) {
    throw new Refusal('import.choices-invalid', {}, { cause: error })
  }
}

/** The way the dataset’s document reads its own files, with these choices laid over it. */
export function sourceWith(document: DatasetDocument, { columns, encoding, delimiter, decimal, sheet }: ImportChoices): Partial<SourceDocument> {
  const said = document.source[0]
  return {
    ...said,
    columns: { ...said?.columns, ...columns },
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}
