import { Argument, Command, CommanderError, Option } from 'commander'
import stringWidth from 'string-width'
import { Refusal } from '../base/diagnostic.ts'
import { nearNames } from '../engine/near.ts'
import { commands } from './commands.ts'
import { type Config, configFrom, type Environment, peek } from './config.ts'
import type { CommandModule, Context } from './context.ts'
import { helpText } from './help.ts'
import { interruptible } from './interrupt.ts'
import { type Output, outputFor, type Streams } from './output.ts'
import type { CliTextKey } from './text/cli-texts.ts'
import { EXIT, exitOf, PeriodProblem, refusalJson, shortened, Told, tellRefusal, UsageProblem } from './troubles.ts'
import { version } from './version.ts'

/** Run the command line. Answers the exit code; never throws. `argv` without the program and the script. */
export async function main(argv: readonly string[], env: Environment, streams: Streams): Promise<number> {
  quietWhenPipeCloses(streams)
  const config = configFrom(peek(argv), env, streams.out.isTTY === true)
  const output = outputFor(config, streams)
  return interruptible(output, async (signal) => {
    try {
      return await answer(argv, { config, output, signal }, streams)
    } catch (error) {
      return tell(error, config, output, signal)
    }
  })
}

async function answer(argv: readonly string[], context: Context, streams: Streams): Promise<number> {
  let exit: number = EXIT.done
  const program = programFor(context, streams, (code) => {
    exit = code
  })
  if (argv.length === 0) {
    streams.out.write(program.helpInformation())
    return EXIT.done
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return EXIT.done
    throw usageProblem(error, program, argv)
  }
}

/** A reader that has seen enough (`heng run | head`) closes the pipe: that is no error. */
function quietWhenPipeCloses(streams: Streams): void {
  for (const stream of [streams.out, streams.err]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done)
      throw error
    })
  }
}

function programFor(context: Context, streams: Streams, done: (exit: number) => void): Command {
  const { output, config } = context
  const say = (key: CliTextKey) => output.say(key)
  const examples = new Map<string, readonly string[]>([['heng', TOP_EXAMPLES], ...commands.map((c) => [c.name, c.examples] as const)])
  const program = new Command('heng')
    .version(version(), '-V, --version', say('help.version'))
    .addOption(new Option('--lang <lang>', say('help.lang')).choices(['zh', 'en']))
    .option('--json', say('help.json'))
    .option('--home <dir>', say('help.home'))
    .option('--company <id>', say('help.company'))
    .helpOption('-h, --help', say('help.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => streams.out.write(text), writeErr: () => undefined })
    .configureHelp({ displayWidth: (text) => stringWidth(text), formatHelp: (command, helper) => helpText(command, helper, config.lang, examples) })
  for (const module of commands) add(program, module, context, done)
  addHelpCommand(program, say, streams)
  return program
}

const TOP_EXAMPLES = ['heng apply examples/crm-opportunities', 'heng run --period 2017-Q2', 'heng explain "Darcel Schlecht" won_revenue --period 2017-Q2']

function add(program: Command, module: CommandModule, context: Context, done: (exit: number) => void): void {
  const command = program.command(module.name).exitOverride().allowExcessArguments(false)
  // Every command says what it does in its own words; the key follows its name.
  command.description(context.output.say(`${module.name}.about` as CliTextKey))
  command.helpOption('-h, --help', context.output.say('help.help'))
  module.define(command, (key) => context.output.say(key))
  command.action(async () => {
    const exit = await module.run(context, command.processedArgs as (string | undefined)[], command.opts()) // No argument has a parser, so all are texts.
    done(exit ?? EXIT.done)
  })
}

function addHelpCommand(program: Command, say: (key: CliTextKey) => string, streams: Streams): void {
  const command = program.command('help').description(say('help.help')).addArgument(new Argument('[command]'))
  command.action((name: string | undefined) => {
    const wanted = name === undefined ? program : program.commands.find((c) => c.name() === name)
    if (wanted === undefined) throw unknownCommand(name ?? '', program)
    streams.out.write(wanted.helpInformation())
  })
}

function unknownCommand(name: string, program: Command): UsageProblem {
  const near = nearNames(
    name,
    program.commands.map((c) => c.name()),
  )
  return near.length === 0 ? new UsageProblem('usage.unknown-command', { name }) : new UsageProblem('usage.unknown-command-near', { name, near: near.join(', ') })
}

/** Commander's complaint in our words. Its codes are documented; the name it complains of stands between quotes. */
function usageProblem(error: CommanderError, program: Command, argv: readonly string[]): UsageProblem {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const command = program.commands.find((c) => argv.includes(c.name()))
  const name = command?.name() ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, program)
    case 'commander.unknownOption':
      return unknownOption(quoted, program, command)
    case 'commander.missingArgument':
      return new UsageProblem('usage.missing-argument', { name: quoted }, name)
    case 'commander.missingMandatoryOptionValue': {
      // A misspelt option is what is missing: say that.
      const misspelt = argv.find((a) => /^--\w/.test(a) && !knownFlags(program, command).includes(a.split('=')[0] ?? ''))
      if (misspelt !== undefined) return unknownOption(misspelt, program, command)
      return new UsageProblem('usage.missing-option', { name: quoted }, name)
    }
    case 'commander.optionMissingArgument':
      return new UsageProblem('usage.missing-value', { name: quoted }, name)
    case 'commander.excessArguments':
      return command === undefined ? unknownCommand(argv.find((a) => !a.startsWith('-')) ?? '', program) : new UsageProblem('usage.excess', {}, name)
    case 'commander.invalidArgument':
      return invalidArgument(error, name)
    default:
      return new UsageProblem('usage.other', { message: error.message }, name)
  }
}

function knownFlags(program: Command, command: Command | undefined): string[] {
  return ['--help', ...[...(command?.options ?? []), ...program.options].flatMap((o) => (o.long === undefined || o.long === null ? [] : [o.long]))]
}

function unknownOption(flag: string, program: Command, command: Command | undefined): UsageProblem {
  const known = knownFlags(program, command)
  const near = nearNames(flag, known)
  if (near.length === 0) return new UsageProblem('usage.unknown-option', { name: flag }, command?.name())
  return new UsageProblem('usage.unknown-option-near', { name: flag, near: near.join(', ') }, command?.name())
}

/** `option '--on-error <how>' argument 'x' is invalid. Allowed choices are reject, skip.` */
function invalidArgument(error: CommanderError, command: string): UsageProblem {
  const [name = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((m) => m[1] ?? '')
  const wanted = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? error.message.split('is invalid. ')[1] ?? ''
  return new UsageProblem('usage.bad-value', { name, value, wanted }, command)
}

/** Say what went wrong; answers the exit code. */
function tell(error: unknown, config: Config, output: Output, signal: AbortSignal): number {
  if (error instanceof Told) return error.exit
  if (signal.aborted) return EXIT.interrupted
  if (error instanceof UsageProblem) {
    output.note(`${output.colours.red(output.say('error.label'))}  ${output.say(error.code as CliTextKey, shortened(error.params))}`) // UsageProblem codes are keys of our own texts.
    if (error.command !== '') output.note(output.say('usage.see-help', { command: error.command }))
    output.json({ error: { code: error.code, params: error.params, say: output.say(error.code as CliTextKey, error.params) } }) // The same.
    return EXIT.usage
  }
  if (error instanceof PeriodProblem) {
    tellRefusal(error.refusal, config.lang, output)
    output.json(refusalJson(error.refusal, config.lang))
    return EXIT.usage
  }
  if (error instanceof Refusal) {
    tellRefusal(error, config.lang, output)
    output.json(refusalJson(error, config.lang))
    return exitOf(error)
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  output.note(output.say('error.internal', { message }), output.say('error.internal-cure'))
  output.json({ error: { code: 'internal', message } })
  return EXIT.environment
}
