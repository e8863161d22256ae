const SECOND = 1_000

/** How long something took between two instants, in seconds with one digit behind the point: `1.3`. */
export function secondsBetween(from: string, until: string): string {
  return (Math.max(0, Date.parse(until) - Date.parse(from)) / SECOND).toFixed(1)
}
