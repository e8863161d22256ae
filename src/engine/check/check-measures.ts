import type { Diagnostic } from '../../base/diagnostic.ts'
import type { MeasureDocument } from '../documents/measure.ts'
import type { BodyIr, MeasureIr } from '../ir.ts'
import type { Catalogue } from './catalogue.ts'
import type { CheckedDataset } from './check-datasets.ts'
import { checkUnitText } from './check-fields.ts'
import { aggregateBody, enteredBody } from './measure-aggregate.ts'
import type { MeasureCheck } from './measure-check.ts'
import { formulaBody, growthBody, ratioBody } from './measure-formula.ts'
import { ratingBody } from './measure-rating.ts'
import { checkId } from './names.ts'
import { type Placed, type Reporter, reporterFor } from './report.ts'
import { scopeOf } from './scopes.ts'

/** Check every measure. A measure that is wrong has no IR; its name still stands for its unit, so that others can be checked. */
export function checkMeasures(
  sources: readonly Placed<MeasureDocument>[],
  catalogue: Catalogue,
  datasets: ReadonlyMap<string, CheckedDataset>,
  sink: Diagnostic[],
): { measures: MeasureIr[]; reporters: ReadonlyMap<string, Reporter> } {
  const measures: MeasureIr[] = []
  const reporters = new Map<string, Reporter>()
  for (const source of sources) {
    const report = reporterFor(source, sink)
    const id = source.document.measure
    const other = reporters.get(id)
    if (other !== undefined) {
      report.error('name.duplicate', ['measure'], { name: id, other: other.where(['measure']) })
      continue
    }
    reporters.set(id, report)
    checkId('measure', id, ['measure'], report)
    const info = catalogue.measures.get(id)
    if (info === undefined) continue
    checkUnitText(source.document.unit, ['unit'], { catalogue, report })
    measures.push(...measureIrs(source.document, { info, catalogue, datasets, report }))
  }
  return { measures, reporters }
}

/** The measure, after the helpers it needs. */
function measureIrs(document: MeasureDocument, c: MeasureCheck): MeasureIr[] {
  if (document.kind === 'rating') {
    const rating = ratingBody(document, c)
    return rating === null ? [] : [...rating.sources, measureIr(document, c, rating.body)]
  }
  const body = bodyOf(document, c)
  return body === null ? [] : [measureIr(document, c, body)]
}

function bodyOf(document: Exclude<MeasureDocument, { kind: 'rating' }>, c: MeasureCheck): BodyIr | null {
  switch (document.kind) {
    case 'aggregate':
      return aggregateBody(document, c)
    case 'entered':
      return enteredBody(document, c)
    case 'ratio':
      return ratioBody(document, c)
    case 'growth':
      return growthBody(document, c)
    case 'formula':
      return formulaBody(document, c)
    default:
      return document satisfies never
  }
}

function measureIr(document: MeasureDocument, { info }: MeasureCheck, body: BodyIr): MeasureIr {
  return {
    measure: info.id,
    kind: document.kind,
    name: document.name ?? info.id,
    unit: info.unit.unit,
    percent: info.unit.percent,
    better: document.better,
    scope: scopeOf(document.scope),
    round: document.round ?? null,
    body,
    hidden: false,
  }
}
