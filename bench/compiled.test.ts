import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { requirePeriod } from '../src/base/calendar-check.ts'
import { type Sql, sql, toQuery } from '../src/base/sql.ts'
import { spansOf } from '../src/engine/spans.ts'
import { selectCells, selectKeys } from '../src/engine/sql/cells.ts'
import { layoutOf } from '../src/engine/sql/layout.ts'
import { selectValues } from '../src/engine/sql/values.ts'
import { planSteps } from '../src/engine/steps.ts'
import { checkPlanFolder } from '../src/server/plan/check.ts'
import { readPlan } from '../src/server/plan/read.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The statement with a line a clause and its parameters in place, for people to read in a review. */
function readable(statement: Sql): string {
  const { text, values } = toQuery(statement)
  const filled = text.replace(/\$(\d+)/g, (_, n: string) => {
    const value = values[Number(n) - 1]
    return typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
  })
  return filled.replace(/ (from|left join|join|cross join|where|group by|order by) /g, '\n  $1 ').replace(/, ("?\w+"? as (?:materialized )?\()/g, ',\n$1')
}

describe('the SQL of the benchmark’s nine measures', () => {
  test('is what bench/compiled.sql shows', async () => {
    const { plan } = await readPlan(join(import.meta.dirname, 'plan'))
    const { checked, diagnostics } = checkPlanFolder(plan)
    if (checked === null) throw new Error(JSON.stringify(diagnostics))
    const { program, company } = checked
    const { calendar } = company.document
    const period = requirePeriod(calendar, '2026-Q3')
    const steps = planSteps(program, calendar, Object.keys(program.measures), period)
    const layout = layoutOf(
      program,
      steps.steps.flatMap((s) => (s.body.kind === 'aggregate' ? [s.body.aggregate] : [])),
      hash,
    )
    const parts = [
      ...layout.groups.map((g) => `-- cells of calc."cells_${g.id}"\n${readable(selectCells(program, g.group, spansOf(period, [])))};`),
      ...layout.keySets.map((k) => `-- keys of calc."keys_${k.id}"\n${readable(selectKeys(program, k.keys, period))};`),
      `-- values of everybody\n${readable(selectValues({ program, plan: steps, layout, breaks: [] }, sql`select employee_id from app.employee`))};`,
    ]
    expect(parts.length).toBeGreaterThanOrEqual(3)
    await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot('compiled.sql')
  })
})
