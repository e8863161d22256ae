import type { Day } from '../../../base/calendar.ts'
import type { Diagnostic, Lang } from '../../../base/diagnostic.ts'
import type { DatasetDocument, SourceDocument } from '../../../engine/documents/dataset.ts'
import type { Directory } from '../../org/directory.ts'
import type { RatingSources } from '../rating-sources.ts'
import type { Normalised } from '../values/normalise.ts'

/** merge: add and change. complete: also delete what the file does not hold. delete: the file lists the keys to delete. */
export type ImportMode = 'merge' | 'complete' | 'delete'

export interface ImportOptions {
  /** Path of a CSV or XLSX file. */
  readonly file: string
  /** The file's name as people know it, for reports and the history; the path where not given. */
  readonly fileName?: string
  /** How to read it; the first source of the document where not given. */
  readonly source?: Partial<SourceDocument>
  readonly mode?: ImportMode
  /** What to do when rows are bad; what the document says where not given. */
  readonly onError?: 'reject' | 'skip'
  /** Path for the file of bad rows; written only where there are any. */
  readonly badRowsFile?: string
  /** Language of the file of bad rows. */
  readonly lang?: Lang
  readonly company: { readonly timezone: string; readonly currency: string }
  /** All datasets of the company, for references and splits. */
  readonly datasets: readonly DatasetDocument[]
  /** Who a text means; loaded from the employees where not given. */
  readonly directory?: Directory
  /** The last day of a period, for date columns of entered values (`2026-Q1`); where not given, only days are taken. */
  readonly periodEnd?: (id: string) => Day | null
  /** Versions of the documents given (`dataset/orders` → 3), where they were read before the import began: it is refused when they are no longer in force. */
  readonly versions?: Readonly<Record<string, number>>
  /** What a text in the column `measure` of the built-in datasets means; where not given, every text is taken. */
  readonly measureOf?: (text: string) => Normalised
  /** Whether a measure is in percent: then its values in the built-in datasets may be written with the sign. */
  readonly isPercent?: (measure: string) => boolean
  /** The sources that ratings know; scores from others are told of. */
  readonly ratingSources?: RatingSources
  /** The rows were typed in: there is no file to remember, and records keep no line of one. */
  readonly byHand?: boolean
  readonly signal?: AbortSignal
  readonly progress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  readonly stage: 'reading' | 'checking' | 'storing'
  readonly bytes: number
  readonly totalBytes: number
  readonly rows: number
}

export interface ImportReport {
  readonly dataset: string
  readonly file: string
  readonly mode: ImportMode
  /** imported: something changed. unchanged: all was there already. rejected: rows were bad, nothing changed. */
  readonly outcome: 'imported' | 'unchanged' | 'rejected'
  readonly rows: RowCounts
  readonly bad: BadReport
  /** Things worth knowing that stop nothing: columns not used, references that find nothing. */
  readonly notices: readonly Diagnostic[]
  /** Number of the change, and of the import; null where nothing changed. */
  readonly change: string | null
  readonly importId: number | null
  readonly encoding: string
  readonly delimiter: string | null
  readonly sha256: string
  readonly bytes: number
  readonly startedAt: string
  readonly ms: number
}

export interface RowCounts {
  /** Records in the file, without the header and blank lines. */
  readonly read: number
  readonly bad: number
  readonly inserted: number
  readonly changed: number
  readonly same: number
  readonly deleted: number
}

export interface BadReport {
  /** The first BAD_ROWS_SHOWN problems; of those that are the same but for their line the first, with their number as `alike`. */
  readonly shown: readonly Diagnostic[]
  /** Code → how many times. One row may have several problems. */
  readonly byReason: Readonly<Record<string, number>>
  /** Where all of them were written; null where nothing was asked for or nothing is bad. */
  readonly file: string | null
}
