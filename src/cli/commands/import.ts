import { InvalidArgumentError, Option } from 'commander'
import { Refusal } from '../../base/diagnostic.ts'
import type { DatasetDocument, SourceDocument } from '../../engine/index.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf, namesOf } from '../../engine/wording.ts'
import { importFile } from '../../server/datasets/import/import-file.ts'
import type { ImportMode, ImportReport } from '../../server/datasets/import/report.ts'
import { builtInFiles } from '../../server/measures/built-in-files.ts'
import { measuresForEntry } from '../../server/measures/queries.ts'
import { type CommandModule, type Context, listOption, type Options, requiredArg, textOption } from '../context.ts'
import { withCompany, withRules } from '../database.ts'
import { grouped } from '../figures.ts'
import { showMismatches, worthTelling } from '../import-report.ts'
import { nearestOf } from '../named.ts'
import { diagnosticJson, EXIT, tellDiagnostics } from '../troubles.ts'
import { badRowsFile } from './apply.ts'

const ENCODINGS = ['auto', 'utf-8', 'gb18030', 'utf-16le'] as const
const MODES: Readonly<Record<string, ImportMode>> = { add: 'merge', replace: 'complete', delete: 'delete' }
const DECIMALS = ['point', 'comma'] as const
const DELIMITERS = [',', ';', '|', 'tab'] as const

export const importCommand: CommandModule = {
  name: 'import',
  examples: [
    'heng import orders june.csv',
    'heng import 订单 订单导出.xlsx --sheet 六月',
    'heng import orders june.csv --column order_id=编号 --column "name={姓}{名}"',
    'heng import orders june.csv --on-error skip',
  ],
  define(command, say) {
    command
      .argument('<dataset>', say('import.dataset'))
      .argument('<file>', say('import.file'))
      .option('--column <field=column>', say('import.column'), columnOption, [] as string[])
      .addOption(new Option('--encoding <encoding>', say('import.encoding')).choices([...ENCODINGS]))
      .addOption(new Option('--delimiter <delimiter>', say('import.delimiter')).choices([...DELIMITERS]))
      .addOption(new Option('--decimal <mark>', say('import.decimal')).choices([...DECIMALS]))
      .option('--sheet <name>', say('import.sheet'))
      .addOption(new Option('--on-error <how>', say('apply.on-error')).choices(['reject', 'skip']))
      .addOption(new Option('--mode <mode>', say('import.mode')).choices(['add', 'replace', 'delete']))
  },
  async run(context, args, options) {
    const file = requiredArg(args, 1)
    return withCompany(context.config, (store) =>
      withRules(store, async (loaded) => {
        const document = datasetNamed(loaded.datasets, requiredArg(args, 0))
        const progress = context.output.progress()
        const onError = textOption(options, 'onError')
        const report = await importFile(store, document, {
          file,
          source: sourceFor(document, file, options),
          mode: MODES[textOption(options, 'mode') ?? 'add'] ?? 'merge',
          ...(onError === 'skip' || onError === 'reject' ? { onError } : {}),
          badRowsFile: badRowsFile(context, loaded.company.company, document.dataset),
          lang: context.config.lang,
          company: { timezone: loaded.company.timezone, currency: loaded.company.currency },
          datasets: loaded.datasets,
          versions: loaded.versions,
          ...builtInFiles(document, { calendar: loaded.calendar, ...(await store.read(measuresForEntry)) }),
          signal: context.signal,
          progress: (p) => progress.show(context.output.say('progress.import', { dataset: document.dataset }), p.bytes, p.totalBytes),
        }).finally(() => progress.stop())
        return tell(context, report)
      }),
    )
  },
}

function columnOption(value: string, before: string[]): string[] {
  if (!/^[^=]+=.+/.test(value)) throw new InvalidArgumentError('field=column')
  return [...before, value]
}

/** How to read the file: the options, else the source of the document that names this file, else its first source. */
function sourceFor(document: DatasetDocument, file: string, options: Options): Partial<SourceDocument> {
  const said = document.source.find((s) => file.endsWith(s.file)) ?? document.source[0]
  const columns = Object.fromEntries(listOption(options, 'column').map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]))
  const fields = Object.keys(document.fields)
  const unknown = Object.keys(columns).find((field) => !fields.includes(field))
  if (unknown !== undefined) throw new Refusal('cli.field-unknown', { dataset: document.dataset, field: unknown, ...hintOf(nearNames(unknown, fields), fields) })
  const encoding = ENCODINGS.find((e) => e === textOption(options, 'encoding'))
  const delimiter = DELIMITERS.find((d) => d === textOption(options, 'delimiter'))
  const decimal = DECIMALS.find((d) => d === textOption(options, 'decimal'))
  const sheet = textOption(options, 'sheet')
  return {
    ...said,
    columns: { ...said?.columns, ...columns },
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

/** The dataset of that id or name. Errors: `cli.dataset-*`. */
function datasetNamed(datasets: readonly DatasetDocument[], name: string): DatasetDocument {
  const exact = datasets.find((d) => d.dataset === name) ?? datasets.find((d) => Object.values(namesOf(d.name, d.dataset)).includes(name))
  if (exact !== undefined) return exact
  const known = datasets.map((d) => d.dataset)
  const near = nearestOf(
    name,
    known,
    datasets.flatMap((d) => Object.values(namesOf(d.name, d.dataset))),
  )
  if (near.length > 0) throw new Refusal('cli.dataset-near', { dataset: name, near: near.join(', '), known: known.join(', ') })
  throw new Refusal('cli.dataset-unknown', { dataset: name, known: known.join(', ') })
}

function tell(context: Context, report: ImportReport): number {
  const { output, config } = context
  const { rows, bad } = report
  tellDiagnostics([...bad.shown, ...report.notices.filter((n) => worthTelling(n) && !n.code.startsWith('import.reference-'))], config.lang, output)
  output.json({
    dataset: report.dataset,
    file: report.file,
    outcome: report.outcome,
    rows,
    badRowsFile: bad.file,
    badRows: bad.shown.map((d) => diagnosticJson(d, config.lang)),
    notices: report.notices.map((d) => diagnosticJson(d, config.lang)),
  })
  if (report.outcome === 'rejected') {
    output.note(
      '',
      output.say(rows.bad === rows.read ? 'import.none-good' : 'import.rejected', { count: rows.bad }),
      ...(bad.file === null ? [] : [output.say('import.bad-file', { file: bad.file })]),
      output.say('error.nothing-changed'),
    )
    return EXIT.content
  }
  const count = (n: number) => grouped(String(n))
  output.lines(
    output.say('import.done', {
      dataset: report.dataset,
      read: count(rows.read),
      added: count(rows.inserted),
      changed: count(rows.changed),
      deleted: count(rows.deleted),
      same: count(rows.same),
      bad: count(rows.bad),
    }),
  )
  if (report.outcome === 'unchanged') output.lines(output.say('import.seen-before'))
  if (bad.file !== null) output.lines(output.say('import.bad-file', { file: bad.file }))
  showMismatches(
    context,
    report.notices.filter((n) => n.code.startsWith('import.reference-')),
  )
  return EXIT.done
}
