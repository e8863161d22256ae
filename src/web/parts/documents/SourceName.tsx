import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import type { ProposedSource } from './use-proposed-sources.ts'

interface SourceNameProps {
  readonly name: string
  readonly proposed: readonly ProposedSource[]
  /** Sources of the same rating. */
  readonly taken: readonly string[]
  readonly onChange: (next: string) => void
}

/** One of the sources that the company has, or a new one. A name is taken when it is chosen or the field is left: while it is typed it may be that of another source. */
export function SourceName({ name, proposed, taken, onChange }: SourceNameProps) {
  const { t } = useTranslation('documents')
  const [typed, setTyped] = useState(name)
  const wanted = typed.trim()
  const about = useAbout(proposed, wanted)
  const double = wanted !== name && taken.includes(wanted)
  const open = proposed.filter(({ source }) => source === name || !taken.includes(source))
  return (
    <FormField label={t('sources.name')} required stacked help={about} error={double ? t('sources.taken', { source: wanted }) : undefined}>
      {(field) => (
        <AutoComplete
          {...field}
          style={{ width: '100%' }}
          value={typed}
          options={open.map(({ source }) => ({ value: source, label: source }))}
          onChange={(next: string | undefined) => setTyped(next ?? '')}
          onSelect={(next: string | undefined) => onChange(next ?? name)}
          onBlur={() => (wanted === '' ? setTyped(name) : onChange(wanted))}
        />
      )}
    </FormField>
  )
}

/** Whether anybody has rated by that name: a slip of the pen would count no score. Who may not read scores is told of ratings alone. */
function useAbout(proposed: readonly ProposedSource[], source: string): string | undefined {
  const { t } = useTranslation('documents')
  const known = proposed.find((each) => each.source === source)
  if (known === undefined && proposed.length > 0) return t(proposed.some(({ ratings }) => ratings !== null) ? 'sources.unknown' : 'sources.unused')
  const ratings = known?.ratings ?? null
  return ratings === null ? undefined : ratings === 0 ? t('sources.noRatings') : t('sources.ratings', { count: ratings })
}
