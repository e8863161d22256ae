import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planFolder } from '../server/plan/testing-folder.ts'
import { type ScratchStore, scratchStore } from '../store/testing.ts'
import { type Env, heng, hengAt } from './testing-run.ts'

/** The goal: a manager sees at once who rated, how often and how well, and what it comes to; no helper of the program shows. */
let scratch: ScratchStore
let env: Env
let remove: () => Promise<void>

beforeAll(async () => {
  scratch = await scratchStore()
  env = { HENG_HOME: join(tmpdir(), `heng-rating-${process.pid}`), DATABASE_URL: scratch.url, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
  const made = await planFolder({
    'measures/team.yaml':
      '- { measure: teamwork, name: { zh: 协作评分, en: Teamwork }, kind: rating, unit: 分, round: 2, sources: { manager: { weight: 50 }, peers: { weight: 30 }, customers: { weight: 20 } } }\n',
    'schemes/all.yaml':
      'scheme: all\nevery: quarter\nfeedback: monthly\nlines:\n- { line: teamwork, measure: teamwork, weight: 60, score: { rule: range, worst: 0, best: 100 } }\n- { line: sales, measure: sales, weight: 40, target: { fixed: 20000 }, score: { rule: linear, cap: 150 } }\n',
    'ratings.csv':
      'measure,employee,rater,source,date,score\nteamwork,E2,E1,manager,2026-03-31,82\nteamwork,E2,E3,peers,2026-03-30,90\nteamwork,E2,E1,peers,2026-03-31,81\nattitude,E2,E1,manager,2026-03-31,4\n',
  })
  remove = made.remove
  expect(await heng(env, 'apply', made.dir)).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await scratch.drop()
  await remove()
  await rm(env['HENG_HOME'] ?? '', { recursive: true, force: true })
})

test('a rating below a score is told by its sources', async () => {
  const { out, code } = await heng(env, 'explain', 'E2', 'score', '--period', '2026-Q1')
  expect(code).toBe(0)
  for (const line of [
    /Definition: ratings, the average of each source, then by their weights: manager 50 %, peers 30 %, customers 20 %/,
    /manager +50 % +82.00 point +1\n/,
    /peers +30 % +85.50 point +2\n/,
    /customers +20 % +– +0 +no ratings, left out/,
    /Together: \(50 × 82 \+ 30 × 85.5\) ÷ 80 = 83.31 \(83.3125 rounded to 2/,
    /Ratings of peers\n +Records \(2 of 2\):\n/,
    /2026-03-30 .* 90 +ratings.csv:3/,
  ])
    expect(out).toMatch(line)
  expect(out).not.toMatch(/#|value_or|is empty|do not meet/)
  expect(out.indexOf('manager ')).toBeLessThan(out.indexOf('Together:'))
})

test('the same for the measure itself, in both languages, and where nobody rated', async () => {
  const { out } = await heng(env, 'explain', 'E2', 'teamwork', '--period', '2026-Q1', '--lang', 'zh')
  expect(out).toMatch(/定义：评分，每个来源先取平均，再按权重合成：manager 50 %、peers 30 %、customers 20 %/)
  expect(out).toMatch(/合成：\(50 × 82 \+ 30 × 85.5\) ÷ 80 = 83.31/)
  expect(out).not.toContain('#')
  const nobody = await heng(env, 'explain', 'E3', 'teamwork', '--period', '2026-Q1')
  expect(nobody.out).toMatch(/Why it is empty: [^#]*\n[\s\S]*manager +50 % +– +0 +no ratings/)
  for (const lang of ['zh', 'en']) {
    const narrow = await hengAt(80, env, 'explain', 'E2', 'score', '--period', '2026-Q1', '--lang', lang)
    expect(narrow.out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
  }
})
