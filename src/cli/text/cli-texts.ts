import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every sentence of the command line; a key that one language lacks does not compile. */
export type CliTextKey = keyof typeof zh

export const cliTexts = { zh, en } satisfies Record<'zh' | 'en', Record<CliTextKey, string>>
