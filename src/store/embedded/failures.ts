import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from '../../base/diagnostic.ts'

/** The code of a failed system call, such as EACCES. */
export function callCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** What the system says when a file cannot be made or written → refusal. */
const OF_CALL: Readonly<Record<string, string>> = {
  EACCES: 'server.home-unwritable',
  EPERM: 'server.home-unwritable',
  EROFS: 'server.home-read-only',
  ENOSPC: 'server.disk-full',
  EDQUOT: 'server.disk-full',
  ENOTDIR: 'server.home-not-a-folder',
  EEXIST: 'server.home-not-a-folder',
  ENAMETOOLONG: 'server.home-unwritable',
}

/** Run file work under the home; what the system refuses becomes a refusal that names the place. */
export async function inHome<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = OF_CALL[callCode(error) ?? '']
    if (code === undefined || error instanceof Refusal) throw error
    throw new Refusal(code, { home, reason: error instanceof Error ? error.message : String(error) }, { cause: error })
  }
}

/**
 * Make a folder and those above it. Node's own recursive mkdir says ENOENT on a disk that is read-only, which names the wrong cure.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (callCode(error) === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path))
      return makeFolder(path)
    }
    const there = await stat(path).catch(() => undefined)
    if (there?.isDirectory() !== true) throw error
  }
}

/** Words in what initdb, pg_ctl and the server print (always English: they run with LC_ALL=C) → refusal. The first that matches counts. */
const OF_OUTPUT: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/, 'server.disk-full'],
  [/Read-only file system/, 'server.home-read-only'],
  [/could not (bind|create any TCP\/IP sockets)|Address already in use/, 'server.port-taken'],
  [/could not change permissions|invalid permissions|has wrong ownership/, 'server.folder-rights'],
  [/Permission denied|Operation not permitted/, 'server.home-unwritable'],
  [/could not (map anonymous shared memory|create shared memory segment|resize shared memory)|Cannot allocate memory|out of memory/i, 'server.memory'],
  [/cannot open shared object file|Library not loaded|image not found/, 'server.library-missing'],
  [
    /PG_CONTROL_VERSION|incorrect checksum in control file|could not locate a valid checkpoint record|invalid (primary )?checkpoint|could not read from file|page verification failed|PANIC/,
    'server.data-damaged',
  ],
]

/** What a program's output means, as the code of a refusal. */
export function codeOfOutput(output: string): string | undefined {
  return OF_OUTPUT.find(([words]) => words.test(output))?.[1]
}

/** The lines of a program's output that say what went wrong. */
export function tellingLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error:|could not|cannot/.test(line))
  return (telling.length > 0 ? telling : lines).slice(-LINES_SHOWN).join('\n')
}

/** Lines of a program's output shown in a refusal: enough for the reason and its hint, not a page. */
const LINES_SHOWN = 4
