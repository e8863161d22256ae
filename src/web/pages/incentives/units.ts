import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { vocabularyQuery } from '../../parts/documents/formula-names.ts'

/** Units that a table may have, as documents write them and in words. */
export function useUnits(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation('incentives')
  const { data } = useQuery(vocabularyQuery)
  const own = (data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return [...(['money', 'percent', 'number'] as const).map((value) => ({ value, label: t(`unit.${value}`) })), ...own]
}
