import stringWidth from 'string-width'

/** A colour code, a stretch of spaces, one Chinese character with the marks that may not begin a line, or a word. */
const PIECES = /\u001b\[[0-9;]*m|[ \t]+|[\p{Script=Han}\u3000-\u303f\uff00-\uffef][、。，；：？！）》”’％]*|[^\s\u001b\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu

/** Cells by which what does not fit on a line is moved in below it. */
const HANGING = 2

/** A line as lines that fit so many cells, cut between words or Chinese characters, those after the first moved in. A single longer word stays whole. */
export function wrapped(line: string, width: number): string[] {
  if (stringWidth(line) <= width) return [line]
  const indent = ' '.repeat((/^ */.exec(line)?.[0].length ?? 0) + HANGING)
  const made: string[] = []
  let now = ''
  let space = ''
  for (const piece of line.match(PIECES) ?? []) {
    if (piece.trim() === '' && !piece.startsWith('\u001b')) {
      space += piece
      continue
    }
    const begun = stringWidth(now) > 0 && now.trim() !== ''
    if (begun && stringWidth(now + space + piece) > width) {
      made.push(now)
      now = indent + piece
    } else now += space + piece
    space = ''
  }
  return [...made, now]
}
