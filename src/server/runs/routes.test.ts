import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../base/sql.ts'
import { canonicalJson } from '../../engine/canonical-json.ts'
import { openEvaluator } from '../../engine/reference/evaluate.ts'
import { csvRows, ROOT } from '../plan/examples-testing.ts'
import { type Company, openCompany, whoWith } from './testing-company.ts'

const PEOPLE = [
  whoWith('chen', 'QS011', 'sales'),
  whoWith('shen', 'QS002', 'sales', 'manager'),
  whoWith('fu', 'QS006', 'hr'),
  whoWith('lin', 'QS001', 'executive'),
  whoWith('comp', null, 'comp-admin'),
  whoWith('root', null, 'admin'),
]

let c: Company
beforeAll(async () => {
  c = await openCompany(PEOPLE)
  await runsOver()
})
afterAll(() => c?.drop())

/** The runs that follow the loading of the company, and those of later changes. */
async function runsOver(): Promise<void> {
  for (let quiet = 0; quiet < 15; await sleep(100)) {
    const open = await c.scratch.store.read((read) => read.query(sql`select 1 from app.job where state in ('queued', 'running')`))
    const any = await c.scratch.store.read((read) => read.query(sql`select 1 from app.job`))
    quiet = open.length === 0 && any.length > 0 ? quiet + 1 : 0
  }
}

const expected = (kind: string, period: string) => csvRows(join(ROOT, 'examples', 'qingshan', 'expected', kind, `${period}.csv`))

async function allPages(who: string, url: string): Promise<{ id: string }[]> {
  const items: { id: string }[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await c.get(who, `${url}${next === '' ? '' : `&after=${next}`}`)
    items.push(...body.items)
    next = body.next
  }
  return items
}

describe('periods and runs', () => {
  test('the periods in use are computed by themselves, around today and around the newest records', async () => {
    const { body } = await c.get('chen', '/periods')
    const open = body.items.filter((p: { open: boolean }) => p.open)
    expect(open.map((p: { id: string }) => p.id).sort()).toEqual(['2026-08', '2026-09', '2026-10', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(open.every((p: { latest: unknown }) => p.latest !== null)).toBe(true)
    expect(body.items.find((p: { id: string }) => p.id === '2026-Q3')).toMatchObject({ kind: 'quarter', from: '2026-07-01', last: '2026-09-30', state: 'past' })
    expect(body.items.find((p: { id: string }) => p.id === '2026-Q4').state).toBe('current')
    expect(body).toMatchObject({ latest: '2026-Q3', kinds: ['month', 'quarter'] })
  })

  test('a run asked for again finds the one there is; an unknown period is refused with a cure', async () => {
    const first = await c.job('comp', '/runs', { period: '2026-Q1' })
    const again = await c.job('comp', '/runs', { period: '2026-Q1' })
    expect([first.state, again.result]).toEqual(['done', first.result])
    const { body } = await c.get('chen', `/runs/${first.result.run}`)
    expect(body).toMatchObject({ period: '2026-Q1', fresh: true, notices: null, counts: { people: expect.any(Number) } })
    expect(body.counts.scored).toBe(new Set(expected('scores', '2026-Q1').map((r) => r['employee'])).size)
    expect((await c.get('lin', `/runs/${first.result.run}`)).body.notices).toEqual(expect.any(Array))
    expect((await c.get('chen', '/runs?period=2026-Q1')).body.items).toMatchObject([{ run: first.result.run }])
    expect(await c.post('comp', '/runs', { period: '2026-Q9' })).toMatchObject({ body: { code: 'calendar.no-such-period', cure: expect.stringMatching(/./) } })
    expect((await c.post('chen', '/runs', { period: '2026-Q1' })).status).toBe(403)
    expect((await c.get('chen', '/runs/nonsense')).body.code).toBe('run.unknown')
  })

  test('a change is followed by runs, told against the run before it, and shown to each as far as they see', async () => {
    const before = (await c.get('comp', '/scoreboard?period=2026-Q3')).body.run
    await c.scratch.store.tx((tx) => tx.run(sql`update app.target set target = target * 2 where employee_id in ('QS011', 'QS021') and period like '2026-%'`))
    await runsOver()
    const after = (await c.get('comp', '/scoreboard?period=2026-Q3')).body.run
    expect([before.run === after.run, after.fresh]).toEqual([false, true])
    const url = `/runs/${after.run}/compare/${before.run}`
    const all = (await c.get('comp', url)).body
    expect(all.items.map((p: { id: string }) => p.id)).toEqual(expect.arrayContaining(['QS011', 'QS021']))
    expect(all.parts).toContain('target')
    expect(all.items.find((p: { id: string }) => p.id === 'QS011')).toMatchObject({ score: { what: 'score' }, pay: { what: 'pay' } })
    expect((await c.get('chen', url)).body.items.map((p: { id: string }) => p.id)).toEqual(['QS011'])
    const root = (await c.get('root', url)).body.items
    expect(root.every((p: { pay: unknown; components: unknown[] }) => p.pay === null && p.components.length === 0)).toBe(true)
    expect(root.length).toBeGreaterThan(1)
    await c.scratch.store.tx((tx) => tx.run(sql`update app.target set target = target / 2 where employee_id in ('QS011', 'QS021') and period like '2026-%'`))
    await runsOver()
  })
})

describe('the scoreboard', () => {
  test('has the scores that plain arithmetic makes, page by page, each person once', async () => {
    const wanted = new Map(expected('scores', '2026-Q3').map((r) => [r['employee'], r['score']]))
    const people = (await allPages('lin', '/scoreboard?period=2026-Q3&limit=7')) as { id: string; score: string | null; rank: number | null }[] // As the schema says.
    expect(new Set(people.map((p) => p.id)).size).toBe(people.length)
    expect(new Map(people.filter((p) => p.score !== null).map((p) => [p.id, p.score]))).toEqual(wanted)
    const scores = people.flatMap((p) => (p.score === null ? [] : [Number(p.score)]))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(people[0]?.rank).toBe(1)
  })

  test('sorts and pages by everything it can be sorted by, both ways, also where values are missing', async () => {
    const ids = async (url: string) => (await allPages('lin', url)).map((p) => p.id)
    const all = (await ids('/scoreboard?period=2026-Q3&limit=200')).sort()
    for (const sort of ['score', 'change', 'pay', 'name'])
      for (const order of ['asc', 'desc']) expect((await ids(`/scoreboard?period=2026-Q3&limit=9&sort=${sort}&order=${order}`)).sort(), `${sort} ${order}`).toEqual(all)
    expect((await c.get('lin', '/scoreboard?period=2026-Q3&sort=weight')).status).toBe(422)
    expect((await c.get('lin', '/scoreboard?period=2026-Q3&after=nonsense')).body.code).toBe('http.bad-page')
  })

  test('filters by unit, role, scheme and part of a name, and the ranks stay', async () => {
    const whole = (await c.get('lin', '/scoreboard?period=2026-Q3&limit=200')).body
    const chen = whole.items.find((p: { id: string }) => p.id === 'QS011')
    const found = (await c.get('lin', `/scoreboard?period=2026-Q3&q=${encodeURIComponent('陈晓')}`)).body
    expect(found.items).toEqual([chen])
    expect(found.summary).toMatchObject({ people: 1, scored: 1, average: chen.score })
    const hunters = (await c.get('lin', '/scoreboard?period=2026-Q3&role=hunter&limit=200')).body
    expect(hunters.items).toEqual(whole.items.filter((p: { role: string }) => p.role === 'hunter'))
    const east = (await c.get('lin', `/scoreboard?period=2026-Q3&limit=200&unit=${encodeURIComponent(chen.unit)}`)).body
    expect(east.items.map((p: { id: string }) => p.id)).toContain('QS011')
    expect(east.total).toBeLessThan(whole.total)
    expect((await c.get('lin', `/scoreboard?period=2026-Q3&q=${encodeURIComponent("' or 1=1 --")}`)).body.items).toEqual([])
  })

  test('shows each role the people of R9, and pay only to who may see it', async () => {
    const board = async (who: string) => (await c.get(who, '/scoreboard?period=2026-Q3&limit=200')).body
    expect((await board('chen')).items).toMatchObject([{ id: 'QS011', pay: expect.any(String) }])
    const team = await board('shen')
    expect(team.items.map((p: { id: string }) => p.id)).toEqual(expect.arrayContaining(['QS002', 'QS011', 'QS012']))
    expect(team.items.map((p: { id: string }) => p.id)).not.toContain('QS021')
    const root = await board('root')
    expect([root.showsPay, root.items.every((p: { pay: unknown }) => p.pay === null), root.summary.pay]).toEqual([false, true, null])
    expect((await board('fu')).items.length).toBe((await board('lin')).items.length)
  })
})

describe('one person', () => {
  test('the score with its lines as expected, in both languages, with rules in words and reasons', async () => {
    const rows = expected('scores', '2026-Q3').filter((r) => r['employee'] === 'QS011')
    const { body } = await c.get('chen', '/scores/QS011?period=2026-Q3')
    expect([body.score, body.grade, body.coefficient]).toEqual([rows[0]?.['score'], rows[0]?.['grade'], rows[0]?.['coefficient']])
    expect(body.lines.map((l: { line: string; actual: string | null }) => [l.line, l.actual ?? ''])).toEqual(rows.map((r) => [r['line'], r['actual']]))
    expect(body.lines[0]).toMatchObject({ name: 'Revenue', kpi: true, ruleText: expect.stringContaining('attainment × 100') })
    expect(body.lines.filter((l: { state: string; reason: unknown }) => l.state === 'skipped' && l.reason === null)).toEqual([])
    expect(body.versions).toMatchObject({ [`scheme/${body.scheme.id}`]: 1 })
    const zh = (await c.get('chen', '/scores/QS011?period=2026-Q3', { 'accept-language': 'zh-CN' })).body
    expect(zh.lines[0]).toMatchObject({ name: '销售额', ruleText: expect.stringContaining('达成率') })
  })

  test('the pay, component by component, as expected; nobody else’s', async () => {
    const rows = expected('earnings', '2026-Q3').filter((r) => r['employee'] === 'QS011')
    const { body } = await c.get('chen', '/pay/QS011?period=2026-Q3')
    const found = body.plans.flatMap((p: { components: { component: string; amount: string }[] }) => p.components.map((x) => [x.component, x.amount]))
    expect(found.sort()).toEqual(rows.map((r) => [r['component'], r['amount']]).sort())
    expect(body.plans[0].components[0].now).toMatchObject({ formula: expect.any(String), parts: expect.any(Array) })
    for (const [who, status] of [
      ['shen', 200],
      ['fu', 200],
      ['lin', 200],
      ['root', 403],
    ] as const)
      expect((await c.get(who, '/pay/QS011?period=2026-Q3')).status, who).toBe(status)
    expect((await c.get('shen', '/pay/QS021?period=2026-Q3')).status).toBe(404)
    expect((await c.get('chen', '/pay/QS012?period=2026-Q3')).body).toMatchObject({ status: 404, code: 'access.not-visible' })
    expect((await c.get('chen', '/scores/NOBODY?period=2026-Q3')).body).toMatchObject({ status: 404, code: 'access.not-visible' })
  })

  test('somebody who moved is seen by the manager of the time', async () => {
    // QS013 worked in the east until 2026-02 and in the south since.
    expect((await c.get('shen', '/scores/QS013?period=2025-Q4')).status).toBe(200)
    expect((await c.get('shen', '/scores/QS013?period=2026-Q3')).status).toBe(404)
  })

  test('a period without a run, and one without the person, say so', async () => {
    expect((await c.get('chen', '/scores/QS011?period=2025-Q3')).body).toMatchObject({ run: null, score: null, lines: [] })
    expect((await c.get('chen', '/explanations/QS011?period=2025-Q3&subject=score')).body).toMatchObject({ status: 404, code: 'run.not-found' })
    expect((await c.get('lin', '/scores/QS014?period=2025-Q3')).body.code).toBe('explain.not-active')
  })
})

describe('explanations', () => {
  test('of the score, a line, the pay, a component and a measure: both evaluators agree', async () => {
    const score = (await c.get('chen', '/explanations/QS011?period=2026-Q3&subject=score')).body
    expect(score).toMatchObject({ kind: 'score', agrees: true, trace: { lines: expect.any(Array) } })
    expect(score.recomputed).toEqual(score.stored)
    const line = (await c.get('chen', `/explanations/QS011?period=2026-Q3&subject=${encodeURIComponent('line:销售额')}`)).body
    expect([line.trace.lines.length, line.stored.line]).toEqual([1, '销售额'])
    const pay = (await c.get('chen', '/explanations/QS011?period=2026-Q3&subject=pay')).body
    expect([pay.kind, pay.agrees, pay.traces.length === pay.stored.length]).toEqual(['pay', true, true])
    const one = pay.stored[0].component
    expect((await c.get('chen', `/explanations/QS011?period=2026-Q3&subject=${encodeURIComponent(`component:${one}`)}`)).body.traces).toHaveLength(1)
    const measure = (await c.get('chen', `/explanations/QS011?period=2026-Q3&subject=${encodeURIComponent('measure:销售额')}`)).body
    expect(measure).toMatchObject({ kind: 'measure', agrees: true, people: { QS011: '陈晓东' } })
    expect(measure.stored).toBe(measure.recomputed)
    for (const subject of ['measure:nothing', 'line:nothing', 'component:nothing', 'nonsense', 'measure:__proto__'])
      expect((await c.get('chen', `/explanations/QS011?period=2026-Q3&subject=${subject}`)).body.code, subject).toMatch(/^explain\.no-/)
  })

  test('the records behind a figure come page by page and add up to it', async () => {
    const subject = `subject=${encodeURIComponent('measure:销售额')}`
    const { body } = await c.get('shen', `/explanations/QS011?period=2026-Q3&${subject}`)
    const records = await allPages('shen', `/explanations/QS011/records?period=2026-Q3&${subject}&at=${body.trace.parts.at}&limit=5`)
    expect(records).toHaveLength(body.trace.parts.records)
    expect(records.length).toBeGreaterThan(5)
    const sum = records.reduce((all, r) => all + Math.round(Number((r as unknown as { contributes: string }).contributes) * 100), 0) // As the schema says.
    expect(sum).toBe(Math.round(Number(body.stored) * 100))
  })

  test('show no record to who may not see any, and of a team only those of people one sees', async () => {
    const hr = (await c.get('fu', `/explanations/QS011?period=2026-Q3&subject=${encodeURIComponent('measure:销售额')}`)).body
    expect(hr).toMatchObject({ agrees: true, trace: { parts: { counted: [], records: 0, hidden: expect.any(Number) } } })
    expect(hr.trace.parts.hidden).toBeGreaterThan(5)
    expect((await c.get('root', '/explanations/QS011?period=2026-Q3&subject=pay')).status).toBe(403)
    expect((await c.get('chen', '/explanations/QS012?period=2026-Q3&subject=score')).status).toBe(404)
  })
})

describe('facts for the browser', () => {
  const recomputed = async (who: string, employee: string) => {
    const { body } = await c.get(who, `/facts/${employee}?period=2026-Q3`)
    const { body: rules } = await c.get(who, '/program')
    expect(rules.hash).toBe(body.program)
    const evaluator = openEvaluator(rules.program, rules.calendar, body.facts)
    const of = { employee, period: '2026-Q3' }
    return { body, score: evaluator.score(of)?.result ?? null, earnings: evaluator.earnings(of).map((e) => e.result) }
  }
  const sorted = (earnings: readonly { incentive: string; component: string }[]) => [...earnings].map((e) => canonicalJson(e)).sort()

  test('are enough to work out one’s own score and pay again, to the last digit', async () => {
    for (const [who, employee] of [
      ['chen', 'QS011'],
      ['lin', 'QS002'],
      ['comp', 'QS015'],
    ] as const) {
      const { body, score, earnings } = await recomputed(who, employee)
      expect(body.complete, employee).toEqual({ records: true, pay: true })
      expect(canonicalJson(score), employee).toBe(canonicalJson(body.stored.score))
      expect(sorted(earnings), employee).toEqual(sorted(body.stored.earnings))
      expect(body.stored.score, employee).not.toBe(null)
    }
  })

  test('leave out what one may not see, and say so', async () => {
    const admin = (await c.get('root', '/facts/QS011?period=2026-Q3')).body
    expect([admin.complete.pay, admin.facts.pay, admin.stored.earnings]).toEqual([false, [], []])
    const hr = (await c.get('fu', '/facts/QS011?period=2026-Q3')).body
    const given = Object.entries(hr.facts.records as Record<string, unknown[]>).flatMap(([dataset, records]) => (records.length > 0 ? [dataset] : [])) // As the schema says.
    expect([hr.complete.records, given]).toEqual([false, ['ratings']])
    expect(admin.facts.records.ratings).toEqual([])
    expect((await c.get('chen', '/facts/QS012?period=2026-Q3')).status).toBe(404)
  })

  test('the rules are answered once: whoever has them is told so', async () => {
    const { body } = await c.get('chen', '/program')
    expect((await c.get('chen', '/program', { 'if-none-match': `"${body.hash}"` })).status).toBe(304)
  })
})

describe('rankings', () => {
  const ranking = async (who: string, more = '') => (await c.get(who, `/rankings?period=2026-Q3&limit=200${more}`)).body
  const setting = (value: string) =>
    c.scratch.store.tx((tx) =>
      tx.run(sql`insert into app.setting (name, value) values ('rankings', ${JSON.stringify(value)}::jsonb) on conflict (name) do update set value = excluded.value`),
    )

  test('one knows one’s own place; of colleagues only what the company shows', async () => {
    const alone = await ranking('chen', '&role=hunter')
    expect([alone.items.length, alone.me.id, alone.items[0].mine]).toEqual([1, 'QS011', true])
    expect(alone.of).toBeGreaterThan(5)
    await setting('upper-half')
    const half = await ranking('chen', '&role=hunter')
    const others = half.items.filter((r: { mine: boolean }) => !r.mine)
    expect(others.every((r: { rank: number }) => r.rank <= Math.ceil(half.of / 2))).toBe(true)
    expect([others.length > 2, others.length < half.of]).toEqual([true, true])
    await setting('all')
    expect((await ranking('chen', '&role=hunter')).items.length).toBe(half.of)
    await setting('visible')
  })

  test('by a measure and by improvement; less is better turns it round', async () => {
    const value = await ranking('lin', `&measure=${encodeURIComponent('销售额')}`)
    const values = value.items.map((r: { value: string }) => Number(r.value))
    expect(values).toEqual([...values].sort((a, b) => b - a))
    const improved = await ranking('lin', `&measure=${encodeURIComponent('销售额')}&by=improvement&role=hunter`)
    const shares = improved.items.map((r: { share: string }) => Number(r.share))
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(improved.previous).toBe('2026-Q2')
    const cycle = await ranking('lin', `&measure=${encodeURIComponent('销售周期')}`)
    const days = cycle.items.map((r: { value: string }) => Number(r.value))
    expect([cycle.measure.better, days]).toEqual(['less', [...days].sort((a, b) => a - b)])
    expect((await c.get('lin', '/rankings?period=2026-Q3&measure=nothing')).body.code).toBe('explain.no-measure')
    expect((await allPages('lin', '/rankings?period=2026-Q3&limit=6')).length).toBe((await ranking('lin')).total)
  })
})
