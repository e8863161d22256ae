/** Something that holds from a day up to, not including, another; null: open. */
export interface Days {
  readonly from: string | null
  readonly until: string | null
}

/** The one of them that holds on a day. */
export function holdingOn<Span extends Days>(spans: readonly Span[], day: string): Span | undefined {
  return spans.find(({ from, until }) => (from === null || from <= day) && (until === null || until > day))
}
