function moved(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}

/** The last day of a stretch that does not include its end. */
export const dayBefore = (day: string): string => moved(day, -1)

/** The end of a stretch that does not include it, from its last day. */
export const dayAfter = (day: string): string => moved(day, 1)
