import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../base/diagnostic.ts'
import type { Expr } from '../ir.ts'
import { walk } from '../walk.ts'
import { BAD_TABLES } from './testing-bad-tables.ts'
import { type BadTable, checkWithTables, TABLES } from './testing-tables.ts'
import { engineTexts } from './texts.ts'
import { tableTexts } from './texts-tables.ts'

/** The tables that compiled formulas hold, by id. */
function tablesIn(bad?: Pick<BadTable, 'in' | 'change'>): Record<string, unknown> {
  const { program, diagnostics } = checkWithTables(bad)
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
  const found: Record<string, unknown> = {}
  const look = (expr: Expr | null) =>
    walk(expr, (e) => {
      if (e.node === 'tiers' || e.node === 'curve' || e.node === 'lookup') found[e.table.table] = e.table
    })
  for (const { body } of Object.values(program?.measures ?? {})) look(body.kind === 'formula' ? body.expr : body.aggregate.value)
  for (const incentive of Object.values(program?.incentives ?? {})) for (const { now } of incentive.components) look(now.amount)
  return found
}

function found(bad: BadTable) {
  const { program, diagnostics } = checkWithTables(bad)
  return {
    program,
    lines: diagnostics.map((d) => {
      const text = d.place.span === undefined ? undefined : (bad.change[d.place.path?.join('.') ?? ''] as string | undefined) // formulas are changed by their whole path
      return { code: d.code, file: d.place.file, path: d.place.path?.join('.'), at: text?.slice(d.place.span?.from, d.place.span?.to), severity: d.severity, params: d.params }
    }),
  }
}

/** What is said about the first mistake of a code. */
function said(bad: BadTable, lang: 'zh' | 'en'): string {
  const line = found(bad).lines.find(({ code }) => code === bad.code)
  if (line === undefined) return ''
  const { say, cure } = inWords(line, lang, engineTexts)
  return `${say} ${cure}`
}

describe('good tables', () => {
  it('have nothing to be said about them, and stand in the formulas that read them', () => {
    expect(checkWithTables().diagnostics).toEqual([])
    expect(Object.keys(tablesIn()).sort()).toEqual([...Object.keys(TABLES), 'own'].sort())
  })

  it('tiers go on where the one before ends, begin at 0, and percent becomes a fraction', () => {
    const tier = (from: string | null, until: string | null, rate: string | null, amount: string | null) => ({ from, until, rate, amount })
    const { ladder, bonus, each_piece: piece } = tablesIn()
    expect(ladder).toEqual({
      table: 'ladder',
      mode: 'marginal',
      boundary: 'begins',
      tiers: [tier('0', '1000', '0.01', null), tier('1000', '3000', '0.02', null), tier('3000', null, '0.03', null)],
    })
    expect(bonus).toMatchObject({ boundary: 'begins', tiers: [tier(null, '0.6', null, '0'), tier('0.6', '1', null, '500'), tier('1', null, null, '1000.5')] })
    expect(piece).toMatchObject({ tiers: [tier('0', '10', '5', null), tier('10', null, '7', null)] })
  })

  it('a tier without an end ends where the next one begins', () => {
    expect(tablesIn({ in: 'ladder', change: { 'tiers.0.to': undefined, 'tiers.1.to': undefined } })['ladder']).toEqual(tablesIn()['ladder'])
  })

  it('a number that is percent keeps every digit', () => {
    expect(tablesIn({ in: 'bonus', change: { 'tiers.0.to': '59.999999999999999999%' } })['bonus']).toMatchObject({ tiers: [{ until: '0.59999999999999999999' }, {}, {}] })
  })

  it('curves and lookups', () => {
    const { speed, matrix } = tablesIn()
    expect(speed).toEqual({ table: 'speed', points: [{ at: '0.5', value: '0' }, { at: '1', value: '1' }, { at: '1.5', value: '2.5' }] }) // biome-ignore format: one point after another
    expect(matrix).toEqual({
      table: 'matrix',
      dimensions: [
        { name: 'region', kind: 'text', boundary: 'begins' },
        { name: 'discount', kind: 'range', boundary: 'begins' },
      ],
      rows: [
        {
          cells: [
            { kind: 'text', values: ['北'] },
            { kind: 'range', from: null, until: '0.1' },
          ],
          value: '0.05',
        },
        {
          cells: [
            { kind: 'text', values: ['南', '东'] },
            { kind: 'range', from: '0.1', until: '0.2' },
          ],
          value: '0.03',
        },
        { cells: [{ kind: 'text', values: ['北'] }, { kind: 'any' }], value: '0.02' },
        { cells: [{ kind: 'any' }, { kind: 'any' }], value: '0.01' },
      ],
      otherwise: '0',
    })
  })

  it('may do what looks odd and is not: a curve that falls on purpose, a percent of 0, accelerators, wider rows after narrower ones', () => {
    const fine = (change: Record<string, unknown>, table: string) => expect([table, change, checkWithTables({ in: table, change }).diagnostics]).toEqual([table, change, []])
    fine({ rises: false, 'points.2.value': 0.5 }, 'speed')
    fine({ 'points.0.at': 0 }, 'speed')
    fine({ 'points.2.value': 1 }, 'speed')
    fine({ pays: 'money' }, 'ladder')
    fine({ 'tiers.0.rate': 0.01, 'tiers.1.rate': 0.02, 'tiers.2.rate': 0.03 }, 'ladder')
    fine({ 'tiers.0.rate': 0 }, 'ladder')
    fine({ mode: 'whole', boundary: 'ends' }, 'ladder')
    fine({ 'tiers.0.from': 'any' }, 'ladder')
    fine({ 'rows.1.when.discount': {} }, 'matrix')
    fine({ 'rows.2.when': { region: '北', discount: { from: '10%' } } }, 'matrix')
    fine({ otherwise: undefined }, 'matrix')
  })
})

describe('a bad table is refused with the place of the mistake', () => {
  it.each(BAD_TABLES.map((bad) => [bad.code, bad.in, JSON.stringify(bad.change).slice(0, 90), bad] as const))('%s in %s: %s', (code, file, _, bad) => {
    const { program, lines } = found(bad)
    const line = lines.find((l) => l.code === code && l.path === bad.path && (bad.at === undefined || l.at === bad.at))
    expect(line, JSON.stringify(lines, null, 1)).toBeDefined()
    if (code !== 'table.pays') expect(line?.file).toBe(file)
    expect(program === null).toBe(line?.severity === 'error')
  })

  it('nothing else is said than the mistake', () => {
    const echoes = BAD_TABLES.flatMap((bad) => {
      const codes = new Set(
        found(bad)
          .lines.filter((line) => line.severity === 'error')
          .map((line) => line.code),
      )
      codes.delete(bad.code)
      return [...codes].map((code) => `${bad.code} in ${bad.in}: also ${code}`)
    })
    // A table that is renamed, or has a key too many, takes its readers along.
    expect(echoes.filter((echo) => !/^(name|document|lookup\.key-twice)\b/.test(echo))).toEqual([])
  })
})

describe('what is said', () => {
  it('covers every sentence about tables', () => {
    expect(Object.keys(tableTexts).filter((code) => !BAD_TABLES.some((bad) => bad.code === code))).toEqual([])
  })

  it('has every parameter filled in, in both languages', () => {
    const open = BAD_TABLES.flatMap((bad) =>
      found(bad).lines.flatMap((line) =>
        (['zh', 'en'] as const).flatMap((lang) => {
          const { say, cure } = inWords(line, lang, engineTexts)
          return /\{\w+\}/.test(say + cure) || cure === '' || !(line.code in engineTexts) ? [`${line.code} ${lang}: ${say} ${cure}`] : []
        }),
      ),
    )
    expect(open).toEqual([])
  })

  it('G15: tiers 0–60 % and 50–100 % overlap, and both are named', () => {
    const tiers = [{ from: '0%', to: '60%', rate: '1%' }, { from: '50%', to: '100%', rate: '2%' }] // biome-ignore format: as it is written
    const g15: BadTable = { code: 'tiers.overlap', in: 'bonus', change: { mode: 'marginal', pays: undefined, tiers }, path: 'tiers.1.from' }
    expect(found(g15).program).toBeNull()
    expect(said(g15, 'zh')).toBe('两档重叠：0%–60% 和 50%–100%。 让后一档从 60% 开始（不写 from 就接着前一档），刚好在边界上的数归哪一档由 boundary 决定。')
    expect(said(g15, 'en')).toBe(
      'Two tiers overlap: 0%–60% and 50%–100%. Let the second begin at 60% (without from it goes on where the one before ends); boundary says which of them owns a number exactly there.',
    )
  })

  it('names both sides of a gap, of a fall and of rows that overlap', () => {
    const of = (code: string, table: string) => BAD_TABLES.find((bad) => bad.code === code && bad.in === table) as BadTable // it is in the list
    expect(said(of('tiers.gap', 'ladder'), 'en')).toContain('0–1000 and 1001–3000')
    expect(said(of('tiers.gap', 'bonus'), 'zh')).toContain('60%–100% 和 100.01% 以上')
    expect(said(of('tiers.order', 'ladder'), 'zh')).toContain('0–1000 写在 1000–3000 后面')
    expect(said(of('curve.falls', 'speed'), 'en')).toContain('from 100% to 150%: 1 → 0.9')
    expect(said(of('lookup.overlap', 'matrix'), 'zh')).toContain('第 1 行和第 2 行别的都相同，范围却重叠：discount 10% 以下 和 discount 9%–20%')
  })
})
