import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PAGES = [
  'README.md',
  'README.en.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...[
    'docs',
    'docs/en',
    'docs/decisions',
    'examples/qingshan',
    'examples/northwind',
    'examples/crm-opportunities',
    'templates',
    'templates/hunter',
    'templates/farmer',
    'templates/sales-manager',
    'templates/hr',
    'templates/direct-seller',
  ].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((f) => f.endsWith('.md'))
      .map((f) => `${folder}/${f}`),
  ),
]

/** Anchors as GitHub makes them from headings: lower case, spaces to hyphens, punctuation dropped. */
function anchors(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map((m) =>
      (m[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  )
}

test('there are pages to look at', () => expect(PAGES.length).toBeGreaterThan(15))

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
  const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((m) => m[1] ?? '')
    .filter((link) => {
      if (/^https?:/.test(link)) return false
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
      if (!existsSync(target)) return true
      return anchor !== undefined && !anchors(readFileSync(target, 'utf8')).has(decodeURIComponent(anchor))
    })
  expect(broken).toEqual([])
})

test('every source file that ARCHITECTURE.md names exists', () => {
  const named = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(/`([\w/-]+\.(?:test\.)?ts)`/g)].map((m) => m[1] ?? '')
  const all = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((f) => `src/${f.replaceAll('\\', '/')}`)
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((name) => !existsSync(join(ROOT, name)) && !all.some((f) => f === name || f.endsWith(`/${name}`)))).toEqual([])
})

test('both guides have the same commands, files and sections', () => {
  const shape = (path: string) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return {
      sections: [...text.matchAll(/^##+ /gm)].length,
      blocks: [...text.matchAll(/^```(\w*)$/gm)].map((m) => m[1]),
      commands: [...text.matchAll(/^\$ bin\/heng (\w+)/gm)].map((m) => m[1]),
    }
  }
  expect(shape('docs/en/guide.md')).toEqual(shape('docs/guide.md'))
})
