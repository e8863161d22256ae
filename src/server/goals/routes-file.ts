import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Day } from '../../base/calendar.ts'
import { sql } from '../../base/sql.ts'
import type { Read } from '../../store/types.ts'
import { isVisible } from '../access/visible.ts'
import { csvOf } from '../http/csv.ts'
import { type Route, raw } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { type SheetColumn, workbookOf, XLSX_TYPE } from '../http/workbook.ts'
import type { LoadedProgram } from '../measures/queries.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { dayFor, measureOf } from './matrix.ts'
import { matrixOf, type WhichMatrix, whichMatrix } from './matrix-asked.ts'
import { TARGET_FIELDS, type TargetField } from './rows.ts'
import { LEVELS } from './target.ts'

type FileRow = Readonly<Record<TargetField, string>>

/** The rows of a targets.csv: of the matrix, or of everything one sees. */
async function fileRows(read: Read, rules: LoadedProgram, asked: WhichMatrix & { readonly who: Who; readonly today: Day }): Promise<FileRow[]> {
  const { measure, year, period, who, today } = asked
  const of = measure === undefined && year === undefined && period === undefined ? null : matrixOf(rules, asked)
  const narrowed =
    of === null
      ? sql`true`
      : 'year' in of
        ? sql`measure = ${of.measure.measure} and from_date >= ${of.year.from}::date and until_date <= ${of.year.until}::date`
        : sql`period = ${of.period.id}`
  const day = of === null ? today : dayFor('year' in of ? of.year : of.period, today)
  const rows = await read.query<FileRow>(sql`
    select employee_id as employee, measure, period, coalesce(trim_scale(target)::text, '') as target, coalesce(trim_scale(stretch)::text, '') as stretch,
      coalesce(trim_scale(challenge)::text, '') as challenge
    from app.target where ${narrowed} and ${isVisible(sql`employee_id`, who, 'target.read', day)} order by measure, from_date, until_date desc, employee_id`)
  return rows.map((row) => (measureOf(rules, row.measure)?.percent === true ? withSigns(row) : row))
}

const withSigns = (row: FileRow): FileRow => ({ ...row, ...Object.fromEntries(LEVELS.map((level) => [level, row[level] === '' ? '' : `${row[level]}%`])) })

/** A figure with a percent sign stays text: as a number it would lose the sign. */
const columnsFor = (rows: readonly FileRow[]): SheetColumn<FileRow>[] =>
  TARGET_FIELDS.map((field) => ({
    title: field,
    kind: LEVELS.some((level) => level === field) && !rows.some((row) => row[field].endsWith('%')) ? 'number' : 'text',
    of: (row) => row[field] || null,
  }))

export const targetFileRoute: Route = raw(
  {
    id: 'downloadTargets',
    method: 'get',
    path: '/targets/file',
    tag: 'targets',
    summary: 'Targets as a file with the columns of targets.csv: of a matrix, or all that one sees.',
    may: 'target.read',
    query: z.object({ ...whichMatrix, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    reply: z.null(),
    contentType: XLSX_TYPE,
  },
  async (store, { query: asked, who, today, reply }) => {
    const rows = await store.read(async (read) => fileRows(read, await rulesInForceNow(read), { ...asked, who, today }))
    const name = ['targets', asked.year ?? asked.period ?? 'all'].join('-').replace(/[^\w-]/g, '')
    reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}.${asked.format}"`)
    if (asked.format === 'csv') await reply.type('text/csv; charset=utf-8').send(csvOf(columnsFor(rows), rows))
    else await reply.type(XLSX_TYPE).send(workbookOf({ name: 'targets', columns: columnsFor(rows), pages: Readable.from([rows]) }))
  },
)
