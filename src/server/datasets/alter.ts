import { type Diagnostic, Refusal } from '../../base/diagnostic.ts'
import { ident, type Sql, sql } from '../../base/sql.ts'
import type { DatasetDocument } from '../../engine/documents/dataset.ts'
import type { Tx } from '../../store/types.ts'
import { changeTroubles } from './alter-checks.ts'
import { type Alteration, added, conversion, kept, removed } from './alteration.ts'
import { dayIndex, keyIndexes } from './create.ts'
import { recountState } from './state.ts'
import { choiceCheck, dayIndexFields, fieldNames, fieldOf, historyOf, isRequired, keepFunction, tableOf, typeSql } from './table.ts'

/**
 * Bring the tables of a dataset from one document to the next. Whatever would lose or falsify a value is refused beforehand:
 * `dataset.change-refused`, with one detail a reason.
 */
export async function alterDataset(tx: Tx, document: DatasetDocument, previous: DatasetDocument): Promise<void> {
  const alteration = { document, previous }
  const details: Diagnostic[] = await changeTroubles(tx, alteration)
  if (details.length > 0) throw new Refusal('dataset.change-refused', { dataset: document.dataset, count: details.length }, { place: { path: ['dataset'] }, details })
  const statements = alterations(alteration)
  for (const field of removed(alteration)) await retire(tx, document.dataset, field)
  for (const field of replaced(alteration)) await retire(tx, document.dataset, field)
  for (const statement of statements) await tx.run(statement)
  if (statements.length > 0) await recountState(tx, document)
}

/** Fields whose new type cannot take the old values; there are none, so the column is made anew. */
function replaced(alteration: Alteration): string[] {
  return kept(alteration).filter((f) => conversion(f, alteration) === 'empty')
}

/** Take a field's column away. Earlier versions may hold values: then the history keeps the column under a name of its own. */
async function retire(tx: Tx, dataset: string, field: string): Promise<void> {
  await tx.run(sql`alter table ${tableOf(dataset)} drop column ${ident(field)}`)
  const used = await tx.first<{ used: boolean }>(sql`select exists (select 1 from ${historyOf(dataset)} where ${ident(field)} is not null) as used`)
  if (used?.used !== true) {
    await tx.run(sql`alter table ${historyOf(dataset)} drop column ${ident(field)}`)
    return
  }
  const number = await tx.first<{ n: string }>(sql`select nextval('app.change_seq') as n`)
  await tx.run(sql`alter table ${historyOf(dataset)} rename column ${ident(field)} to ${ident(`~${number?.n ?? ''}`)}`)
}

function alterations(alteration: Alteration): Sql[] {
  const { document, previous } = alteration
  const { dataset } = document
  const both = [tableOf(dataset), historyOf(dataset)]
  const fresh = [...added(alteration), ...replaced(alteration)]
  const statements: Sql[] = []
  const keyChanged = JSON.stringify(document.key) !== JSON.stringify(previous.key)
  const dayChanged = JSON.stringify(dayIndexFields(document)) !== JSON.stringify(dayIndexFields(previous))
  if (keyChanged) statements.push(...['key', 'hkey'].map((part) => sql`drop index if exists ${ident('data', `${dataset}~${part}`)}`))
  if (dayChanged) statements.push(sql`drop index if exists ${ident('data', `${dataset}~day`)}`)
  statements.push(...choiceChanges(alteration, 'old'))
  for (const field of fresh) statements.push(...both.map((table) => sql`alter table ${table} add column ${ident(field)} ${typeSql(fieldOf(document, field))}`))
  for (const field of kept(alteration)) {
    const how = conversion(field, alteration)
    if (typeof how === 'object')
      statements.push(...both.map((table) => sql`alter table ${table} alter column ${ident(field)} type ${typeSql(fieldOf(document, field))} using ${how.using}`))
  }
  statements.push(...requiredChanges(alteration, fresh), ...choiceChanges(alteration, 'new'))
  if (keyChanged) statements.push(...keyIndexes(document))
  if (dayChanged) statements.push(...dayIndex(document))
  if (fresh.length > 0 || removed(alteration).length > 0) statements.push(keepFunction(document))
  return statements
}

function requiredChanges({ document, previous }: Alteration, fresh: readonly string[]): Sql[] {
  return fieldNames(document).flatMap((field) => {
    const now = isRequired(document, field)
    const before = field in previous.fields && !fresh.includes(field) && isRequired(previous, field)
    if (now === before) return []
    return [sql`alter table ${tableOf(document.dataset)} alter column ${ident(field)} ${now ? sql`set not null` : sql`drop not null`}`]
  })
}

/** Checks of choices that are no longer wanted (`old`), or not there yet (`new`). */
function choiceChanges({ document, previous }: Alteration, which: 'old' | 'new'): Sql[] {
  const checks = (d: DatasetDocument) =>
    new Map(
      fieldNames(d).flatMap((f) => {
        const check = choiceCheck(f, fieldOf(d, f))
        return check === null ? [] : [[check.name, check.check] as const]
      }),
    )
  const [now, before] = [checks(document), checks(previous)]
  const table = tableOf(document.dataset)
  if (which === 'old') return [...before.keys()].filter((n) => !now.has(n)).map((n) => sql`alter table ${table} drop constraint if exists ${ident(n)}`)
  return [...now].filter(([n]) => !before.has(n)).map(([n, check]) => sql`alter table ${table} add constraint ${ident(n)} check (${check})`)
}
