/**
 * Names that a user may give and that a careless program would trip over: SQL words, quotes, spaces, the system's own names, other scripts.
 * Dots are left out of field names, because paths are written with them; `~` and a leading `_` are refused by the product.
 */
export const DATASET_NAMES = [
  '订单',
  '客户',
  '产品',
  'orders',
  'select',
  'drop table x; --',
  `o'brien`,
  'Order Lines',
  'line_closure',
  'rate',
  '业绩 分配',
  'a"b',
  '%s$1',
  'Ünïcode',
  '表😀',
  'values',
  'employee',
  `'); --`,
  'Orders',
  '回款',
] as const

export const FIELD_NAMES = [
  '金额',
  '日期',
  '客户',
  '产品',
  'select',
  'from',
  'employee_id',
  'day',
  'share',
  'percent',
  'value',
  'key',
  'r1',
  'j2',
  's',
  'p',
  'x',
  'c1',
  'record',
  `it's`,
  'say "hi"',
  'two words',
  '备 注',
  '%',
  '$1',
  '负责人',
  'user',
  'null',
  'Amount',
  'amount',
  '数量',
  '单价',
  'group by',
  'order',
  'true',
  '创建 时间',
  'id',
  'name',
  '😀',
  'k',
  'where',
  'from_date',
  'until_date',
  'ß',
  '编号',
] as const

export const MEASURE_NAMES = [
  '销售额',
  '回款率',
  'won',
  'win rate',
  `rep's share`,
  'v0',
  'sum(x)',
  '"',
  '成交 客户数',
  'select 1; drop schema data',
  'a',
  'A',
  'l0',
  '増長',
  'é',
  'null',
  '同比',
  '环比',
  'count',
  '🏆',
] as const

export const EMPLOYEES = ['e1', 'E2', '张伟', `o'neil`, 'Éva', 'a b', '10', '9', '李 娜', 'x"y'] as const

/** Texts of records. None is empty or begins or ends with a space, which files cannot tell from nothing. */
export const TEXTS = ['a', 'A', 'b', '中文', `x'; drop table data; --`, 'GTX Pro', 'GTXPro', 'a,b', '\\N', 'null', '𠮷', 'ﾊ', '10', '9', 'say "hi"'] as const

export const CHOICES = ['新签', '续约', 'Won', 'Lost', `it's open`, '100%'] as const

export const ROLES = ['销售', '经理', `o'role`, 'rep', 'Rep', 'a "b"'] as const

export const UNITS = ['总部', 'north', `o'unit`, '华东 一部', 'U"5'] as const

export const SCHEME_NAMES = ['销售考核', 'hunters', `'); --`, '经理 考核', 'select'] as const

export const INCENTIVE_NAMES = ['提成', 'bonus', `q1's "plan"`, 'values', '奖金🏆'] as const

export const LINE_NAMES = ['业绩', 'won', `it's`, '回款', 'x"y', '😀'] as const

export const COMPONENT_NAMES = ['提成', 'base', `c'1`, '绩效 工资'] as const

export const PAY_ITEMS = ['base', '绩效工资', `o'item`] as const

export const GRADES = ['S', 'A', '优', `b'`, 'D'] as const
