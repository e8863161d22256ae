import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WORKER } from './testing-work-folder.ts'
import { sweepWorkFolders, withWorkFolder } from './work-folder.ts'

let place = ''
const children: ChildProcess[] = []
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), `heng-test-${process.pid}-folders-`))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, place)
})
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  vi.unstubAllEnvs()
  rmSync(place, { recursive: true, force: true })
})

/** A process at work, and its folder. */
async function worker(): Promise<{ readonly child: ChildProcess; readonly folder: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', WORKER], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = (await once(child.stdout, 'data')) as [Buffer] // as: a stream without an encoding
  return { child, folder: said.toString() }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('the folder of work is gone when the work is over, also where it went wrong', async () => {
  const folders: string[] = []
  const work = async (folder: string) => {
    folders.push(folder)
    await writeFile(join(folder, 'file'), 'records')
  }
  await withWorkFolder(work)
  await expect(withWorkFolder((folder) => work(folder).then(() => Promise.reject(new Error('wrong'))))).rejects.toThrow('wrong')
  expect(folders.length).toBe(2)
  expect(folders.filter((folder) => existsSync(folder))).toEqual([])
})

test('what a killed process left is removed; what others work with stays, also of this process, and what is not ours', async () => {
  const [killed, living] = await Promise.all([worker(), worker()])
  const others = [killed.folder.replace('heng-work-', 'heng-work-elsewhere-'), join(place, `heng-test-${killed.child.pid}`)]
  // In a container every start has the same number; another start of it is over.
  const before = killed.folder.replace(`-${killed.child.pid}-`, `-${process.pid}-`)
  for (const folder of [...others, before]) await mkdir(folder)
  await writeFile(join(killed.folder, 'file'), 'records')
  await kill(killed.child)
  await withWorkFolder(async (own) => {
    await sweepWorkFolders()
    expect([killed.folder, before].filter((folder) => existsSync(folder))).toEqual([])
    expect([living.folder, own, ...others].filter((folder) => !existsSync(folder))).toEqual([])
  })
})
