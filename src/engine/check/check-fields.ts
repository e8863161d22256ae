import type { Params } from '../../base/diagnostic.ts'
import type { FieldType } from '../ir.ts'
import { nearNames } from '../near.ts'
import { hintOf, worded } from '../wording.ts'
import type { Catalogue, DatasetInfo, FieldInfo } from './catalogue.ts'
import { checkId } from './names.ts'
import type { DocumentPath, Reporter } from './report.ts'
import { fieldWords } from './typed.ts'
import { parseUnit, type UnitProblem } from './units.ts'

interface FieldCheck {
  readonly dataset: DatasetInfo
  readonly catalogue: Catalogue
  readonly report: Reporter
}

/** Settings that belong to some types only. */
const SETTINGS = { unit: ['integer', 'decimal', 'money'], currency: ['money'], currencyField: ['money'], choices: ['choice'], to: ['reference'] } as const satisfies Record<
  string,
  readonly FieldType[]
>

/** What the schema cannot say of one field of a dataset. */
export function checkField(field: FieldInfo, c: FieldCheck): void {
  const path = ['fields', field.id]
  const { report } = c
  const d = field.document
  checkId('field', field.id, path, report)
  for (const [setting, types] of Object.entries(SETTINGS)) {
    const value = d[setting as keyof typeof SETTINGS] // the keys of SETTINGS are keys of a field
    if (value === undefined || (types as readonly FieldType[]).includes(d.type)) continue
    report.error('dataset.setting-unfit', [...path, setting], { name: field.id, setting, types: types.join(', '), ...worded('type', fieldWords(d.type)) })
  }
  if (d.type === 'reference') checkReference(field, path, c)
  if (d.type === 'choice') checkChoices(field, path, report)
  if (d.type === 'money') checkMoney(field, path, c)
  else if (d.unit !== undefined) checkUnitText(d.unit, [...path, 'unit'], c)
}

/** Report what is wrong with the text of a unit. */
export function checkUnitText(text: string, path: DocumentPath, c: { catalogue: Catalogue; report: Reporter }): boolean {
  const parsed = parseUnit(text, c.catalogue.units)
  if ('declared' in parsed) return true
  const [code, params] = unitProblem(parsed.problem, text, c.catalogue.units.currency)
  c.report.error(code, path, params)
  return false
}

function unitProblem(problem: UnitProblem, text: string, own: string): ['unit.bad' | 'unit.percent-compound' | 'unit.foreign-currency' | 'name.unknown-unit', Params] {
  switch (problem.kind) {
    case 'malformed':
      return ['unit.bad', { text }]
    case 'percent-compound':
      return ['unit.percent-compound', { text }]
    case 'foreign':
      return ['unit.foreign-currency', { currency: problem.currency, own }]
    case 'unknown':
      return ['name.unknown-unit', { name: problem.name, ...hintOf(problem.near, problem.all) }]
    default:
      return problem satisfies never
  }
}

function checkReference(field: FieldInfo, path: DocumentPath, { catalogue, report }: FieldCheck): void {
  const { to } = field.document
  if (to === undefined) {
    report.error('dataset.reference-no-target', path, { name: field.id })
    return
  }
  const target = catalogue.datasets.get(to)
  if (target === undefined) {
    report.error('name.unknown-dataset', [...path, 'to'], { name: to, ...hintOf(nearNames(to, catalogue.datasets.keys()), [...catalogue.datasets.keys()]) })
    return
  }
  const key = target.document.key.filter((name) => name !== target.document.effective)
  const [only] = key
  if (only === undefined || key.length !== 1) {
    report.error('dataset.reference-key', [...path, 'to'], { name: field.id, dataset: to, count: key.length })
    return
  }
  const type = target.fields.get(only)?.document.type
  if (type === undefined || type === 'text' || type === 'choice' || type === 'reference' || type === 'employee') return
  report.error('dataset.reference-key-type', [...path, 'to'], { name: field.id, dataset: to, key: only, ...worded('type', fieldWords(type)) })
}

function checkChoices(field: FieldInfo, path: DocumentPath, report: Reporter): void {
  const { choices, aliases } = field.document
  if (choices === undefined) {
    report.error('dataset.no-choices', path, { name: field.id })
    return
  }
  for (const [i, value] of choices.entries()) if (choices.indexOf(value) < i) report.error('dataset.choice-twice', [...path, 'choices', i], { value, name: field.id })
  for (const [alias, value] of Object.entries(aliases)) {
    if (!choices.includes(value)) report.error('dataset.alias-target', [...path, 'aliases', alias], { alias, value, name: field.id, ...hintOf(nearNames(value, choices), choices) })
  }
}

function checkMoney(field: FieldInfo, path: DocumentPath, c: FieldCheck): void {
  const { currency, currencyField, unit } = field.document
  if (unit !== undefined && checkUnitText(unit, [...path, 'unit'], c) && field.unit.unit[c.catalogue.units.currency] !== 1)
    c.report.error('dataset.money-unit', [...path, 'unit'], { name: field.id, unit })
  if (currencyField === undefined) return
  if (currency !== undefined) c.report.error('dataset.currency-twice', [...path, 'currencyField'], { name: field.id })
  const holder = c.dataset.fields.get(currencyField)
  if (holder === undefined) {
    c.report.error('name.unknown-field', [...path, 'currencyField'], {
      name: currencyField,
      ...worded('dataset', c.dataset.names, c.dataset.id),
      ...hintOf(nearNames(currencyField, c.dataset.fields.keys()), [...c.dataset.fields.keys()]),
    })
  } else if (holder.document.type !== 'text' && holder.document.type !== 'choice') {
    c.report.error('dataset.currency-type', [...path, 'currencyField'], { name: currencyField, ...worded('type', fieldWords(holder.document.type)) })
  }
}
