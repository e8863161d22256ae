import { createHash, randomBytes } from 'node:crypto'
import { TOKEN_BYTES } from '../../base/limits.ts'

/** Begins every API key, so that secret scanners and people recognise one. */
export const KEY_PREFIX = 'heng_'

/** A token nobody can guess, as text for cookies, links and keys. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What is stored of a token. A plain hash is enough: there is nothing to guess in 256 random bits. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}
