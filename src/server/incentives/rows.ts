import type { OrgRow } from '../org/rows.ts'

export const PAY_FIELDS = ['employee', 'item', 'amount', 'from'] as const
export type PayField = (typeof PAY_FIELDS)[number]

/** What people call the columns beside their ids. */
export const PAY_NAMES: Readonly<Record<PayField, readonly string[]>> = {
  employee: ['员工', '姓名', '工号', '人员'],
  item: ['薪酬项目', '项目', '薪资项目'],
  amount: ['金额'],
  from: ['生效日期', '起始日期', '开始日期', '从'],
}

/** One row of pay.csv: an amount that somebody is paid by contract, from a day on. */
export type PayRow = OrgRow<PayField>
