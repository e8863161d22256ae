import { z } from 'zod'
import { XLSX_BYTES } from '../../base/limits.ts'
import { type Route, work } from '../http/route.ts'
import { withUpload } from '../http/upload.ts'
import { guessDataset } from './guess.ts'
import { sampleOf } from './guess-file.ts'
import { DocumentBody } from './shapes.ts'

const Guessed = z
  .object({
    body: DocumentBody.describe('A dataset document to begin with.'),
    columns: z.array(z.object({ column: z.string(), field: z.string(), type: z.string(), examples: z.array(z.string()), empty: z.number().int(), distinct: z.number().int() })),
    rows: z.number().int().describe('Rows that were looked at.'),
    encoding: z.string(),
    delimiter: z.string().nullable(),
  })
  .meta({ id: 'GuessedDataset', description: 'A dataset proposed from the header and the first rows of a file.' })

export const guessRoutes: readonly Route[] = [
  work(
    'dataset.guess',
    {
      id: 'guessDataset',
      method: 'post',
      path: '/drafts/datasets/guess',
      tag: 'documents',
      summary: 'Propose a dataset for a CSV or XLSX file: fields with types, key, owner, date, references. Nothing is stored.',
      may: 'rule.write',
      reply: Guessed,
      upload: { bytes: XLSX_BYTES },
    },
    (store, { request, audit }) =>
      withUpload(request, XLSX_BYTES, async ({ path, name }) => {
        const sample = await sampleOf(path, name)
        const guessed = await store.read((read) => guessDataset(read, sample, name))
        audit.about('dataset', { file: name })
        return {
          body: { ...guessed.body },
          columns: guessed.columns.map((c) => ({ ...c, examples: [...c.examples] })),
          rows: guessed.rows,
          encoding: sample.encoding,
          delimiter: sample.delimiter,
        }
      }),
  ),
]
