import type { SameKeys } from '../keys.ts'
import type { exports as zh } from '../zh/exports.ts'

export const exports: SameKeys<typeof zh> = {
  title: 'Exports',
  sentence: 'Records you exported; the files are kept for 7 days, for you alone.',
  name: 'File',
  dataset: 'Dataset',
  at: 'Exported at',
  rows: 'Rows',
  bytes: 'Size',
  state: 'State',
  'state.queued': 'Waiting',
  'state.running': 'Being written',
  'state.done': 'Done',
  'state.failed': 'Failed',
  'state.cancelled': 'Cancelled',
  unwritten: 'The file is not written',
  empty: 'Nothing was exported yet',
  'empty.note': 'Open a dataset, narrow it as you like, and choose “Export”.',
  dialog: 'Export',
  written_one: '{{name}}: {{rows}} row, {{size}}',
  written_other: '{{name}}: {{rows}} rows, {{size}}',
  fetch: 'Download',
  kept: 'You may leave this page: the file is kept for 7 days.',
}
