import { useTranslation } from 'react-i18next'
import type { Texts } from './i18n.ts'

/** A text of any namespace, named in full: `account:title`. For titles that are written down beside a route and shown elsewhere. */
export type TextName = { [Namespace in keyof Texts & string]: `${Namespace}:${keyof Texts[Namespace] & string}` }[keyof Texts & string]

/** Says a text of any namespace. */
export function useTitle(): (name: TextName) => string {
  const { t } = useTranslation()
  return (name) => String(t(name as never)) // TextName holds existing keys only; the types of i18next want their namespaces listed.
}
