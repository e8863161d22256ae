import type { Draft } from '../../parts/documents/use-draft.ts'
import type { Json, Path } from '../../parts/plans/body-edit.ts'

/** What every part of the editor of a rate table is given. */
export interface TableEditorProps {
  readonly draft: Draft
  /** Where the table stands in the document: nowhere in particular, or `tables`, `mine`. */
  readonly path: Path
  readonly body: Json
  readonly onBody: (body: Json) => void
  readonly label: string
}
