import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'
import pc from 'picocolors'
import { fill, type Params } from '../base/diagnostic.ts'
import type { Config } from './config.ts'
import { type Column, columnsThatFit, cut, pad, renderTable } from './table.ts'
import { type CliTextKey, cliTexts } from './text/cli-texts.ts'
import { wrapped } from './wrap.ts'

/** The two streams of a command, and whether a person sits before them. */
export interface Streams {
  readonly out: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly err: Writable & { readonly isTTY?: boolean; readonly columns?: number }
}

export type Colours = ReturnType<typeof pc.createColors>

/** Everything a command says goes through here. With `--json` only `json` reaches standard output. */
export interface Output {
  readonly colours: Colours
  say(key: CliTextKey, params?: Params): string
  /** What something is called, and what it is: `Score: 80`. */
  labelled(label: string, text: string): string
  /** Something said beside the rest: ` (text)`. */
  aside(text: string): string
  /** An id, with the name of it beside where that says more. */
  named(id: string, name: string): string
  /** Lines of the answer; silent with `--json`. */
  lines(...lines: readonly string[]): void
  /** The answer of `--json`; silent without. */
  json(value: unknown): void
  /** Something beside the answer, on standard error. */
  note(...lines: readonly string[]): void
  table(columns: readonly Column[], rows: readonly (readonly string[])[], how?: { readonly repeat?: number; readonly indent?: string }): void
  /** How many columns of such a table stand side by side. */
  fitting(columns: readonly Column[], rows: readonly (readonly string[])[], how?: { readonly repeat?: number }): number
  /** Cells across the terminal that notes go to; null where they go into a file. */
  readonly noteWidth: number | null
  /** A bar for long work on standard error; nothing where nobody watches. */
  progress(): Progress
}

export interface Progress {
  /** `of` 0: how much there is is not known yet. */
  show(what: string, done: number, of: number): void
  stop(): void
}

export function outputFor(config: Config, streams: Streams): Output {
  const colours = pc.createColors(config.colour)
  const say: Output['say'] = (key, params = {}) => fill(cliTexts[config.lang][key], params, config.lang)
  const raw = (texts: readonly string[]) => {
    if (!config.json) for (const text of texts) streams.out.write(`${text}\n`)
  }
  const lines: Output['lines'] = (...texts) => raw(texts.flatMap((text) => fitted(text, streams.out)))
  return {
    colours,
    say,
    labelled: (label, text) => say('sentence.label', { label, text }),
    aside: (text) => say('sentence.aside', { text }),
    named: (id, name) => (name === id ? id : id + say('sentence.aside', { text: name })),
    lines,
    json: (value) => {
      if (config.json) streams.out.write(`${JSON.stringify(value)}\n`)
    },
    note: (...texts) => {
      for (const text of texts.flatMap((one) => fitted(one, streams.err))) streams.err.write(`${text}\n`)
    },
    table: (columns, rows, { repeat = 1, indent = '' } = {}) =>
      raw(renderTable(columns, rows, { width: widthOf(streams) - indent.length, heading: colours.bold, repeat }).map((line) => indent + line)),
    fitting: (columns, rows, { repeat = 1 } = {}) => columnsThatFit(columns, rows, { width: widthOf(streams), repeat }),
    noteWidth: terminalWidth(streams.err),
    progress: () => progressOn(streams),
  }
}

/** The cells across a terminal; null where the stream goes elsewhere. */
function terminalWidth(stream: Streams['out']): number | null {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0 ? stream.columns : null
}

/** Each line of a text cut between words where a terminal would cut it inside one. A file keeps lines as they are. */
function fitted(text: string, stream: Streams['out']): string[] {
  const width = terminalWidth(stream)
  return text.split('\n').flatMap((line) => (width === null ? [line] : wrapped(line, width)))
}

/** Cells of a line where the answer goes into a file or a pipe: what fits a wide window, so that a table of many columns stays readable. */
const FILE_WIDTH = 160

function widthOf(streams: Streams): number {
  return terminalWidth(streams.out) ?? FILE_WIDTH
}

/** Cells of the bar's name: room for a stage and a dataset. */
const BAR_NAME = 30

function progressOn(streams: Streams): Progress {
  if (streams.err.isTTY !== true) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    stream: streams.err,
    format: '{what} {bar} {percentage}%',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  })
  let running = false
  return {
    show: (what, done, of) => {
      const name = pad(cut(what, BAR_NAME), BAR_NAME, 'left')
      const total = Math.max(1, of)
      if (!running) bar.start(total, Math.min(done, total), { what: name })
      running = true
      bar.setTotal(total)
      bar.update(Math.min(done, total), { what: name })
    },
    stop: () => {
      if (running) bar.stop()
      running = false
    },
  }
}
