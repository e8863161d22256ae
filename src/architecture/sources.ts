import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/** One source file and what it reaches for. Paths are counted from `src`, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Our own files it imports, as paths from `src`. */
  readonly files: readonly string[]
  /** Packages and Node modules it imports: `zod`, `@scope/name`, `node:fs`. */
  readonly packages: readonly string[]
  readonly tree: ts.SourceFile
}

/** Every TypeScript file below a folder. */
export function sourcesIn(folder: URL): Source[] {
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll('\\', '/'))
  return paths.filter((path) => /(?<!\.d)\.tsx?$/.test(path)).map((path) => sourceOf(path, readFileSync(new URL(path, folder), 'utf8')))
}

/** A source from its text; tests plant violations with it. */
export function sourceOf(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const specifiers = importsOf(tree)
  const own = specifiers.filter((specifier) => specifier.startsWith('.'))
  return {
    path,
    text,
    tree,
    files: own.map((specifier) => posix.normalize(posix.join(posix.dirname(path), specifier))),
    packages: specifiers.filter((specifier) => !specifier.startsWith('.')).map(packageOf),
  }
}

/** `import`, `export … from`, `import()` and `import type` alike: an arrow is an arrow. */
function importsOf(tree: ts.SourceFile): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push(node.moduleSpecifier.text)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      if (argument !== undefined && ts.isStringLiteral(argument)) found.push(argument.text)
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) found.push(node.argument.literal.text)
  })
  return found
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Walk a tree, the node itself first. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}
