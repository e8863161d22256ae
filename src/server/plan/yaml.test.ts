import { describe, expect, test } from 'vitest'
import { parseYaml } from './yaml.ts'

/** The text that a place points at, to the end of its line. */
function pointedAt(text: string, at: { line?: number; column?: number }): string | undefined {
  return text.split('\n')[(at.line ?? 0) - 1]?.slice((at.column ?? 0) - 1)
}

function only(text: string) {
  const { entries, diagnostics } = parseYaml('f.yaml', text)
  expect(diagnostics).toEqual([])
  const [entry] = entries
  if (entry === undefined) throw new Error('no document')
  return entry
}

describe('places in a YAML file', () => {
  test('a value, a key without value, an item of a list, and a path that ends early', () => {
    const text = 'a: 1\nb:\n  c: [x, y]\n  d:\n'
    const entry = only(text)
    expect(pointedAt(text, entry.place(['b', 'c', 1]))).toBe('y]')
    expect(pointedAt(text, entry.place(['b', 'd']))).toBe('d:')
    expect(pointedAt(text, entry.place(['b', 'nothing', 'there']))).toBe('c: [x, y]')
    expect(entry.place([])).toMatchObject({ file: 'f.yaml', line: 1, column: 1 })
  })

  test('several documents: by ---, and as the items of a list', () => {
    const text = 'm: 1\n---\n- m: 2\n- m: 3\n---\n# nothing\n'
    const { entries } = parseYaml('f.yaml', text)
    expect(entries.map((e) => e.value)).toEqual([{ m: 1 }, { m: 2 }, { m: 3 }])
    expect(entries.map((e) => e.place(['m']).line)).toEqual([1, 3, 4])
  })

  // The span of “右边” in the value must point at 右边 in the file, whatever quotes, escapes and folded lines lie between.
  test.each([
    ['plain', 'f: 左边 + 右边'],
    ['single quotes', "f: '左边''s + 右边'"],
    ['double quotes', 'f: "左\\u8fb9 \\"x\\" + 右边"'],
    ['a literal block', 'f: |\n    左边 +\n      右边\n'],
    ['a folded block', 'f: >-\n    左边\n    + 右边\n'],
    ['a plain text over two lines', 'f: 左边 +\n  右边'],
    ['an alias', 'x: &x 左边 + 右边\nf: *x'],
  ])('a span inside %s', (_, text) => {
    const entry = only(text)
    const value = String((entry.value as { f: string }).f) // The documents above are such.
    const from = value.indexOf('右边')
    expect(from).toBeGreaterThan(0)
    expect(pointedAt(text, entry.place(['f'], { from, to: from + 2 }))).toMatch(/^右边/)
  })

  test('what its author wrote: an id 007 is not 7', () => {
    expect(only('id: 007\nname: "007"\nday: 2026-01-02').written(['id'])).toBe('007')
  })
})

describe('broken YAML is refused with its place and yields nothing', () => {
  test.each([
    ['a: 1\na: 2\n', 'plan.yaml.duplicate-key', 2],
    ['a:\n\t- x\n', 'plan.yaml.tab', 2],
    ['a: "x\n', 'plan.yaml.quote', 2],
    ['- { a: x in ("b", "c") }\n', 'plan.yaml.unquoted', 1],
    ['- { a: x in ["b"] }\n', 'plan.yaml.unquoted', 1],
    ['- a: x\n\tb: y\n', 'plan.yaml.tab', 2],
    ['- a: x\n b: y\n', 'plan.yaml.indent', 2],
    ['a: [1, 2\nb: 3\n', 'plan.yaml.bracket', 2],
    ['f: "x" + y\n', 'plan.yaml.after-value', 1],
    ['f: @x\n', 'plan.yaml.start-char', 1],
    ['a: *nothing\n', 'plan.yaml.alias', 1],
    ['a: "\\q"\n', 'plan.yaml.escape', 1],
    ['a: !danger x\n', 'plan.yaml.tag', 1],
    ['a: b: c\n', 'plan.yaml.two-colons', 1],
    ['a: 1\n  b: 2\n', 'plan.yaml.missing-colon', 1],
    ['a: x\nb：y\n', 'plan.yaml.wide-mark', 2],
    ['b：y\na: x\n', 'plan.yaml.wide-mark', 1],
    ['- { a: 流程，b: { zh: 流程 } }\n', 'plan.yaml.wide-mark', 1],
    ['- { a: x, b：{ zh: y } }\n', 'plan.yaml.wide-mark', 1],
    ['a: 甲：乙: 丙\n', 'plan.yaml.two-colons', 1],
  ])('%j', (text, code, line) => {
    const { entries, diagnostics } = parseYaml('f.yaml', text)
    expect(entries).toEqual([])
    expect(diagnostics.map((d) => [d.code, d.place.line])).toContainEqual([code, line])
  })

  test('a bomb of aliases and a pit of brackets', () => {
    const bomb = ['a: &a [1,1,1,1,1,1,1,1,1,1]', ...'bcdefgh'.split('').map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]},`.repeat(10)}]`)].join('\n')
    expect(parseYaml('f.yaml', bomb).diagnostics.map((d) => d.code)).toEqual(['plan.yaml.aliases'])
    const pit = parseYaml('f.yaml', '['.repeat(100_000))
    expect(pit.entries).toEqual([])
    expect(pit.diagnostics.length).toBeGreaterThan(0)
  })
})
