import type { Command, Help, Option } from 'commander'
import stringWidth from 'string-width'
import { fill, type Lang } from '../base/diagnostic.ts'
import { pad } from './table.ts'
import { type CliTextKey, cliTexts } from './text/cli-texts.ts'

/** Examples of each command, shown below its options. */
export type Examples = ReadonlyMap<string, readonly string[]>

/** Help of a command in the reader's language, with examples. */
export function helpText(command: Command, helper: Help, lang: Lang, examples: Examples): string {
  const say = (key: CliTextKey) => cliTexts[lang][key]
  const isTop = command.parent === null
  const title = (key: CliTextKey) => fill(say('sentence.label'), { label: say(key), text: '' }).trimEnd()
  const own = helper.visibleOptions(command).filter((o) => isTop || o.long !== '--help')
  const sections = [
    isTop ? say('help.tagline') : helper.commandDescription(command),
    section(title('help.usage'), [`  ${usage(command, say)}`]),
    section(title('help.arguments'), table(helper.visibleArguments(command).map((a) => [a.name(), a.description]))),
    section(title('help.commands'), table(helper.visibleCommands(command).map((c) => [helper.subcommandTerm(c).replace(' [options]', ''), c.description()]))),
    section(title(isTop ? 'help.global' : 'help.options'), table(own.map((o) => [o.flags, optionText(o, lang)]))),
    section(
      title('help.examples'),
      (examples.get(command.name()) ?? []).map((e) => `  ${e}`),
    ),
    isTop ? [say('help.more'), say('help.environment'), say('help.exit')].join('\n') : section(title('help.global'), table(globalRows(command, lang))),
  ]
  return `${sections.filter((s) => s !== '').join('\n\n')}\n`
}

function usage(command: Command, say: (key: CliTextKey) => string): string {
  if (command.parent === null) return `heng <${say('help.commands')}> [${say('help.options')}]`
  const args = command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`))
  return ['heng', command.name(), ...args, `[${say('help.options')}]`].join(' ')
}

function optionText(option: Option, lang: Lang): string {
  const extra = [
    option.argChoices === undefined ? '' : fill(cliTexts[lang]['help.choices'], { values: option.argChoices.join(cliTexts[lang]['list.separator']) }),
    option.defaultValue === undefined || option.defaultValue === false || Array.isArray(option.defaultValue)
      ? ''
      : fill(cliTexts[lang]['help.default'], { value: String(option.defaultValue) }),
  ].filter((t) => t !== '')
  return extra.length === 0
    ? option.description
    : `${option.description}（${extra.join('；')}）`.replace(/（(.*)）$/, lang === 'zh' ? '（$1）' : ' ($1)').replaceAll('；', lang === 'zh' ? '；' : '; ')
}

function globalRows(command: Command, lang: Lang): string[][] {
  return (command.parent?.options ?? []).filter((o) => o.long !== '--version').map((o) => [o.flags, optionText(o, lang)])
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n')
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map(([term = '']) => stringWidth(term)))
  return rows.map(([term = '', text = '']) => `  ${pad(term, width, 'left')}  ${text}`.trimEnd())
}
