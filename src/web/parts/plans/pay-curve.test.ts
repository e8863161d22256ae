import { expect, it } from 'vitest'
import { checkPlan } from '../../../engine/check/check-plan.ts'
import { parseDocument } from '../../../engine/documents/parse.ts'
import type { Expr, TiersIr } from '../../../engine/ir.ts'
import { curveOfTable } from './pay-curve.ts'
import { numberIn, readCurve, readLookup, readTiers, type TableDraft } from './read-table.ts'

type Body = TableDraft & Readonly<Record<string, unknown>> & { readonly table: string }

const bodies: readonly Body[] = [
  {
    table: '比例',
    kind: 'tiers',
    mode: 'marginal',
    of: 'percent',
    tiers: [
      { to: '60%', rate: '1%' },
      { to: '100%', rate: '2.8%' },
      { from: '100%', rate: '5%' },
    ],
  },
  {
    table: '奖金',
    kind: 'tiers',
    mode: 'whole',
    boundary: 'ends',
    of: '个',
    pays: 'money',
    tiers: [
      { from: 'any', amount: 0 },
      { from: 6, amount: 200.5 },
    ],
  },
  {
    table: '插值',
    kind: 'tiers',
    mode: 'interpolated',
    boundary: 'begins',
    of: 'money',
    pays: 'money',
    tiers: [
      { to: 10000, amount: 100 },
      { to: 30000, amount: 400 },
    ],
  },
  {
    table: '折线',
    kind: 'curve',
    of: 'number',
    pays: 'percent',
    points: [
      { at: 75, value: '0%' },
      { at: 92, value: '80%' },
      { at: 120, value: '150%' },
    ],
  },
  {
    table: '矩阵',
    kind: 'lookup',
    pays: 'percent',
    by: [{ key: '达成', range: 'percent', boundary: 'ends' }, { key: '等级' }],
    rows: [{ when: { 达成: { to: '80%' }, 等级: 'S' }, value: '0%' }, { when: { 达成: { from: '80%', to: '100%' }, 等级: ['A', 'B'] }, value: '40%' }, { value: '50%' }],
    otherwise: '10%',
  },
]

/** The same tables as the checker reads them: each stands in a formula of its own. */
function checked(body: Body): unknown {
  const document = <K extends 'company' | 'table' | 'incentive' | 'measure'>(kind: K, of: unknown) => ({
    document: parseDocument(kind, of).document ?? expect.fail(JSON.stringify(parseDocument(kind, of).diagnostics)),
  })
  const asked = body['kind'] === 'lookup' ? 'x, grade()' : 'x'
  const call = body['kind'] === 'tiers' ? 'tiers' : body['kind'] === 'curve' ? 'curve' : 'lookup'
  const unit = body['kind'] === 'lookup' ? (body['by'] as { range: string }[])[0]?.range : body['of']
  const { program, diagnostics } = checkPlan({
    company: document('company', { company: 'c', name: 'c', currency: 'CNY', units: { 个: '个', 件: '件' } }),
    datasets: [],
    measures: [document('measure', { measure: 'x', kind: 'entered', unit, over: 'last' })],
    tables: [document('table', body)],
    incentives: [
      document('incentive', {
        incentive: 'p',
        every: 'month',
        components: [{ component: 'c', amount: `pay(base) * (${call}(\`${body.table}\`, ${asked}) / ${body['pays'] === 'money' || body['of'] === 'money' ? 'pay(base)' : '1'})` }],
      }),
    ],
  })
  const found: unknown[] = []
  const look = (e: Expr): void => {
    if (e.node === 'tiers' || e.node === 'curve' || e.node === 'lookup') found.push(e.table)
    for (const part of Object.values(e)) if (typeof part === 'object' && part !== null && 'node' in part) look(part as Expr)
  }
  const amount = program?.incentives['p']?.components[0]?.now.amount
  if (amount === undefined) expect.fail(JSON.stringify(diagnostics))
  else look(amount)
  return found[0]
}

it.each(bodies.map((body) => [body.table, body] as const))('%s is drawn from the very table that the checker makes of it', (_, body) => {
  const read = body['kind'] === 'tiers' ? readTiers(body, body.table) : body['kind'] === 'curve' ? readCurve(body, body.table) : readLookup(body, body.table)
  expect(read).toEqual(checked(body))
})

it('what is half written is not drawn', () => {
  expect(readTiers({ mode: 'marginal', tiers: [{ to: '10', rate: '' }] })).toBeNull()
  expect(readTiers({ mode: 'marginal', tiers: [{ to: 'x', rate: '1%' }, { rate: '2%' }] })).toBeNull()
  expect(
    readTiers({
      mode: 'marginal',
      tiers: [
        { to: '10', rate: '1%' },
        { to: '5', rate: '2%' },
      ],
    }),
  ).toBeNull()
  expect(readTiers({ mode: 'interpolated', tiers: [{ to: '10', amount: '1' }, { amount: '2' }] })).toBeNull()
  expect(readTiers({ tiers: 'none' })).toBeNull()
  expect(
    readCurve({
      points: [
        { at: '1', value: '1' },
        { at: '1', value: '2' },
      ],
    }),
  ).toBeNull()
  expect(readLookup({ by: [{ key: 'a' }], rows: [{ when: { a: 'x' }, value: '' }] })).toBeNull()
  expect([numberIn('1.5%'), numberIn(3), numberIn('1,000'), numberIn(''), numberIn(null)]).toEqual(['0.015', '3', null, null, null])
})

it('a jump is drawn as one, and the figures are exact on its bound', () => {
  const table = readTiers({ mode: 'whole', boundary: 'begins', tiers: [{ to: '10000', rate: '2%' }, { rate: '3%' }] }) as TiersIr
  const curve = curveOfTable(table) ?? expect.fail('nothing drawn')
  expect(curve.bends).toEqual([0, 10000])
  expect(curve.rows.map(({ x, pays, share }) => [x, pays, share])).toEqual([
    ['0', '0', null],
    ['10000', '300', '0.03'],
    ['12500', '375', '0.03'],
  ])
  const near = curve.points.filter(([x]) => Math.abs(x - 10000) < 1).map(([, y]) => Math.round(y))
  expect(near).toEqual([200, 300, 300])
})
