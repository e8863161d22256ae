import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { PLAN_DEPTH, PLAN_FILES } from '../../base/limits.ts'

/** What a file of a plan folder is for. */
export type PlanFileKind =
  | 'company'
  | 'people'
  | 'units'
  | 'rates'
  | 'entered'
  | 'ratings'
  | 'targets'
  | 'factors'
  | 'pay'
  | 'dataset'
  | 'measure'
  | 'table'
  | 'scheme'
  | 'incentive'

export interface PlanFile {
  readonly kind: PlanFileKind
  /** Path that can be opened. */
  readonly path: string
  /** Path as people read it: relative to the plan folder, with `/`. */
  readonly name: string
  readonly format: 'yaml' | 'csv'
}

/** Files at the top of a plan folder, by name without extension. */
const TOP: Readonly<Record<string, { kind: PlanFileKind; formats: readonly ('yaml' | 'csv')[] }>> = {
  company: { kind: 'company', formats: ['yaml'] },
  people: { kind: 'people', formats: ['yaml', 'csv'] },
  units: { kind: 'units', formats: ['yaml', 'csv'] },
  rates: { kind: 'rates', formats: ['csv'] },
  entered: { kind: 'entered', formats: ['csv'] },
  ratings: { kind: 'ratings', formats: ['csv'] },
  targets: { kind: 'targets', formats: ['yaml', 'csv'] },
  factors: { kind: 'factors', formats: ['yaml', 'csv'] },
  pay: { kind: 'pay', formats: ['yaml', 'csv'] },
}

const FOLDERS: Readonly<Record<string, PlanFileKind>> = { datasets: 'dataset', measures: 'measure', tables: 'table', schemes: 'scheme', incentives: 'incentive' }
const YAML = /\.ya?ml$/i

/**
 * The files of a plan folder, each with its kind, in a fixed order.
 * Diagnostics: `plan.folder-*`, `plan.link-outside`, `plan.unknown-file` (a warning), `plan.folder-too-large`.
 */
export async function listPlanFiles(dir: string): Promise<{ files: PlanFile[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const root = await folder(dir)
  if (typeof root !== 'string') return { files: [], diagnostics: [root] }
  const walk: Walk = { root, files: [], diagnostics, count: 0 }
  await walkFolder(walk, dir, '', 0)
  const files = walk.files.sort((a, b) => (a.name < b.name ? -1 : 1))
  diagnostics.push(...doubles(files))
  return { files, diagnostics }
}

interface Walk {
  readonly root: string
  readonly files: PlanFile[]
  readonly diagnostics: Diagnostic[]
  count: number
}

/** The real path of a folder, or what is wrong with it. */
async function folder(dir: string): Promise<string | Diagnostic> {
  const problem = (code: string, reason: string): Diagnostic => ({ code, severity: 'error', place: { file: dir }, params: { dir, reason } })
  try {
    if (!(await stat(dir)).isDirectory()) return problem('plan.not-a-folder', '')
    return await realpath(dir)
  } catch (error) {
    const code = codeOf(error)
    return problem(code === 'ENOENT' ? 'plan.folder-missing' : 'plan.folder-unreadable', code)
  }
}

async function walkFolder(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    walk.diagnostics.push({ code: 'plan.folder-unreadable', severity: 'error', place: { file: path }, params: { dir: path, reason: codeOf(error) } })
    return []
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isIgnored(entry.name)) continue
    walk.count += 1
    if (walk.count === PLAN_FILES) walk.diagnostics.push({ code: 'plan.folder-too-large', severity: 'error', place: { file: path }, params: { most: PLAN_FILES } })
    if (walk.count >= PLAN_FILES) return
    await visit(walk, join(path, entry.name), name === '' ? entry.name : `${name}/${entry.name}`, depth)
  }
}

async function visit(walk: Walk, path: string, name: string, depth: number): Promise<void> {
  const at = await lookAt(walk, path)
  if (at === null) return
  const top = name.split('/')[0] ?? ''
  if (at === 'folder') {
    if (depth >= PLAN_DEPTH) return
    if (top in FOLDERS) await walkFolder(walk, path, name, depth + 1)
    else if (looksLikeDocuments(name, Object.keys(FOLDERS))) unknownFile(walk, path, Object.keys(FOLDERS).join('/, '))
    return
  }
  const file = classify(path, name)
  if (file !== null) walk.files.push(file)
  else if (YAML.test(name) || (depth > 0 && !name.endsWith('.csv') && !/\.(md|xlsx|txt)$/i.test(name))) unknownFile(walk, path, expected())
}

function expected(): string {
  const top = Object.entries(TOP).map(([name, { formats }]) => formats.map((f) => `${name}.${f}`).join(', '))
  return [...top, ...Object.keys(FOLDERS).map((folder) => `${folder}/*.yaml`)].join(', ')
}

function unknownFile(walk: Walk, path: string, known: string): void {
  walk.diagnostics.push({ code: 'plan.unknown-file', severity: 'warning', place: { file: path }, params: { file: path, known } })
}

/** A folder whose name is nearly that of a folder of documents: its content would be left out unseen. */
function looksLikeDocuments(name: string, folders: readonly string[]): boolean {
  const stem = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/s$/, '')
  return folders.some((f) => stem(f) === stem(name))
}

/** A file, a folder, or null with a diagnostic where it cannot be used. */
async function lookAt(walk: Walk, path: string): Promise<'file' | 'folder' | null> {
  try {
    const link = (await lstat(path)).isSymbolicLink()
    if (link && !isInside(walk.root, await realpath(path))) {
      walk.diagnostics.push({ code: 'plan.link-outside', severity: 'error', place: { file: path }, params: { file: path } })
      return null
    }
    const info = await stat(path)
    if (info.isDirectory()) return 'folder'
    if (info.isFile()) return 'file'
    walk.diagnostics.push({ code: 'plan.not-a-file', severity: 'error', place: { file: path }, params: { file: path } })
    return null
  } catch (error) {
    walk.diagnostics.push({ code: 'plan.file-unreadable', severity: 'error', place: { file: path }, params: { file: path, reason: codeOf(error) } })
    return null
  }
}

function classify(path: string, name: string): PlanFile | null {
  const format = YAML.test(name) ? 'yaml' : /\.csv$/i.test(name) ? 'csv' : null
  if (format === null) return null
  const parts = name.split('/')
  const inside = parts.length > 1 ? FOLDERS[parts[0] ?? ''] : undefined
  if (inside !== undefined) return format === 'yaml' ? { kind: inside, path, name, format } : null
  const top = TOP[name.replace(/\.[^.]+$/, '')]
  return top?.formats.includes(format) ? { kind: top.kind, path, name, format } : null
}

/** The same table given twice, as people.yaml and people.csv: which of them counts would be a guess. */
function doubles(files: readonly PlanFile[]): Diagnostic[] {
  return Object.values(TOP).flatMap(({ kind }) => {
    const [first, second] = files.filter((f) => f.kind === kind)
    if (first === undefined || second === undefined) return []
    return [{ code: 'plan.given-twice', severity: 'error' as const, place: { file: second.path }, params: { first: first.path, second: second.path } }]
  })
}

/** Hidden files, copies of editors, and what people keep beside a plan. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name.endsWith('~') || name === 'node_modules'
}

/** True where `path` is `root` or lies below it; both real paths. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/**
 * The path of a data file named in a plan: it lies in the data folder, and no link leads out of it.
 * Diagnostics: `plan.data-outside`, `plan.data-missing`, `plan.file-unreadable`, `plan.not-a-file`.
 */
export async function findDataFile(dataDir: string, file: string): Promise<{ path: string } | { code: string; params: Record<string, string> }> {
  const path = resolve(dataDir, file)
  if (isAbsolute(file) || !isInside(resolve(dataDir), path)) return { code: 'plan.data-outside', params: { file, dir: dataDir } }
  try {
    const real = await realpath(path)
    if (!isInside(await realpath(dataDir), real)) return { code: 'plan.data-outside', params: { file, dir: dataDir } }
    if (!(await stat(real)).isFile()) return { code: 'plan.not-a-file', params: { file } }
    return { path }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'plan.data-missing', params: { file, dir: dataDir } }
    return { code: 'plan.file-unreadable', params: { file, reason: code } }
  }
}

/** The bytes of a file of at most so many bytes, or the code of what is wrong with it. */
export async function readBytes(path: string, most: number): Promise<Buffer | { code: string; params: Record<string, string | number> }> {
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > most) return { code: 'plan.file-too-large', params: { size, most } }
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { code: 'plan.file-unreadable', params: { reason: codeOf(error) } }
  }
}

/** The system's code of a failed call, such as EACCES. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
