import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, type Lang, nameIn } from '../../base/diagnostic.ts'
import { type Plan, readPlan } from '../plan/read.ts'

/** A plan folder that ships with the program, to start a company from. */
export interface Template {
  readonly id: string
  readonly plan: Plan
  readonly name: Readonly<Record<Lang, string>>
  /** What it is for, in one sentence. */
  readonly about: Readonly<Record<Lang, string>>
  /** Files that somebody fills in, as they are named in the folder. */
  readonly files: readonly string[]
}

/** Files beside the documents; README.md and the documents are not filled in. */
const OWN_FILES = ['people.csv', 'units.csv', 'targets.csv', 'pay.csv', 'entered.csv', 'ratings.csv']

const read = new Map<string, Promise<readonly Template[]>>()

/** The templates in a folder, in the order of their names. Read once a process: they ship with it. */
export function templatesIn(folder: string): Promise<readonly Template[]> {
  const known = read.get(folder) ?? readAll(folder)
  read.set(folder, known)
  return known
}

async function readAll(folder: string): Promise<readonly Template[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const ids = entries.filter((e) => e.isDirectory() && /^[a-z][a-z-]*$/.test(e.name)).map((e) => e.name)
  return await Promise.all(ids.sort().map((id) => readTemplate(folder, id)))
}

async function readTemplate(folder: string, id: string): Promise<Template> {
  const dir = join(folder, id)
  const { plan, diagnostics } = await readPlan(dir)
  const wrong = diagnostics.find((d: Diagnostic) => d.severity === 'error')
  if (wrong !== undefined) throw new Error(`the template ${id} cannot be read: ${wrong.code} ${JSON.stringify(wrong.place)}`)
  const there = await readdir(dir)
  const data = (await readdir(join(dir, 'data')).catch(() => [])).filter((name) => name.endsWith('.csv')).sort()
  return {
    id,
    plan,
    ...wordsOf(id, await readFile(join(dir, 'README.md'), 'utf8')),
    files: [...OWN_FILES.filter((name) => there.includes(name)), ...data.map((name) => `data/${name}`)],
  }
}

/** Name and purpose as the README of a template says them: `# 中文 · English`, then a paragraph in Chinese, and one in English after a line. */
function wordsOf(id: string, readme: string): Pick<Template, 'name' | 'about'> {
  const [, zh = id, en = id] = /^# (.+?) · (.+)$/m.exec(readme) ?? []
  const [chinese = '', english = ''] = readme.split(/^---$/m)
  const first = (text: string, end: RegExp) => {
    const [paragraph = ''] = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
    return (end.exec(paragraph)?.[0] ?? paragraph).trim()
  }
  return { name: { zh, en }, about: { zh: first(chinese, /^.*?。/), en: first(english, /^.*?\.(?= |$)/) } }
}

/** What a template holds, for people. */
export interface TemplateShown {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly datasets: { dataset: string; name: string }[]
  readonly measures: number
  readonly lines: { name: string; weight: string | null }[]
  readonly incentives: string[]
  readonly people: number
  readonly files: string[]
}

export function shownTemplate({ id, plan, name, about, files }: Template, lang: Lang): TemplateShown {
  const [scheme] = plan.schemes
  return {
    id,
    name: name[lang],
    about: about[lang],
    datasets: plan.datasets.map(({ document: d }) => ({ dataset: d.dataset, name: nameIn(d.name, lang, d.dataset) })),
    measures: plan.measures.length,
    lines: (scheme?.document.lines ?? []).map((line) => ({ name: nameIn(line.name, lang, line.line), weight: line.weight ?? null })),
    incentives: plan.incentives.flatMap(({ document: d }) => d.components.map((c) => nameIn(c.name, lang, c.component))),
    people: plan.people?.length ?? 0,
    files: [...files],
  }
}
