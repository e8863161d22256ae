/**
 * Draws what commands really print as a picture: `node scripts/terminal-svg.mjs` makes docs/images/*.svg anew.
 * The shipped example is applied in a home of its own; each command then runs before a terminal (`script` of util-linux), so that it prints in colour.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const RUN = 'bin/heng run --period 2026-Q3'
const EXPLAIN = 'bin/heng explain 陈晓东 提成 --period 2026-Q3 --rows 3'
/** `keep`: lines of the output that are drawn; the rest is an ellipsis. */
const COMMANDS = [
  { command: RUN, keep: 13 },
  { command: EXPLAIN, keep: 100 },
]
const PICTURES = [
  { path: 'docs/images/heng.zh.svg', lang: 'zh' },
  { path: 'docs/images/heng.en.svg', lang: 'en' },
]
/** Columns of the terminal. */
const COLUMNS = 120
const CELL = 8.4
const LINE = 20
const PADDING = 20
const TOP = 44
/** The terminal's colours on a dark ground, each with a contrast above 4.5 : 1. */
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#56d4dd', 90: '#8b949e' }
const GROUND = '#0d1117'
const TEXT = '#e6edf3'
const PLAIN = { colour: TEXT, bold: false, dim: false }

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function restyled(style, code) {
  if (code === 0) return PLAIN
  if (code === 1) return { ...style, bold: true }
  if (code === 2) return { ...style, dim: true }
  if (code === 22) return { ...style, bold: false, dim: false }
  if (code === 39) return { ...style, colour: TEXT }
  return COLOURS[code] === undefined ? style : { ...style, colour: COLOURS[code] }
}

/** Stretches of one style: text, colour, bold, dim, and the column they begin in. */
function stretches(line) {
  const list = []
  let style = PLAIN
  let column = 0
  for (const piece of line.split(/(\x1b\[[0-9;]*m)/)) {
    if (piece.startsWith('\x1b[')) for (const code of piece.slice(2, -1).split(';').map(Number)) style = restyled(style, code)
    else if (piece !== '') {
      list.push({ ...style, text: piece, column })
      column += stringWidth(piece)
    }
  }
  return list
}

/** Every stretch of wide or narrow characters stands at its own place, so that columns stay in line whatever the font. */
function drawn(stretch, y) {
  const style = `fill="${stretch.dim ? COLOURS[90] : stretch.colour}"${stretch.bold ? ' font-weight="700"' : ''}`
  let column = stretch.column
  return (stretch.text.match(/[\u2e80-\uffef]+|[^\u2e80-\uffef\s]+|\s+/g) ?? [])
    .map((part) => {
      const width = stringWidth(part)
      const x = PADDING + column * CELL
      column += width
      return part.trim() === ''
        ? ''
        : `<text x="${x.toFixed(1)}" y="${y}" ${style} textLength="${(width * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escapeXml(part)}</text>`
    })
    .join('')
}

function svg(lines) {
  const columns = Math.max(...lines.map((line) => stringWidth(stripVTControlCharacters(line))))
  const width = Math.ceil(columns * CELL + 2 * PADDING)
  const height = TOP + lines.length * LINE + PADDING
  const body = lines
    .map((line, i) =>
      stretches(line)
        .map((s) => drawn(s, TOP + i * LINE + 14))
        .join(''),
    )
    .filter((l) => l !== '')
    .join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace" font-size="14">
<title>${escapeXml(stripVTControlCharacters(lines.filter((l) => l.includes('$')).join(' · ')))}</title>
<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>
<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>
${body}
</svg>
`
}

function output({ command, keep }, lang, env) {
  const inTerminal = `stty cols ${COLUMNS}; ${command} --lang ${lang} 2>/dev/null`
  const done = spawnSync('script', ['-qec', inTerminal, '/dev/null'], { cwd: ROOT, env, encoding: 'utf8' })
  if (done.error !== undefined || done.status !== 0) throw new Error(`${command}: ${done.error?.message ?? done.stdout}`)
  const lines = done.stdout.replaceAll('\r', '').trimEnd().split('\n')
  return lines.length > keep ? [...lines.slice(0, keep), '\x1b[90m…\x1b[0m'] : lines
}

function main() {
  for (const picture of PICTURES) {
    const home = mkdtempSync(join(tmpdir(), 'heng-picture-'))
    const { NO_COLOR: _, DATABASE_URL: __, ...rest } = process.env
    const env = { ...rest, HENG_HOME: home, TERM: 'xterm-256color' }
    try {
      spawnSync('bin/heng', ['apply', 'examples/qingshan'], { cwd: ROOT, env })
      const lines = COMMANDS.flatMap((one) => [`\x1b[90m$\x1b[0m ${one.command}`, ...output(one, picture.lang, env), ''])
      mkdirSync(dirname(join(ROOT, picture.path)), { recursive: true })
      writeFileSync(join(ROOT, picture.path), svg(lines.slice(0, -1)))
    } finally {
      spawnSync('bin/heng', ['stop'], { cwd: ROOT, env })
      rmSync(home, { recursive: true, force: true })
    }
  }
}

main()
