import { resolve } from 'node:path'
import type { Lang } from '../base/diagnostic.ts'
import type { OidcWritten } from '../server/access/oidc.ts'

/** What the environment and the command line say about how to work. This file is the only reader of the environment. */
export interface Config {
  readonly lang: Lang
  readonly json: boolean
  readonly colour: boolean
  /** Folder of the embedded server. */
  readonly home: string
  /** Address of a PostgreSQL of one's own; null: the embedded server. */
  readonly databaseUrl: string | null
  /** Company asked for; null: the current one of the home. */
  readonly company: string | null
  /** Another sign-in service, and the address of the application as browsers see it, as they are written. */
  readonly oidc: OidcWritten
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface GlobalOptions {
  readonly lang?: string | undefined
  readonly json?: boolean | undefined
  readonly home?: string | undefined
  readonly company?: string | undefined
}

const DEFAULT_HOME = '.heng'

/** Settings from the options, else from the environment, else the defaults. */
export function configFrom(options: GlobalOptions, env: Environment, tty: boolean): Config {
  const written = (name: string) => (isEmpty(env[name]) ? null : (env[name]?.trim() ?? null))
  return {
    lang: langFrom(options.lang, env),
    json: options.json === true,
    colour: tty && isEmpty(env['NO_COLOR']) && env['TERM'] !== 'dumb',
    home: resolve(options.home ?? (isEmpty(env['HENG_HOME']) ? DEFAULT_HOME : (env['HENG_HOME'] ?? DEFAULT_HOME))),
    databaseUrl: isEmpty(env['DATABASE_URL']) ? null : (env['DATABASE_URL'] ?? null),
    company: options.company ?? null,
    oidc: {
      issuer: written('HENG_OIDC_ISSUER'),
      clientId: written('HENG_OIDC_CLIENT_ID'),
      clientSecret: written('HENG_OIDC_CLIENT_SECRET'),
      name: written('HENG_OIDC_NAME'),
      origin: written('HENG_URL'),
    },
  }
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

/** Chinese where the locale is Chinese or none is set (`C` and `POSIX` say no language), else English. */
export function langFrom(asked: string | undefined, env: Environment): Lang {
  if (asked === 'zh' || asked === 'en') return asked
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((v) => !isEmpty(v))
  if (locale === undefined || /^(C|POSIX)(\.|$)/i.test(locale)) return 'zh'
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** Options that decide how the command line itself is answered, read before it is parsed: help and usage errors need them. */
export function peek(argv: readonly string[]): GlobalOptions {
  const valueOf = (flag: string): string | undefined => {
    const at = argv.findIndex((a) => a === flag || a.startsWith(`${flag}=`))
    const found = argv[at]
    if (found === undefined) return undefined
    return found.includes('=') ? found.slice(flag.length + 1) : argv[at + 1]
  }
  return { lang: valueOf('--lang'), json: argv.includes('--json'), home: valueOf('--home'), company: valueOf('--company') }
}
