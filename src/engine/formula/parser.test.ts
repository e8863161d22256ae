import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMULA_DEPTH, FORMULA_LENGTH, FORMULA_PROBLEMS } from '../../base/limits.ts'
import type { Ast } from './ast.ts'
import { FUNCTIONS, WORDS } from './functions.ts'
import { parseFormula } from './parser.ts'
import { printAst } from './print.ts'

/** Parse and print: shows how a formula was understood. Brackets around every operator's parts make the grouping visible. */
function grouped(text: string): string {
  const { ast, problems } = parseFormula(text)
  expect(problems).toEqual([])
  return show(ast)
}

function show(ast: Ast): string {
  switch (ast.kind) {
    case 'binary':
      return `(${show(ast.left)} ${ast.op} ${show(ast.right)})`
    case 'neg':
    case 'not':
      return `(${ast.kind} ${show(ast.of)})`
    case 'empty':
      return `(${show(ast.of)} ${ast.negated ? 'not ' : ''}empty)`
    case 'in':
      return `(${show(ast.of)} ${ast.negated ? 'not ' : ''}in [${ast.list.map(show).join(', ')}])`
    default:
      return printAst(ast, 'en')
  }
}

/** What is wrong, and the text each mistake points at. */
function problems(text: string): string[] {
  return parseFormula(text).problems.map((p) => `${p.code}: ${text.slice(p.span.from, p.span.to)}`)
}

describe('a formula is grouped as people read it', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['-a * b', '((neg a) * b)'],
    ['a * -b', '(a * (neg b))'],
    ['a = 1 and b = 2 or c = 3', '(((a = 1) and (b = 2)) or (c = 3))'],
    ['not a = 1 and b', '((not (a = 1)) and b)'],
    ['a + 1 > b * 2', '((a + 1) > (b * 2))'],
    ['x is not empty and y is empty', '((x not empty) and (y empty))'],
    ['a not in (1, -2)', '(a not in [1, (neg 2)])'],
    ['name contains "a" or name starts with "b"', '((name contains "a") or (name starts "b"))'],
    ['contains(name, "a")', '(name contains "a")'],
    ['order.customer.region', 'order.customer.region'],
    ['score() / 100 * coefficient ()', '((score() / 100) * coefficient())'],
    ['score + score()', '(score + score())'],
    ['tiers(commission, a + b, target(a)) > 3', '(tiers(commission, a + b, target(a)) > 3)'],
  ])('%s', (text, expected) => {
    expect(grouped(text)).toBe(expected)
  })
})

describe('Chinese and English say the same', () => {
  it.each([
    ['状态 = "赢单" 且 金额 ＞ 1万', '状态 = "赢单" and 金额 > 10000'],
    ['（甲 ＋ 乙）× 丙 ÷ 30％', '(甲 + 乙) * 丙 / 30%'],
    ['甲 属于 （“a”，‘b’）', '甲 in (\'a\', "b")'],
    ['甲 不属于 (1、2)', '甲 not in (1, 2)'],
    ['甲 为空 或 非 乙 不为空', '甲 is empty or not 乙 is not empty'],
    ['如果(甲, 真, 假)', 'IF(甲, TRUE, False)'],
    ['首次(客户, 区域 条件 金额 > 0 近90天)', 'first(客户, 区域 where 金额 > 0 within 90 days)'],
    ['曾有(客户 近 90 天)', 'earlier(客户 within 90)'],
    ['甲 包含 "x" 并且 甲 开头是 "y"', 'contains(甲, "x") and starts(甲, "y")'],
    ['甲 ≠ 乙 或者 甲 ≤ 乙', '甲 != 乙 or 甲 <= 乙'],
    ['上期(团队(甲, 2))', 'previous(team(甲, 2))'],
    ['「客户 名称」.区域', '`客户 名称`.区域'],
    ['１２．５', '12 .5'],
  ])('%s', (zh, en) => {
    const [a, b] = [parseFormula(zh), parseFormula(en)]
    expect(printAst(a.ast, 'zh')).toBe(printAst(b.ast, 'zh'))
  })
})

describe('values', () => {
  it.each([
    ['1_000.50', '1000.5'],
    ['30%', '30%'],
    ['0.5 %', '0.5%'],
    ['1.5万', '15000'],
    ['2亿', '200000000'],
    ['１２３', '123'],
    ['"say ""hi"""', '"say ""hi"""'],
    ["'it''s'", '"it\'s"'],
    ['“他说””好””。”', '"他说”好”。"'],
    ['`a``b`', '`a``b`'],
    ['「甲」」乙」', '`甲」乙`'],
    ['`and`', '`and`'],
    ['where', '`where`'],
  ])('%s', (text, expected) => {
    expect(grouped(text)).toBe(expected)
  })
})

describe('every mistake has its place', () => {
  it.each([
    ['', ['formula.empty: ']],
    ['金额 × ', ['formula.expected-value: ']],
    ['金额 + * 数量', ['formula.expected-value: *']],
    ['(金额 + 1', ['formula.unclosed-paren: (']],
    ['金额 + 1)', ['formula.unexpected-paren: )']],
    ['金额 数量', ['formula.missing-operator: 数量']],
    ['金额 > 1,000', ['formula.comma-in-number: ,']],
    ['(金额, 数量)', ['formula.unexpected: ,']],
    ['金额 # 2', ['formula.unexpected-character: #', 'formula.missing-operator: 2']],
    ['状态 = "赢单', ['formula.unclosed-text: "赢单']],
    ['「客户', ['formula.unclosed-name: 「客户']],
    ['1 < 2 < 3', ['formula.chained-comparison: <']],
    ['合计(金额)', ['formula.unknown-function: 合计']],
    ['如果(真, 1)', ['formula.arity: 如果']],
    ['首次()', ['formula.arity: 首次']],
    ['得分(1)', ['formula.arity: 得分']],
    ['薪酬()', ['formula.arity: 薪酬']],
    ['阶梯(表)', ['formula.arity: 阶梯']],
    ['查表(表)', ['formula.arity: 查表']],
    ['司龄(', ['formula.unclosed-paren: (']],
    ['在岗比率()', ['formula.unknown-function: 在岗比率']],
    ['客户.', ['formula.expected-name: ']],
    ['客户.3', ['formula.expected-name: 3']],
    ['甲 属于 "x"', ['formula.expected-list: "x"']],
    ['甲 is 3', ['formula.expected-empty: 3']],
    ['首次(甲 近 0 天)', ['formula.expected-days: 0']],
    ['首次(甲 近 天)', ['formula.expected-days: 天']],
    ['1'.repeat(41), [`formula.number-too-long: ${'1'.repeat(41)}`]],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('reads on after a mistake and finds the others', () => {
    expect(problems('(甲 + ) × 合计(1) 且 乙 乙')).toEqual(['formula.expected-value: )', 'formula.unknown-function: 合计', 'formula.missing-operator: 乙'])
  })

  it('reports at most so many mistakes of one formula', () => {
    expect(parseFormula('$ '.repeat(500)).problems).toHaveLength(FORMULA_PROBLEMS)
    expect(parseFormula('甲 乙 '.repeat(200)).problems).toHaveLength(FORMULA_PROBLEMS)
  })
})

describe('limits', () => {
  it('refuses a formula that is too long, at the first character too many', () => {
    const { problems: found } = parseFormula('1'.padEnd(FORMULA_LENGTH + 1, ' '))
    expect(found.map((p) => [p.code, p.span.from])).toEqual([['formula.too-long', FORMULA_LENGTH]])
  })

  it.each([
    ['brackets', (n: number) => `${'('.repeat(n)}1${')'.repeat(n)}`],
    ['signs', (n: number) => `${'-'.repeat(n)}1`],
    ['a row of sums', (n: number) => `1${' + 1'.repeat(n)}`],
    ['calls', (n: number) => `${'abs('.repeat(n)}1${')'.repeat(n)}`],
  ])('refuses %s nested too deep, once, and takes what is just inside', (_, make) => {
    expect(parseFormula(make(FORMULA_DEPTH + 1)).problems.map((p) => p.code)).toEqual(['formula.too-deep'])
    expect(parseFormula(make(FORMULA_DEPTH - 2)).problems).toEqual([])
  })
})

describe('whatever is typed', () => {
  const words = [
    ...WORDS.keys(),
    ...FUNCTIONS.flatMap((f) => [f.name.zh, f.name.en]),
    'where',
    '条件',
    'within',
    '近',
    '近9天',
    'days',
    '天',
    'empty',
    'with',
    '金额',
    'a',
    '`x y`',
    '「甲」',
    '1',
    '12.5',
    '30%',
    '1万',
    "'t'",
    '“文”',
  ]
  const signs = ['(', ')', ',', '，', '.', '+', '-', '×', '÷', '=', '≠', '<', '>=', '%', '"', '`', '「', ' ', '\n', '#', '\u0000']
  const pieces = fc.array(fc.constantFrom(...words, ...signs), { maxLength: 40 }).map((parts) => parts.join(' '))

  it('the parser never throws, and every place lies inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), pieces), (text) => {
        for (const { span } of parseFormula(text).problems) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeGreaterThanOrEqual(span.from)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('printing and reading again gives the same formula, in both languages', () => {
    fc.assert(
      fc.property(anyAst, (ast) => {
        for (const lang of ['zh', 'en'] as const) {
          const printed = printAst(ast, lang)
          const again = parseFormula(printed)
          expect(again.problems).toEqual([])
          expect(withoutSpans(again.ast)).toEqual(withoutSpans(ast))
          expect(printAst(again.ast, lang)).toBe(printed)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

const span = { from: 0, to: 0 }
const anyName = fc.oneof(
  fc.constantFrom('金额', 'a', 'and', 'where', '近9天', 'is', '日期', 'round', '包含', 'x y', '甲」乙', 'a`b', '1st', '', 'a.b', 'é'),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
)
const anyNumber = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => {
  const text = digits.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, '')
})
const { ast: anyAst } = fc.letrec<{ ast: Ast; operand: Ast }>((tie) => ({
  ast: fc.oneof({ maxDepth: 5, withCrossShrink: true }, { weight: 2, arbitrary: tie('operand') }, ...composite(() => tie('ast'))),
  operand: fc.oneof(
    anyNumber.map((value): Ast => ({ kind: 'number', value, percent: false, span })),
    fc.constantFrom('0.3', '0.005', '1.25', '0', '12').map((value): Ast => ({ kind: 'number', value, percent: true, span })),
    fc.string({ unit: 'binary', maxLength: 6 }).map((value): Ast => ({ kind: 'text', value, span })),
    fc.boolean().map((value): Ast => ({ kind: 'boolean', value, span })),
    fc.array(anyName, { minLength: 1, maxLength: 3 }).map((names): Ast => ({ kind: 'path', segments: names.map((name) => ({ name, span })), span })),
    fc.constant<Ast>({ kind: 'null', span }),
    fc.constantFrom('score', 'grade', 'presence').map((fn): Ast => ({ kind: 'call', fn, args: [], span })),
  ),
}))

function composite(part: () => fc.Arbitrary<Ast>): fc.Arbitrary<Ast>[] {
  const parts = fc.array(part(), { minLength: 1, maxLength: 3 })
  const op = fc.constantFrom('+', '-', '*', '/', '=', '<>', '<', '<=', '>', '>=', 'and', 'or', 'contains', 'starts' as const)
  return [
    fc.record({ kind: fc.constantFrom('neg', 'not'), of: part(), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('binary'), op, left: part(), right: part(), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('in'), of: part(), list: parts, negated: fc.boolean(), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('empty'), of: part(), negated: fc.boolean(), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('call'), fn: fc.constantFrom('abs', 'year', 'date'), args: fc.tuple(part()), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('call'), fn: fc.constantFrom('tiers', 'lookup'), args: fc.tuple(part(), part(), part()), span: fc.constant(span) }),
    fc.record({ kind: fc.constant('call'), fn: fc.constant('value_or'), args: fc.tuple(part(), part(), part()), span: fc.constant(span) }),
    fc.record({
      kind: fc.constant('seen'),
      what: fc.constantFrom('first', 'earlier'),
      keys: parts,
      where: fc.option(part()),
      withinDays: fc.option(fc.integer({ min: 1, max: 900 })),
      span: fc.constant(span),
    }),
  ] as fc.Arbitrary<Ast>[] // each record is one kind of node, which the library's types widen
}

function withoutSpans(ast: Ast): unknown {
  return JSON.parse(JSON.stringify(ast, (key, value: unknown) => (key === 'span' ? undefined : value)))
}
