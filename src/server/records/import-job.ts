import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import { importRows } from '../datasets/import/import-file.ts'
import type { ImportReport } from '../datasets/import/report.ts'
import type { JobKind, Work } from '../jobs/job.ts'
import { builtInFiles } from '../measures/built-in-files.ts'
import { measuresForEntry } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { recordChange } from './changes.ts'
import { ImportChoices, sourceWith } from './import-choices.ts'
import { datasetNamed } from './seen.ts'
import { uploadOf, withStoredFile, writePart } from './uploads.ts'

/** The kind of job that imports a file that was sent; its result is `{ upload, outcome, importId }`, the report stands with the upload. */
export const IMPORT_JOB = 'import'

const Input = z.object({ upload: z.string(), user: z.string(), name: z.string(), lang: z.enum(['zh', 'en']), choices: ImportChoices })

export type ImportInput = z.input<typeof Input>

/** Times the rules are read again because somebody changed them meanwhile. */
const MOST_READINGS = 5

/** Done twice, the second time finds the report of the first. */
export const importJob: JobKind = {
  alone: false,
  run: async (store, input, work) => {
    const asked = Input.parse(input)
    for (let readings = 1; ; readings++) {
      try {
        const { outcome, importId } = await store.tx((tx) => importUpload(tx, asked, work))
        return { upload: asked.upload, outcome, importId }
      } catch (error) {
        if (readings === MOST_READINGS || !(error instanceof Refusal && error.code === 'rules.changed')) throw error
      }
    }
  },
}

async function importUpload(tx: Tx, { upload, user, name, lang, choices }: z.output<typeof Input>, work: Work): Promise<ImportReport> {
  const stored = await uploadOf(tx, upload, user)
  if (stored.job === work.job.id && stored.report !== null) return stored.report as ImportReport // Written below.
  const rules = await rulesInForceNow(tx)
  const document = datasetNamed(rules, stored.dataset)
  return withStoredFile(tx, upload, async (path, folder) => {
    const badRowsFile = join(folder, 'bad.csv')
    const report = await importRows(tx, document, {
      file: path,
      fileName: stored.name,
      source: sourceWith(document, choices),
      mode: choices.mode,
      ...(choices.onError === undefined ? {} : { onError: choices.onError }),
      badRowsFile,
      lang,
      company: { timezone: rules.company.timezone, currency: rules.company.currency },
      datasets: rules.datasets,
      versions: rules.versions,
      ...builtInFiles(document, { calendar: rules.calendar, ...(await measuresForEntry(tx)) }),
      signal: work.signal,
      progress: ({ stage, bytes, totalBytes }) => work.progress({ stage, what: document.dataset, done: bytes, of: totalBytes }),
    })
    const kept = { ...report, bad: { ...report.bad, file: report.bad.file === null ? null : 'bad' } }
    await tx.run(sql`delete from app.upload_part where upload_id = ${upload}::uuid and part = 'bad'`)
    if (existsSync(badRowsFile)) await writePart(tx, upload, 'bad', badRowsFile)
    await tx.run(sql`update app.upload set job_id = ${work.job.id}, report = ${JSON.stringify(kept)}::jsonb where upload_id = ${upload}::uuid`)
    if (report.change !== null) await recordChange(tx, { change: report.change, dataset: document.dataset, kind: 'import', user, name, reason: '' })
    return kept
  })
}
