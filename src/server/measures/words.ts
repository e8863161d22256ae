import { type Lang, type LocalName, nameIn } from '../../base/diagnostic.ts'
import type { DocumentKind } from '../../engine/documents/parse.ts'
import { KEY_WORDS, KEY_WORDS_IN } from './key-words.ts'
import { BOOLEANS, DATASET_KEYS, MEASURE_KEYS, VALUE_WORDS } from './value-words.ts'

/** Names that stand in documents as ids. */
export interface NamesOfIds {
  readonly measures: ReadonlyMap<string, LocalName | undefined>
  readonly datasets: ReadonlyMap<string, LocalName | undefined>
  readonly roles: ReadonlyMap<string, string>
}

export interface Telling {
  readonly kind: DocumentKind
  readonly lang: Lang
  readonly names: NamesOfIds
}

/** One value of a document: where it stands, as a path and in words, and the value itself and in words. */
export interface Leaf {
  readonly path: string
  readonly place: string
  /** The first part of the place, where it has several: 考核项“销售额”. */
  readonly group: string
  readonly within: string
  readonly value: string
  readonly text: string
}

/** What differs in a place of a document. */
export interface Told {
  /** `lines.sales.weight` */
  readonly path: string
  /** 考核项“销售额” · 权重 */
  readonly place: string
  readonly before: string | null
  readonly after: string | null
  readonly beforeText: string | null
  readonly afterText: string | null
}

/** Everything in which two bodies of a document differ, in the order of the new one, in the words of the pages. Either may be null: then everything is new, or gone. */
export function toldDifferences(was: unknown, is: unknown, telling: Telling): Told[] {
  const before = new Map(leavesOf(was, telling).map((leaf) => [leaf.path, leaf]))
  const after = new Map(leavesOf(is, telling).map((leaf) => [leaf.path, leaf]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)]
    if (old?.value === now?.value) return []
    const place = (now ?? old)?.place ?? path
    return [{ path, place, before: old?.value ?? null, after: now?.value ?? null, beforeText: old?.text ?? null, afterText: now?.text ?? null }]
  })
}

/** Every value of a body in the order of its author. */
export function leavesOf(body: unknown, telling: Telling): Leaf[] {
  return walk(body, { path: [], places: [], inside: telling.kind, key: '', records: 0 }, { ...telling, lines: lineNames(body, telling) })
}

interface At {
  readonly path: readonly string[]
  readonly places: readonly string[]
  /** The key, or the kind of document, that the value's own key stands in. */
  readonly inside: string
  readonly key: string
  /** How many levels from here on are named by ids, and not by keys of the schema. */
  readonly records: number
}

interface Walking extends Telling {
  readonly lines: ReadonlyMap<string, string>
}

/** Keys whose values are groups by ids: of periods, lines, sources, fields. */
const RECORDS: Readonly<Record<string, number>> = {
  'scheme.weights': 2,
  'newcomers.weights': 1,
  'measure.sources': 1,
  'dataset.fields': 1,
  'fields.aliases': 1,
  'source.columns': 1,
  'incentive.tables': 1,
  'rows.when': 1,
  'company.units': 1,
  'calendar.years': 1,
  'calendar.quarterStarts': 1,
}

function walk(value: unknown, at: At, telling: Walking): Leaf[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [leaf(String(value), valueText(String(value), at, telling), at)]
  if (Array.isArray(value)) return walkList(value, at, telling)
  return Object.entries(value).flatMap(([key, member]) => {
    const path = [...at.path, key]
    if (at.records > 0) return walk(member, { ...at, path, places: named(at, idText(key, at, telling), telling.lang), records: at.records - 1 }, telling)
    const inside = at.key === '' ? telling.kind : at.key
    const place = keyWord(key, inside, telling.lang)
    return walk(member, { path, places: [...at.places, place], inside, key, records: RECORDS[`${inside}.${key}`] ?? 0 }, telling)
  })
}

function walkList(list: readonly unknown[], at: At, telling: Walking): Leaf[] {
  if (list.every((item) => typeof item !== 'object')) {
    const texts = list.map((item) => valueText(String(item), at, telling))
    return list.length === 0 ? [] : [leaf(list.join(', '), texts.join(telling.lang === 'zh' ? '、' : ', '), at)]
  }
  return list.flatMap((item, i) => {
    const id = itemId(list, item)
    const places = id === undefined ? numbered(at, i + 1, telling.lang) : named(at, itemName(item, id, telling), telling.lang)
    return walk(item, { ...at, path: [...at.path, id ?? String(i + 1)], places }, telling)
  })
}

const leaf = (value: string, text: string, { path, places }: At): Leaf => ({
  path: path.join('.'),
  place: places.join(' · '),
  group: places.length > 1 ? (places[0] ?? '') : '',
  within: places.length > 1 ? places.slice(1).join(' · ') : (places[0] ?? ''),
  value,
  text,
})

function keyWord(key: string, inside: string, lang: Lang): string {
  return (KEY_WORDS_IN[`${inside}.${key}`] ?? KEY_WORDS[key])?.[lang] ?? key
}

/** 考核项“销售额” in the place of 考核项. */
function named({ places }: At, name: string, lang: Lang): string[] {
  const item = lang === 'zh' ? `${places.at(-1) ?? ''}“${name}”` : `${places.at(-1) ?? ''} “${name}”`
  return [...places.slice(0, -1), item]
}

/** Chinese words that are counted without a measure word. */
const COUNTED_BARE: ReadonlySet<string> = new Set(['档', '行'])

/** 第 2 档 in the place of 档. */
function numbered({ places }: At, number: number, lang: Lang): string[] {
  const what = places.at(-1) ?? ''
  return [...places.slice(0, -1), lang === 'zh' ? `第 ${number} ${COUNTED_BARE.has(what) ? '' : '个'}${what}` : `${what} ${number}`]
}

/** What tells the items of a list apart. */
const IDS = ['line', 'component', 'grade', 'key'] as const

function itemId(list: readonly unknown[], item: unknown): string | undefined {
  const idOf = (one: unknown) => IDS.flatMap((key) => textIn(one, key) ?? [])[0]
  const id = idOf(item)
  return id !== undefined && list.filter((other) => idOf(other) === id).length === 1 ? id : undefined
}

function itemName(item: unknown, id: string, { lang, names }: Telling): string {
  const measure = textIn(item, 'measure')
  const name = memberOf(item, 'name') ?? (measure === undefined ? undefined : names.measures.get(measure))
  return localName(name, lang) ?? id
}

function lineNames(body: unknown, telling: Telling): ReadonlyMap<string, string> {
  const lines = memberOf(body, 'lines')
  if (!Array.isArray(lines)) return new Map()
  return new Map(lines.flatMap((item: unknown) => [textIn(item, 'line') ?? []].flat().map((id) => [id, itemName(item, id, telling)] as const)))
}

/** Ids that stand where keys do: a line among weights by its name. */
function idText(id: string, { key }: At, { lines }: Walking): string {
  return key === 'weights' ? (lines.get(id) ?? id) : id
}

const PERCENT_KEYS: ReadonlySet<string> = new Set(['weight', 'weights', 'percent'])

function valueText(value: string, { inside, key }: At, { lang, names }: Walking): string {
  const words = VALUE_WORDS[`${inside}.${key}`]?.[value] ?? VALUE_WORDS[key]?.[value] ?? BOOLEANS[value]
  if (words !== undefined) return words[lang]
  if (key === 'role') return names.roles.get(value) ?? value
  if (MEASURE_KEYS.has(key) && names.measures.has(value)) return localName(names.measures.get(value), lang) ?? value
  if ((DATASET_KEYS.has(key) || DATASET_KEYS.has(`${inside}.${key}`)) && names.datasets.has(value)) return localName(names.datasets.get(value), lang) ?? value
  return PERCENT_KEYS.has(key) && /^\d+(\.\d+)?%?$/.test(value) ? `${value.replace('%', '')} %` : value
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined // as: looked.
}

function textIn(value: unknown, key: string): string | undefined {
  const text = memberOf(value, key)
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A name, or one in the reader's language before the other. */
function localName(name: unknown, lang: Lang): string | undefined {
  if (typeof name === 'string') return name
  if (typeof name !== 'object' || name === null) return undefined
  const { zh, en } = { zh: textIn(name, 'zh'), en: textIn(name, 'en') }
  return nameIn({ ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) }, lang, zh ?? en ?? '')
}
