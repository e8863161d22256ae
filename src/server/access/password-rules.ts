import { Refusal } from '../../base/diagnostic.ts'
import { PASSWORD_DIGITS, PASSWORD_LENGTH, PASSWORD_LENGTH_MOST, PASSWORD_OWN_CHARACTERS } from '../../base/limits.ts'
import { COMMON_WORDS } from './common-passwords.ts'

/** Rows of a keyboard and of the alphabet, along which lazy passwords run, forwards or backwards. */
const RUNS = ['01234567890', '1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujm', '1qaz2wsx3edc4rfv5tgb6yhn', '!@#$%^&*()']

/** Longest piece whose repetition is no password: 123123123, abababab, 520520520. */
const PIECE_LENGTH = 6

/** Whom the password is for: what others know of them is no secret. */
export interface PasswordOwner {
  readonly login: string
  readonly name: string
  readonly email?: string | null
}

/**
 * Refuse a password that is easily guessed. Length counts, kinds of characters do not.
 * Errors: `access.password-short`, `access.password-long`, `access.password-digits`, `access.password-common`, `access.password-own-name`.
 */
export function requireGoodPassword(password: string, owner: PasswordOwner): void {
  const text = password.normalize('NFKC').toLowerCase()
  const length = [...text].length
  if (length < PASSWORD_LENGTH) throw new Refusal('access.password-short', { least: PASSWORD_LENGTH })
  if (length > PASSWORD_LENGTH_MOST) throw new Refusal('access.password-long', { most: PASSWORD_LENGTH_MOST })
  if (/^[\p{N}\s.+-]*$/u.test(text) && length < PASSWORD_DIGITS) throw new Refusal('access.password-digits', { least: PASSWORD_DIGITS })
  if (isRepeated(text) || isRun(text) || COMMON_WORDS.some((word) => isLittleMore(text, word))) throw new Refusal('access.password-common')
  if (namesOf(owner).some((name) => isLittleMore(text, name))) throw new Refusal('access.password-own-name')
}

/** Whether, once a word is taken out wherever it stands, too little is left. */
function isLittleMore(text: string, word: string): boolean {
  if (!text.includes(word)) return false
  return [...text.replaceAll(word, '')].length < PASSWORD_OWN_CHARACTERS && [...text].length < 3 * PASSWORD_OWN_CHARACTERS
}

function isRepeated(text: string): boolean {
  const longest = Math.min(PIECE_LENGTH, Math.floor(text.length / 2))
  for (let size = 1; size <= longest; size++) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true
  }
  return false
}

function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('')
  return RUNS.some((run) => {
    const round = run + run
    return round.includes(text) || round.includes(backwards)
  })
}

/** What somebody is called, in pieces worth looking for. */
function namesOf({ login, name, email }: PasswordOwner): string[] {
  const pieces = [login, name, ...name.split(/\s+/), (email ?? '').split('@')[0] ?? '', ...(email ?? '').split('@').slice(1)]
  const folded = pieces.map((piece) => piece.normalize('NFKC').trim().toLowerCase())
  return folded.filter((piece) => [...piece].length >= (/\p{Script=Han}/u.test(piece) ? 2 : 3))
}
