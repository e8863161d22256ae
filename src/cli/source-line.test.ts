import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inFile } from './source-line.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'heng-line-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function marked(content: string | Buffer, at: { line: number; column?: number; value?: string; name?: string }): Promise<string | null> {
  const file = join(dir, at.name ?? 'data.csv')
  await writeFile(file, content)
  const found = inFile({ place: { file, line: at.line, ...(at.column === undefined ? {} : { column: at.column }) }, params: at.value === undefined ? {} : { value: at.value } })
  if (found === null) return null
  return found.column === undefined ? '' : `${found.column} ${found.text.slice(found.column - 1, found.column - 1 + found.length)}`
}

describe('the characters of a line that are wrong', () => {
  test.each([
    ['a plain field, and not an equal one before it', 'a,b,c\n12,x,12\n', { line: 2, column: 3, value: '12' }, '6 12'],
    ['a field in quotes, after one that holds the delimiter', 'a,b\n"1,5","O""Hara"\n', { line: 2, column: 2, value: 'O"Hara' }, '7 "O""Hara"'],
    ['semicolons, and a number with a comma', 'a;b\nx;1,5 Euro\n', { line: 2, column: 2, value: '1,5 Euro' }, '3 1,5 Euro'],
    ['tabs and spaces around the value', 'a\tb\nx\t 2026-02-30 \n', { line: 2, column: 2, value: '2026-02-30' }, '3  2026-02-30 '],
    ['a value that is not on the line: the line alone', 'a,b\n"x\ny",2\n', { line: 2, column: 2, value: '2' }, ''],
    ['a trouble without a value: the line alone', 'a,b\nx,2\n', { line: 2, column: 2 }, ''],
    ['a document: the character itself', 'measure: x\nunit: many\n', { line: 2, column: 7, name: 'm.yaml' }, '7 m'],
  ] as const)('%s', async (_, content, at, text) => {
    expect(await marked(content, at)).toBe(text)
  })

  test('a workbook has no line to show', async () => {
    expect(await marked(Buffer.from('PK\u0003\u0004\n\0\0,x\n', 'latin1'), { line: 2, column: 1, value: 'x', name: 'data.xlsx' })).toBe(null)
  })

  test('the field is found in GB18030 as well', async () => {
    // 姓名,金额 / 李雷,很多
    const bytes = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xc0, 0xee, 0xc0, 0xd7, 0x2c, 0xba, 0xdc, 0xb6, 0xe0, 0x0a])
    expect(await marked(bytes, { line: 2, column: 2, value: '很多' })).toBe('4 很多')
  })
})
