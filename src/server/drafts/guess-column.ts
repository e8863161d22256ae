import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import { type Manner, type Normalised, normaliseBoolean, normaliseDay, normaliseDecimal, normaliseInteger, normaliseTimestamp } from '../datasets/values/normalise.ts'
import type { Directory } from '../org/directory.ts'

/** What a field of a proposed dataset is. */
export type GuessedType =
  | { readonly type: 'text' | 'integer' | 'decimal' | 'money' | 'boolean' | 'employee' | 'timestamp' }
  | { readonly type: 'date'; readonly dateOrder?: 'mdy' | 'dmy' }
  | { readonly type: 'reference'; readonly to: string }

/** What columns are compared with. */
export interface GuessWorld {
  readonly directory: Directory
  readonly datasets: readonly DatasetDocument[]
  readonly serialsFrom: Manner['serialsFrom']
  /** How many of these texts are keys of a dataset with one key field, and whether it holds records at all. */
  readonly keysKnown: (dataset: DatasetDocument, texts: readonly string[]) => Promise<{ readonly found: number; readonly any: boolean }>
}

const PERSON = /employee|员工|人员|销售员|销售代表|业务员|负责人|顾问|经办|归属人|seller|sales.?(rep|person)|\brep\b|owner|staff|consultant|advisor/i
const NUMBERED = /(^|[^a-z])(id|no|nr|code|key|sku|phone|tel|mobile|zip|postal)([^a-z]|$)|编号|编码|单号|号码|代码|电话|手机|邮编|号$/i
const AMOUNT = /amount|price|cost|revenue|freight|sales|total|fee|value|paid|payment|金额|价|费|额|款|收入|成本|销售额|运费/i
const YES_NO = /^(true|false|yes|no|y|n|t|f|是|否|真|假|有|无|√|×)$/i
/** Of the values so many must be people or keys: a file may name somebody who left. */
const MOST = 0.6

/** What a column holds, judged by its name and its values. */
export async function typeOf(name: string, texts: readonly string[], world: GuessWorld): Promise<GuessedType> {
  const values = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
  if (values.length === 0) return { type: 'text' }
  const people = share(values, (text) => world.directory.resolve(text).kind === 'found')
  // Small numbers are ids of people as of anything else: then the name must say so.
  if (people >= MOST && (PERSON.test(name) || values.every((text) => !/^\d+$/.test(text)))) return { type: 'employee' }
  const to = await referredTo(name, values, world)
  if (to !== null) return { type: 'reference', to }
  if (values.every((text) => YES_NO.test(text)) && values.every((text) => 'ok' in normaliseBoolean(text))) return { type: 'boolean' }
  return dayType(values, world) ?? numberType(name, values, world) ?? { type: 'text' }
}

function share(values: readonly string[], holds: (text: string) => boolean): number {
  return values.filter(holds).length / values.length
}

/** The dataset whose key a column holds: called like the key, or like the dataset; its records are looked at where there are any. */
async function referredTo(name: string, values: readonly string[], world: GuessWorld): Promise<string | null> {
  for (const dataset of world.datasets) {
    const [key, more] = dataset.key
    if (key === undefined || more !== undefined || !(key in dataset.fields)) continue
    const bare = folded(name).replace(/(id|编号|编码|代码)$/, '')
    const names = [key, dataset.dataset, ...namesIn(dataset.name), ...namesIn(dataset.fields[key]?.name)].map(folded)
    if (!names.includes(folded(name)) && !names.includes(bare) && !names.includes(`${bare}s`)) continue
    const { found, any } = await world.keysKnown(dataset, values)
    if (!any || found / values.length >= MOST) return dataset.dataset
  }
  return null
}

function namesIn(name: DatasetDocument['name']): string[] {
  if (name === undefined) return []
  return typeof name === 'string' ? [name] : Object.values(name).filter((text) => text !== undefined)
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

function manner(world: GuessWorld, dateOrder: Manner['dateOrder'], isMoney = false): Manner {
  return { dateOrder, serialsFrom: world.serialsFrom, currency: null, isMoney, decimalComma: false, isPercent: false }
}

const all = (values: readonly string[], read: (text: string) => Normalised): boolean => values.every((text) => 'ok' in read(text))

function dayType(values: readonly string[], world: GuessWorld): GuessedType | null {
  // A number alone is a day only in a sheet, and there only a number like others.
  if (values.every((text) => /^-?[\d.,]+$/.test(text) && !/^\d{8}$/.test(text))) return null
  if (all(values, (text) => normaliseDay(text, manner(world, 'ymd')))) return { type: 'date' }
  for (const dateOrder of ['mdy', 'dmy'] as const) if (all(values, (text) => normaliseDay(text, manner(world, dateOrder)))) return { type: 'date', dateOrder }
  return all(values, (text) => normaliseTimestamp(text, manner(world, 'ymd'))) ? { type: 'timestamp' } : null
}

function numberType(name: string, values: readonly string[], world: GuessWorld): GuessedType | null {
  if (NUMBERED.test(name) || values.some((text) => /^0\d/.test(text) || /^\+?\d{11,}$/.test(text))) return null
  const amount = AMOUNT.test(name)
  if (!amount && all(values, (text) => normaliseInteger(text, manner(world, null)))) return { type: 'integer' }
  if (amount && all(values, (text) => normaliseDecimal(text, manner(world, null, true)))) return { type: 'money' }
  return all(values, (text) => normaliseDecimal(text, manner(world, null))) ? { type: 'decimal' } : null
}
