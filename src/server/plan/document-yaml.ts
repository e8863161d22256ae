import { stringify } from 'yaml'

/** A document as YAML: keys in the order their author wrote them, long texts on one line so that a comparison stays readable. */
export function documentYaml(body: unknown): string {
  return stringify(body, { lineWidth: 0, indentSeq: false, version: '1.2', aliasDuplicateObjects: false })
}
