import type { OrgRow } from '../org/rows.ts'

export const PAY_FIELDS = ['employee', 'item', 'amount', 'from'] as const
export type PayField = (typeof PAY_FIELDS)[number]

/** One row of pay.csv: an amount that somebody is paid by contract, from a day on. */
export type PayRow = OrgRow<PayField>
