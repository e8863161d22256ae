import type { DatasetDocument } from '../../engine/documents/dataset.ts'

/** Datasets so that each comes after those it refers to; where they refer to each other in a circle, in the order of their names. */
export function inDependencyOrder(datasets: readonly DatasetDocument[]): DatasetDocument[] {
  const byName = new Map([...datasets].sort((a, b) => (a.dataset < b.dataset ? -1 : 1)).map((d) => [d.dataset, d]))
  const ordered: DatasetDocument[] = []
  const seen = new Set<string>()
  const visit = (dataset: DatasetDocument): void => {
    if (seen.has(dataset.dataset)) return
    seen.add(dataset.dataset)
    const targets = Object.values(dataset.fields).flatMap((f) => byName.get(f.to ?? '') ?? [])
    for (const target of targets.sort((a, b) => (a.dataset < b.dataset ? -1 : 1))) visit(target)
    ordered.push(dataset)
  }
  for (const dataset of byName.values()) visit(dataset)
  return ordered
}
