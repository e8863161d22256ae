import type { Params } from '../../base/diagnostic.ts'
import type { MeasureIr } from '../../engine/ir.ts'
import { nearNames } from '../../engine/near.ts'
import { hintOf, namesOf } from '../../engine/wording.ts'

export type FoundMeasure =
  | { readonly kind: 'found'; readonly measure: MeasureIr }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly hint: Params }

/** Finds measures by what a file calls them: the exact id, else the id or a name in either language with case, width and spaces folded. */
export function measureFinder(measures: readonly MeasureIr[]): (text: string) => FoundMeasure {
  const listed = measures.filter((m) => !m.hidden)
  const byId = new Map(listed.map((m) => [m.measure, m]))
  const byName = new Map<string, Map<string, MeasureIr>>()
  for (const m of listed) {
    for (const text of [m.measure, ...Object.values(namesOf(m.name, m.measure))])
      byName.set(folded(text), (byName.get(folded(text)) ?? new Map<string, MeasureIr>()).set(m.measure, m))
  }
  const spelled = new Map(listed.flatMap((m) => [m.measure, ...Object.values(namesOf(m.name, m.measure))].map((text) => [text, m.measure])))
  return (text) => {
    const wanted = text.trim()
    const exact = byId.get(wanted)
    if (exact !== undefined) return { kind: 'found', measure: exact }
    const found = [...(byName.get(folded(wanted))?.values() ?? [])]
    const [only] = found
    if (only !== undefined && found.length === 1) return { kind: 'found', measure: only }
    if (found.length > 1) return { kind: 'ambiguous', ids: found.map((m) => m.measure).sort() }
    return { kind: 'unknown', hint: hintOf(nearNames(wanted, spelled.keys()), [...byId.keys()]) }
  }
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
