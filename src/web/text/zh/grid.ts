/** Grids that are edited like a sheet. */
export const grid = {
  cell: '第 {{row}} 行 {{column}}',
  remove: '删除第 {{row}} 行',
  add: '加一行',
  hint: '回车和上下键换行，Ctrl-Z 撤销；可以从 Excel 粘贴。',
  trouble: '第 {{row}} 行：{{said}}',
} as const
