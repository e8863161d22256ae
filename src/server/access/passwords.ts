import { hash, type Options, verify } from '@node-rs/argon2'
import { PASSWORD_MEMORY_KIB, PASSWORD_PASSES } from '../../base/limits.ts'

/** argon2id (RFC 9106); the library's default algorithm. */
const COST: Options = { memoryCost: PASSWORD_MEMORY_KIB, timeCost: PASSWORD_PASSES, parallelism: 1 }

/** Stands in where a login is unknown or has no password: refusing takes as long as for a known one. */
let nobody: Promise<string> | undefined

/** The hash of a password, made some 30 ms slow on purpose. */
export function passwordHash(password: string): Promise<string> {
  return hash(folded(password), COST)
}

/** Whether a password is the one of the hash; null: there is none, which takes just as long to say. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= passwordHash('nobody has this one')
  const fits = await verify(stored ?? (await nobody), folded(password))
  return stored !== null && fits
}

/** Two keyboards may write one text in two ways; NIST SP 800-63B 5.1.1.2 asks for a normal form before hashing. */
function folded(password: string): string {
  return password.normalize('NFKC')
}
