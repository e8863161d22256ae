import type { Diagnostic } from '../base/diagnostic.ts'
import type { ImportReport } from '../server/datasets/import/report.ts'
import type { Context } from './context.ts'
import { grouped } from './figures.ts'
import { tellDiagnostics } from './troubles.ts'

/** What imports did, a row a file; below it the bad rows that were skipped. */
export function showImports(context: Context, imports: readonly ImportReport[]): void {
  if (imports.length === 0) return
  const { output, config } = context
  const left = (key: 'dataset' | 'file') => ({ title: output.say(`apply.import-table.${key}`), align: 'left' as const })
  const right = (key: 'rows' | 'added' | 'changed' | 'deleted' | 'same' | 'bad') => ({ title: output.say(`apply.import-table.${key}`), align: 'right' as const })
  const columns = [left('dataset'), left('file'), right('rows'), right('added'), right('changed'), right('deleted'), right('same'), right('bad')]
  const count = (n: number) => grouped(String(n))
  output.table(
    columns,
    imports.map(({ dataset, file, rows: r }) => [dataset, file, count(r.read), count(r.inserted), count(r.changed), count(r.deleted), count(r.same), count(r.bad)]),
  )
  for (const report of imports) {
    if (report.bad.shown.length > 0) tellDiagnostics(report.bad.shown, config.lang, output)
    if (report.bad.file !== null) output.lines(output.say('import.bad-file', { file: report.bad.file }))
  }
}

/** Columns that are not used are the rule; a field without a column is most often a name that was written otherwise. */
export function worthTelling(notice: Diagnostic): boolean {
  return notice.severity !== 'info' || notice.code === 'import.fields-absent'
}

/** References that find nothing, a row a value. */
export function showMismatches({ output }: Context, mismatches: readonly Diagnostic[]): void {
  if (mismatches.length === 0) return
  const text = (d: Diagnostic, key: string) => String(d.params[key] ?? '')
  const column = (key: 'field' | 'value' | 'records' | 'near', align: 'left' | 'right') => ({ title: output.say(`apply.mismatch-table.${key}`), align })
  output.lines('', output.colours.yellow(output.say('apply.mismatches')))
  output.table(
    [column('field', 'left'), column('value', 'left'), column('records', 'right'), column('near', 'left')],
    mismatches.map((d) => [`${text(d, 'dataset')}.${text(d, 'field')}`, text(d, 'value'), grouped(text(d, 'rows')), text(d, 'near') || '–']),
  )
}
