import type { Command } from 'commander'
import type { Config } from './config.ts'
import type { Output } from './output.ts'
import type { CliTextKey } from './text/cli-texts.ts'

/** What a command has to work with. */
export interface Context {
  readonly config: Config
  readonly output: Output
  /** Aborted when the person presses Ctrl-C. */
  readonly signal: AbortSignal
}

/** The values of a command's options, as commander hands them over; `choices` and `argParser` have checked them. */
export type Options = Readonly<Record<string, unknown>>

/** One command of the command line: one file each in commands/. */
export interface CommandModule {
  readonly name: string
  readonly examples: readonly string[]
  /** Declare arguments and options; `say` answers in the reader's language. */
  define(command: Command, say: (key: CliTextKey) => string): void
  /** Do it. Answers the exit code; nothing means that all went well. */
  run(context: Context, args: readonly (string | undefined)[], options: Options): Promise<number | undefined>
}

/** A text option, or undefined where it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be repeated. */
export function listOption(options: Options, name: string): string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

export function flagOption(options: Options, name: string): boolean {
  return options[name] === true
}

/** An argument that commander has made sure is there. */
export function requiredArg(args: readonly (string | undefined)[], position: number): string {
  const value = args[position]
  if (value === undefined) throw new Error(`argument ${position} is missing`)
  return value
}
