import { accessEn, accessZh } from './access.ts'
import { en } from './en.ts'
import { serveEn, serveZh } from './serve.ts'
import { zh } from './zh.ts'

/** Every sentence of the command line; a key that one language lacks does not compile. */
export type CliTextKey = keyof typeof zh | keyof typeof accessZh | keyof typeof serveZh

export const cliTexts: Record<'zh' | 'en', Record<CliTextKey, string>> = { zh: { ...zh, ...accessZh, ...serveZh }, en: { ...en, ...accessEn, ...serveEn } }
