import { type Alias, type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type Scalar, visit, type YAMLError } from 'yaml'
import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import { YAML_ALIASES } from '../../base/limits.ts'

/** A document of a YAML file with the way back to the text: every path of its value knows its line and column. */
export interface YamlEntry {
  readonly value: unknown
  /** Where the value at that path stands; where the path ends early, the nearest thing that exists. `span` is an offset inside a text. */
  place(path: readonly (string | number)[], span?: { readonly from: number; readonly to: number }): Place
  /** Where the name at the end of that path stands: for names that should not be there. */
  namePlace(path: readonly (string | number)[]): Place
  /** The text of a number, a date or a boolean as its author wrote it: `007` stays `007`. Undefined for lists and maps. */
  written(path: readonly (string | number)[]): string | undefined
}

export interface YamlFile {
  readonly entries: readonly YamlEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Read a YAML text into its documents: separated by `---`, or the items of a list, or one map.
 * Errors: `plan.yaml.*`, each with line and column. A file with an error yields no entries: half a file is not what its author meant.
 */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const documents = parseSafely(text, lines)
  if (documents === null) return { entries: [], diagnostics: [{ code: 'plan.yaml.too-deep', severity: 'error', place: { file }, params: {} }] }
  const diagnostics = firstOfEachLine([
    ...documents.flatMap((d) => [...d.errors, ...d.warnings]).map((e) => yamlDiagnostic({ file, text }, e, lines)),
    ...documents.flatMap((d) => lostAliases(file, d, lines)),
  ])
  if (diagnostics.length > 0) return { entries: [], diagnostics }
  const entries: YamlEntry[] = []
  for (const document of documents) {
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) continue
    const value = valueOf(document)
    if (value === undefined) return { entries: [], diagnostics: [{ code: 'plan.yaml.aliases', severity: 'error', place: { file }, params: { most: YAML_ALIASES } }] }
    entries.push(...entriesOf({ file, text, lines, document }, value))
  }
  return { entries, diagnostics: [] }
}

interface Source {
  readonly file: string
  readonly text: string
  readonly lines: LineCounter
  readonly document: Document.Parsed
}

/** Null where the nesting is too deep for the parser's stack. */
function parseSafely(text: string, lines: LineCounter): Document.Parsed[] | null {
  try {
    const parsed = parseAllDocuments(text, { lineCounter: lines, keepSourceTokens: true, prettyErrors: false, uniqueKeys: true, version: '1.2', logLevel: 'silent' })
    return 'empty' in parsed ? [] : parsed
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Aliases (*name) without an anchor (&name) before them. */
function lostAliases(file: string, document: Document.Parsed, lines: LineCounter): Diagnostic[] {
  const lost: Diagnostic[] = []
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0)
      lost.push({ code: 'plan.yaml.alias', severity: 'error', place: { file, line: Math.max(1, line), column: Math.max(1, col) }, params: { name: alias.source } })
    },
  })
  return lost
}

function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: YAML_ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined
    throw error
  }
}

function entriesOf(source: Source, value: unknown): YamlEntry[] {
  const root = source.document.contents
  const entry = (item: unknown, above: readonly number[]): YamlEntry => ({
    value: item,
    place: (path, span) => ({ ...placeOf(source, root, [...above, ...path], span), path }),
    namePlace: (path) => ({ ...placeOfNode(source, nameAt(source.document, root, [...above, ...path])), path }),
    written: (path) => writtenAt(nodeAt(source.document, root, [...above, ...path])),
  })
  if (!isSeq(root) || !Array.isArray(value)) return [entry(value, [])]
  return value.map((item, i) => entry(item, [i]))
}

function writtenAt(node: Node | null): string | undefined {
  if (!isScalar(node)) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

function placeOf(source: Source, root: Node | null, path: readonly (string | number)[], span?: { from: number; to: number }): Place {
  const found = nodeAt(source.document, root, path)
  if (span === undefined) return placeOfNode(source, found)
  // A place inside a text lies where the text is written.
  const node = meant(source.document, found)
  return isScalar(node) ? { ...placeAt(source, offsetInScalar(node, source.text, span.from)), span } : { ...placeOfNode(source, found), span }
}

function placeOfNode(source: Source, node: Node | null): Place {
  return placeAt(source, node?.range?.[0] ?? 0)
}

function placeAt(source: Source, offset: number): Place {
  const { line, col } = source.lines.linePos(offset)
  return { file: source.file, line: Math.max(1, line), column: Math.max(1, col) }
}

/** The key of the pair at the end of a path; where there is none, what the path leads to. */
function nameAt(document: Document.Parsed, root: Node | null, path: readonly (string | number)[]): Node | null {
  const holder = meant(document, nodeAt(document, root, path.slice(0, -1)))
  const pair = isMap(holder) ? holder.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1))) : undefined
  return isPair(pair) ? (pair.key as Node) : nodeAt(document, root, path) // Parsed pairs have nodes as keys.
}

/** The node at a path. Where it ends early: the deepest node that exists, so that a missing key points at the map that lacks it. */
function nodeAt(document: Document.Parsed, root: Node | null, path: readonly (string | number)[]): Node | null {
  let node: Node | null = root
  for (const step of path) {
    const at = meant(document, node)
    let next: unknown
    if (isMap(at)) next = at.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(step))
    else if (isSeq(at)) next = at.items[Number(step)]
    if (isPair(next)) {
      const { key, value } = next
      node = (isEmptyNode(value) ? key : value) as Node | null // Parsed pairs hold nodes.
    } else if (next === undefined || next === null) return at
    else node = next as Node // Parsed sequences hold nodes.
  }
  return node
}

/** What an alias stands for; another node is itself. */
function meant(document: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? ((node as Alias).resolve(document) ?? null) : node // isAlias of the library widens to any.
}

/** `key:` with nothing behind it: the key is what the reader sees. */
function isEmptyNode(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null && value.source === '')
}

/**
 * Offset in the file of a character of a scalar's value: quotes, escapes, folded lines and indentation lie between the two.
 * Value and source are walked side by side; white space of either may be longer.
 */
export function offsetInScalar(node: Scalar, text: string, index: number): number {
  const [start, end] = node.range ?? [0, 0]
  const value = String(node.value ?? '')
  let at = bodyStart(node, text, start)
  for (let i = 0; i < value.length; i += 1) {
    if (!isSpace(value[i])) while (at < end && isSpace(text[at])) at += 1
    if (i >= index) return Math.min(at, end)
    at += widthAt(node, text, at, value[i])
  }
  return Math.min(at, end)
}

/** Where the words of a scalar begin: after the quote, or on the line after a `|` or `>`. */
function bodyStart(node: Scalar, text: string, start: number): number {
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return start + 1
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return text.indexOf('\n', start) + 1
  return start
}

/** How many characters of the source stand for this character of the value. */
function widthAt(node: Scalar, text: string, at: number, wanted: string | undefined): number {
  if (node.type === 'QUOTE_SINGLE' && text[at] === "'") return 2
  if (node.type === 'QUOTE_DOUBLE' && text[at] === '\\') {
    const long = { x: 4, u: 6, U: 10 }[text[at + 1] ?? '']
    return long ?? 2
  }
  return isSpace(wanted) && !isSpace(text[at]) ? 0 : 1
}

function isSpace(c: string | undefined): boolean {
  return c === ' ' || c === '\n' || c === '\r' || c === '\t'
}

/** Codes of the library that have a sentence of their own; every other one shares `plan.yaml.syntax`. */
const OWN_SENTENCE: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'plan.yaml.duplicate-key',
  TAB_AS_INDENT: 'plan.yaml.tab',
  BAD_INDENT: 'plan.yaml.indent',
  MISSING_CHAR: 'plan.yaml.missing-char',
  BAD_DQ_ESCAPE: 'plan.yaml.escape',
  BAD_ALIAS: 'plan.yaml.alias',
  TAG_RESOLVE_FAILED: 'plan.yaml.tag',
  MULTILINE_IMPLICIT_KEY: 'plan.yaml.missing-colon',
  BLOCK_AS_IMPLICIT_KEY: 'plan.yaml.two-colons',
  BAD_SCALAR_START: 'plan.yaml.start-char',
  RESOURCE_EXHAUSTION: 'plan.yaml.too-deep',
}

/** Where the library's code is too wide, its words tell what happened. */
const BY_MESSAGE: readonly (readonly [string, string])[] = [
  ['Flow sequence in block collection', 'plan.yaml.bracket'],
  ['Flow map in block collection', 'plan.yaml.bracket'],
  ['Unexpected scalar at node end', 'plan.yaml.after-value'],
  ['Unexpected flow-', 'plan.yaml.unquoted'],
  ['Missing , or : between flow', 'plan.yaml.unquoted'],
  ['Missing closing', 'plan.yaml.quote'],
  ['Sequence item without - indicator', 'plan.yaml.indent'],
  ['Block collections are not allowed within flow collections', 'plan.yaml.two-colons'],
]

/** The first mistake of each line: the ones after it are mostly its echo. */
function firstOfEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = (d: Diagnostic) => (d.code === 'plan.yaml.two-colons' ? 1 : 0)
  const sorted = [...diagnostics].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || rank(a) - rank(b))
  return sorted.filter((d, i) => i === 0 || sorted[i - 1]?.place.line !== d.place.line)
}

function yamlDiagnostic({ file, text }: Pick<Source, 'file' | 'text'>, error: YAMLError, lines: LineCounter): Diagnostic {
  const indented = tabBefore(text, error.pos[0])
  const said = BY_MESSAGE.find(([words]) => error.message.startsWith(words))?.[1]
  const code = indented !== null ? 'plan.yaml.tab' : (said ?? OWN_SENTENCE[error.code] ?? 'plan.yaml.syntax')
  const wide = indented === null && WIDE_MARKS_BREAK.has(code) ? wideMark(text, error.pos[0]) : null
  if (wide !== null) return wideDiagnostic(file, wide, lines)
  const at = lines.linePos(indented ?? error.pos[0])
  return { code, severity: 'error', place: { file, line: Math.max(1, at.line), column: Math.max(1, at.col) }, params: { reason: reasonOf(error) } }
}

/** What a line with full-width punctuation in place of YAML's own is taken for. */
const WIDE_MARKS_BREAK: ReadonlySet<string> = new Set([
  'plan.yaml.two-colons',
  'plan.yaml.missing-colon',
  'plan.yaml.missing-char',
  'plan.yaml.unquoted',
  'plan.yaml.bracket',
  'plan.yaml.quote',
  'plan.yaml.syntax',
])

/** Full-width marks as Chinese input methods write them, where YAML has its own: after the name of an entry, or before the next one. */
const WIDE_MARK = /(?<=^\s*(?:- )?(?:\{\s*)?[\w-]+\s*)：|(?<=[{,，]\s*[\w-]+\s*)：|，(?=\s*[\w-]+\s*[:：])/

const NARROW: Readonly<Record<string, string>> = { '：': ':', '，': ',' }

/** The first such mark in the line of an offset. */
function wideMark(text: string, offset: number): { readonly at: number; readonly mark: string } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const found = WIDE_MARK.exec(text.slice(start, end < 0 ? undefined : end))
  return found === null ? null : { at: start + found.index, mark: found[0] }
}

function wideDiagnostic(file: string, { at, mark }: { readonly at: number; readonly mark: string }, lines: LineCounter): Diagnostic {
  const { line, col } = lines.linePos(at)
  return { code: 'plan.yaml.wide-mark', severity: 'error', place: { file, line: Math.max(1, line), column: Math.max(1, col) }, params: { mark, narrow: NARROW[mark] ?? mark } }
}

/** Where a tab stands in the indentation of the line of an offset; null where none does. Whatever the library makes of it, the tab is the mistake. */
function tabBefore(text: string, offset: number): number | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const tab = /^[ \t]*/.exec(text.slice(start))?.[0].indexOf('\t') ?? -1
  return tab < 0 ? null : start + tab
}

/** The library's words, in its own language; of a tag only the tag. */
function reasonOf({ message, code }: YAMLError): string {
  const [first = code] = message.split('\n')
  return first.replace(/^Unresolved tag: /, '').replace(/^tag:yaml\.org,2002:/, '!!')
}
