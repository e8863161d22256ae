import type { IncentiveDocument } from './incentive.ts'
import type { SchemeDocument } from './scheme.ts'

/**
 * The id of a scheme or an incentive plan among all documents of a company: `hunter`, or `hunter@2026-04-01` where the document says from when it is in force,
 * so that the editions of one scheme stand side by side.
 */
export function documentId(document: SchemeDocument | IncentiveDocument): string {
  const id = 'scheme' in document ? document.scheme : document.incentive
  return document.from === undefined ? id : `${id}${EDITION_MARK}${document.from}`
}

/** Between the id and the first day of an edition; no id holds it. */
export const EDITION_MARK = '@'
