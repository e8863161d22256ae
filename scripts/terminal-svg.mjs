/**
 * Draws the real output of a command as a picture: `node scripts/terminal-svg.mjs docs/images/start.zh.svg zh bin/heng welcome`.
 * The command runs in a new home, so the picture shows what a first user sees.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'

const CELL = 8.4
const LINE = 20
const PADDING = 20
const TOP = 44
/** Colours of the eight terminal colours on a dark ground, each with a contrast above 4.5 : 1. */
const COLOURS = { 30: '#8b949e', 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#56d4dd', 37: '#e6edf3', 90: '#8b949e' }
const GROUND = '#0d1117'
const TEXT = '#e6edf3'

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Runs of one style: text, colour, bold, dim, and the column they begin in. */
function spans(line) {
  const list = []
  let style = { colour: TEXT, bold: false, dim: false }
  let column = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escape sequences of a terminal
  for (const piece of line.split(/(\x1b\[[0-9;]*m)/)) {
    if (piece.startsWith('\x1b[')) {
      for (const code of piece.slice(2, -1).split(';').map(Number)) {
        if (code === 0) style = { colour: TEXT, bold: false, dim: false }
        else if (code === 1) style = { ...style, bold: true }
        else if (code === 2) style = { ...style, dim: true }
        else if (code === 22) style = { ...style, bold: false, dim: false }
        else if (code === 39) style = { ...style, colour: TEXT }
        else if (COLOURS[code] !== undefined) style = { ...style, colour: COLOURS[code] }
      }
    } else if (piece !== '') {
      list.push({ ...style, text: piece, column })
      column += stringWidth(piece)
    }
  }
  return list
}

/** Every run of characters of one width stands at its own place, so that Chinese and Latin columns stay in line in any font. */
function drawSpan(span, y) {
  const style = `fill="${span.dim ? COLOURS[90] : span.colour}"${span.bold ? ' font-weight="700"' : ''}`
  let column = span.column
  return (span.text.match(/[\u2e80-\uffef]+|[^\u2e80-\uffef]+/g) ?? []).map((part) => {
    const x = PADDING + column * CELL
    const width = stringWidth(part) * CELL
    column += stringWidth(part)
    return part.trim() === '' ? '' : `<text x="${x.toFixed(1)}" y="${y}" ${style} textLength="${width.toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escapeXml(part)}</text>`
  }).join('')
}

function svg(command, output) {
  const lines = [`\x1b[90m$\x1b[0m ${command}`, ...output.split('\n')]
  const columns = Math.max(...lines.map((line) => stringWidth(stripVTControlCharacters(line))))
  const width = Math.ceil(columns * CELL + 2 * PADDING)
  const height = TOP + lines.length * LINE + PADDING
  const body = lines.map((line, i) => spans(line).map((s) => drawSpan(s, TOP + i * LINE + 14)).join('')).filter((l) => l !== '').join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace" font-size="14">
<title>${escapeXml(command)}</title>
<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>
<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>
${body}
</svg>
`
}

function main() {
  const [path, lang, ...command] = process.argv.slice(2)
  if (path === undefined || command.length === 0) throw new Error('usage: node scripts/terminal-svg.mjs FILE.svg zh|en COMMAND …')
  const home = mkdtempSync(join(tmpdir(), 'heng-picture-'))
  const locale = lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8'
  const { NO_COLOR: _, DATABASE_URL: __, ...rest } = process.env
  const env = { ...rest, LANG: locale, LC_ALL: locale, HENG_HOME: home, FORCE_COLOR: '1', COLUMNS: '110' }
  const done = spawnSync(command[0], command.slice(1), { env, encoding: 'utf8' })
  spawnSync('bin/heng', ['stop'], { env })
  rmSync(home, { recursive: true, force: true })
  const shown = process.env.PICTURE_COMMAND ?? command.join(' ')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, svg(shown, done.stdout.replaceAll(home, '.heng').trimEnd()))
}

main()
