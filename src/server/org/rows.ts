import type { Diagnostic, Params } from '../../base/diagnostic.ts'
import { ORG_TEXT_LENGTH } from '../../base/limits.ts'
import { BEGINNING, FOREVER } from './stretches.ts'

export const PERSON_FIELDS = ['id', 'name', 'alias', 'unit', 'position', 'role', 'manager', 'sponsor', 'from', 'until', 'email'] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/**
 * What people call the columns beside their ids. No word for a last working day stands for `until`: that is the first day after it.
 */
export const PERSON_NAMES: Readonly<Record<PersonField, readonly string[]>> = {
  id: ['工号', '员工编号', '员工号', '编号', 'employee id', 'staff number'],
  name: ['姓名', '员工姓名', '名字', 'full name', 'employee name'],
  alias: ['别名', '曾用名'],
  unit: ['部门', '所属部门', 'department'],
  position: ['岗位', '职位', '职务', 'title', 'job title'],
  role: ['角色', '销售角色'],
  manager: ['上级', '直属上级', '直接上级', '汇报对象', 'reports to', 'supervisor'],
  sponsor: ['推荐人'],
  from: ['从', '开始日期', '入职日期', '生效日期', 'start date', 'hire date'],
  until: ['到', '失效日期'],
  email: ['邮箱', '电子邮箱', '电子邮件', 'e-mail address'],
}

export const UNIT_FIELDS = ['id', 'name', 'parent', 'from', 'until'] as const
export type UnitField = (typeof UNIT_FIELDS)[number]

export const UNIT_NAMES: Readonly<Record<UnitField, readonly string[]>> = {
  id: ['部门编号', '编号', 'unit id', 'unit code'],
  name: ['部门名称', '名称', '部门', 'unit name', 'unit'],
  parent: ['上级部门', '上级', 'parent unit'],
  from: ['从', '开始日期', '生效日期', 'start date'],
  until: ['到', '失效日期'],
}

export const RATE_FIELDS = ['currency', 'date', 'rate'] as const
export type RateField = (typeof RATE_FIELDS)[number]

/** One row of a file. A field that is missing was not stated and leaves what is known alone; an empty one says "none". */
export interface OrgRow<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string | undefined>>>
  readonly file: string
  readonly line: number
}

export type PersonRow = OrgRow<PersonField>
export type UnitRow = OrgRow<UnitField>
export type RateRow = OrgRow<RateField>

/** Where a row stands, for a sentence about another row. */
export function rowText(row: { readonly file: string; readonly line: number }): string {
  return `${row.file}:${row.line}`
}

/** Collects what is wrong, each at its row and each once. */
export class Problems {
  readonly list: Diagnostic[] = []
  private readonly told = new Set<string>()

  error(row: OrgRow<string>, code: string, params: Params): void {
    this.add({ code, severity: 'error', place: { file: row.file, line: row.line }, params })
  }

  warning(row: OrgRow<string>, code: string, params: Params): void {
    this.add({ code, severity: 'warning', place: { file: row.file, line: row.line }, params })
  }

  get bad(): boolean {
    return this.list.some((d) => d.severity === 'error')
  }

  private add(diagnostic: Diagnostic): void {
    const key = JSON.stringify(diagnostic)
    if (!this.told.has(key)) this.list.push(diagnostic)
    this.told.add(key)
  }
}

/** The cell without surrounding white space; undefined where the row does not state the field. */
export function cell<Field extends string>(row: OrgRow<Field>, field: Field): string | undefined {
  return row.fields[field]?.trim()
}

/** Several aliases in one cell: 张三; 小张 | zhangsan. */
export function splitAliases(text: string): string[] {
  return text
    .split(/[;；|、]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
}

/** Printable ASCII, as most cells are: told apart first because the full test is slow. */
const PLAIN = /^[ -~]*$/

// Control characters, line separators, marks that turn the direction of text, invisible spaces, and halves of characters: nobody can see or type such a name again.
const HOSTILE = /[\p{Cc}\p{Cs}\u2028\u2029\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Whether a text can be an id, a name or another short text; says what is wrong where it cannot. */
export function checkText<Field extends string>(row: OrgRow<Field>, field: Field, problems: Problems): boolean {
  const value = cell(row, field) ?? ''
  if (PLAIN.test(value) && value.length <= ORG_TEXT_LENGTH) return true
  if (HOSTILE.test(value)) {
    problems.error(row, 'org.text-control', { field, value: visible(value) })
    return false
  }
  const longest = field === 'alias' ? Math.max(...splitAliases(value).map((alias) => alias.length), 0) : value.length
  if (longest > ORG_TEXT_LENGTH) {
    problems.error(row, 'org.text-long', { field, value: visible(value), limit: ORG_TEXT_LENGTH })
    return false
  }
  return true
}

/** Characters of a hostile value that a message shows. */
const SHOWN = 40

function visible(value: string): string {
  const shown = [...value]
    .slice(0, SHOWN)
    .map((c) => (HOSTILE.test(c) ? `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>` : c))
    .join('')
  return [...value].length > SHOWN ? `${shown}…` : shown
}

/** Year first, then month and day, as `2024-01-31`, `2024/1/31`, `2024.1.31`, `2024年1月31日` or `20240131`; a time of midnight behind it is dropped. */
const DAY =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})\/(\d{1,2})\/(\d{1,2})|(\d{4})\.(\d{1,2})\.(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})(\d{2})(\d{2}))(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/

/** The day as ISO text; undefined for anything that is no day of the calendar. */
export function parseDay(text: string): string | undefined {
  const [year, month, day] = (DAY.exec(text.normalize('NFKC')) ?? []).slice(1).filter((part) => part !== undefined)
  if (year === undefined || month === undefined || day === undefined || Number(year) === 0) return undefined
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > last) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The days a row holds for; undefined, with the reason told, where its dates are no stretch. */
export function readStretch<Field extends string>(row: OrgRow<Field | 'from' | 'until'>, problems: Problems): { from: string; until: string } | undefined {
  const from = readEnd(row, 'from', BEGINNING, problems)
  const until = readEnd(row, 'until', FOREVER, problems)
  if (from === undefined || until === undefined) return undefined
  if (from < until) return { from, until }
  problems.error(row, 'org.date-order', { from, until })
  return undefined
}

function readEnd(row: OrgRow<'from' | 'until'>, field: 'from' | 'until', open: string, problems: Problems): string | undefined {
  const text = cell(row, field) ?? ''
  if (text === '') return open
  const day = parseDay(text)
  if (day === undefined) problems.error(row, 'org.date-invalid', { field, value: visible(text) })
  return day
}
