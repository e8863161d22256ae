/**
 * Runs every command that the guides show, and puts what it really printed below it.
 * `node scripts/docs.mjs` rewrites the blocks, `node scripts/docs.mjs --check` fails where a block differs from the real output. Paths of guides after it mean those alone.
 *
 * In a guide, `<!-- file: my-company/company.yaml -->` before a code block writes that block to a file of a scratch folder, and a block of
 * language `console` is run there: lines that begin with `$ ` are commands, what follows is their output. `<!-- show: 12 -->` before such a
 * block keeps only so many lines of the output (the last ones where negative). Times and ids of runs differ between runs, so they are compared without their digits.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const GUIDES = [
  { path: 'docs/guide.md', lang: 'zh' },
  { path: 'docs/en/guide.md', lang: 'en' },
  { path: 'docs/schemes.md', lang: 'zh' },
  { path: 'docs/en/schemes.md', lang: 'en' },
]
/** A guide's command that runs longer than this hangs. */
const COMMAND_TIMEOUT_MS = 120_000
const BLOCK = /^(?:<!-- (file|show): (\S+) -->\n)?```(\w*)\n([\s\S]*?)^```$/gm

/** A folder with nothing but the project in it, a home of its own and the language of the guide. */
function scratch(lang) {
  const folder = mkdtempSync(join(tmpdir(), 'heng-docs-'))
  for (const name of ['bin', 'examples']) symlinkSync(join(ROOT, name), join(folder, name))
  const { DATABASE_URL: _, LC_ALL: __, LC_MESSAGES: ___, ...rest } = process.env
  const env = { ...rest, LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8', HENG_HOME: join(folder, '.heng'), NO_COLOR: '1' }
  return { folder, env }
}

function runCommand(command, { folder, env }) {
  const done = spawnSync('bash', ['-c', `${command} 2>&1`], { cwd: folder, env, encoding: 'utf8', timeout: COMMAND_TIMEOUT_MS })
  return done.stdout.replaceAll(`${folder}/`, '').replaceAll(`${ROOT}/`, '').trimEnd()
}

function runBlock(body, place, most) {
  const commands = body.split('\n').filter((line) => line.startsWith('$ '))
  return commands
    .map((line) => {
      const lines = runCommand(line.slice(2), place).split('\n')
      const shown = lines.length <= Math.abs(most) ? lines : most < 0 ? ['…', ...lines.slice(most)] : [...lines.slice(0, most), '…']
      return [line, ...shown].filter((l, i) => i === 0 || shown.length > 1 || l !== '').join('\n')
    })
    .join('\n')
    .concat('\n')
}

function render(guide) {
  const place = scratch(guide.lang)
  try {
    return readFileSync(join(ROOT, guide.path), 'utf8').replace(BLOCK, (whole, directive, argument, language, body) => {
      if (directive === 'file') {
        mkdirSync(dirname(join(place.folder, argument)), { recursive: true })
        writeFileSync(join(place.folder, argument), body)
      }
      if (language !== 'console') return whole
      const most = directive === 'show' ? Number(argument) : 60
      return `${directive === undefined ? '' : `<!-- ${directive}: ${argument} -->\n`}\`\`\`console\n${runBlock(body, place, most)}\`\`\``
    })
  } finally {
    spawnSync('bin/heng', ['stop'], { cwd: place.folder, env: place.env })
    rmSync(place.folder, { recursive: true, force: true })
  }
}

/** Without what differs from run to run: times, ids of runs, hashes. */
const steady = (text) =>
  text
    .replace(/\d+(?:\.\d+)? ?(?:ms|s|秒|毫秒)/g, 'TIME')
    .replace(/[0-9a-f]{8,}(?:-[0-9a-f-]+)?/g, 'ID')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?/g, 'MOMENT')

function main() {
  const check = process.argv.includes('--check')
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const guides = asked.length === 0 ? GUIDES : GUIDES.filter(({ path }) => asked.includes(path))
  if (guides.length === 0) throw new Error(`no such guide: ${asked.join(', ')}`)
  for (const guide of guides) {
    const before = readFileSync(join(ROOT, guide.path), 'utf8')
    const after = render(guide)
    if (!check) writeFileSync(join(ROOT, guide.path), after)
    else if (steady(before) !== steady(after)) {
      console.error(`${guide.path}: what a command prints has changed; run node scripts/docs.mjs`)
      process.exitCode = 1
    }
  }
}

main()
