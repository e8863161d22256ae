import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { WeightBar } from '../rules/WeightBar.tsx'
import { renamed, textAt, valueAt, withValue } from './body.ts'
import { FormulaAt, TextAt, useFormDraft } from './fields.tsx'
import type { Body } from './queries.ts'
import { isWhole, type Share, sharesLeft, sharesWithout, weightOf } from './rating-shares.ts'
import styles from './rating-sources.module.css'
import { SourceName } from './SourceName.tsx'
import { type ProposedSource, useProposedSources } from './use-proposed-sources.ts'

/** The built-in dataset: its scores tell their source by name. */
const RATINGS = 'ratings'

interface RatingSourcesProps {
  /** What becomes of who has no score from anybody. */
  readonly withoutAny: string
  /** Offer a condition for each source; where one is written it is shown in any case. */
  readonly conditions?: boolean
}

/** Who rates, and how much each counts: together a hundred, on a bar; and what happens where one of them has not rated. Inside a DraftForm. */
export function RatingSources({ withoutAny, conditions = false }: RatingSourcesProps) {
  const { t } = useTranslation('documents')
  const draft = useFormDraft()
  const sources = sourcesOf(draft.body)
  const names = Object.keys(sources)
  const shares = names.map((source): Share => ({ source, weight: weightOf(textAt(sources, [source, 'weight'])) }))
  const proposed = useProposedSources(textAt(draft.body, ['dataset']) || RATINGS)
  const put = (next: Body) => draft.change(withValue(draft.body ?? {}, ['sources'], next))
  const add = () => put({ ...sources, [newName(names, proposed, t('sources.name'))]: { weight: sharesLeft(shares) } })
  const remove = (name: string) => put(Object.fromEntries(Object.entries(sources).filter(([each]) => each !== name)))
  return (
    <div className={styles['sources']} data-path="sources">
      {names.length === 0 ? (
        <p className={styles['quiet']}>{t('sources.none')}</p>
      ) : (
        <WeightBar weights={shares.map(({ source, weight }) => ({ line: source, name: source, kpi: true, weight }))} kpis={false} />
      )}
      <ol className={styles['list']}>
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source keeps its place while its name is typed.
          <li key={i} className={styles['source']} aria-label={name}>
            <SourceName key={name} name={name} proposed={proposed} taken={names} onChange={(next) => put(renamed(sources, name, next))} />
            <TextAt path={['sources', name, 'weight']} label={t('sources.weight')} required />
            <Button className={styles['remove'] ?? ''} onClick={() => remove(name)} aria-label={t('sources.removeOf', { source: name })}>
              {t('sources.remove')}
            </Button>
            <Condition name={name} offered={conditions} />
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={add}>{t('sources.add')}</Button>
      </div>
      <WithoutOne shares={shares} withoutAny={withoutAny} />
    </div>
  )
}

function sourcesOf(body: unknown): Body {
  const found = valueAt(body, ['sources'])
  return typeof found === 'object' && found !== null ? (found as Body) : {} // Looked: a map.
}

/** The first source of the company that is not part of it yet; else a word with a number. */
function newName(taken: readonly string[], proposed: readonly ProposedSource[], word: string): string {
  const known = proposed.find(({ source }) => !taken.includes(source))
  if (known !== undefined) return known.source
  for (let i = taken.length + 1; ; i += 1) if (!taken.includes(`${word}${i}`)) return `${word}${i}`
}

function Condition({ name, offered }: { readonly name: string; readonly offered: boolean }) {
  const { t } = useTranslation('documents')
  const { body } = useFormDraft()
  if (!offered && textAt(body, ['sources', name, 'filter']) === '') return null
  return (
    <div className={styles['condition']}>
      <FormulaAt
        path={['sources', name, 'filter']}
        label={t('sources.filter')}
        help={t('sources.filterHelp', { source: name })}
        level="record"
        dataset={textAt(body, ['dataset']) || RATINGS}
      />
    </div>
  )
}

/** What a person's rating is made of where one source has no score, in words; nothing while the weights do not add up. */
function WithoutOne({ shares, withoutAny }: { readonly shares: readonly Share[]; readonly withoutAny: string }) {
  const { t } = useTranslation('documents')
  if (!isWhole(shares)) return null
  const listed = (rest: readonly Share[]) => rest.map(({ source, weight }) => t('sources.share', { source, weight })).join(t('sources.and'))
  return (
    <div className={styles['missing']}>
      <p>{t('sources.missing')}</p>
      <ul>
        {shares.map(({ source }) => {
          const rest = sharesWithout(shares, source)
          return rest.length === 0 ? null : <li key={source}>{t('sources.without', { source, rest: listed(rest) })}</li>
        })}
        <li>{t('sources.withoutAny', { then: withoutAny })}</li>
      </ul>
    </div>
  )
}
