/** The same few numbers everywhere: in records, targets and bounds of tiers, so that a quantity often lies exactly on a bound. */
export const SMALL = ['0', '1', '2', '3', '5', '10'] as const
export const LARGE = ['0', '100', '200', '500', '1000', '1500', '2000'] as const
export const SHARES = ['0', '0.5', '0.8', '1', '1.2', '1.5', '2'] as const
/** Of attainment in points. */
export const POINTS = ['0', '50', '60', '80', '100', '120', '150', '200'] as const

export const POOLS = [SMALL, LARGE, SHARES] as const
