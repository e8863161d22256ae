import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import { type Choice, ChoiceAt, FormulaAt, LocalAt, ProposedAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import { type Vocabulary, vocabularyQuery } from '../../parts/documents/formula-names.ts'
import type { Body } from '../../parts/documents/queries.ts'
import { RatingSources } from '../../parts/documents/RatingSources.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './measures.module.css'

const KINDS = ['aggregate', 'ratio', 'growth', 'formula', 'entered', 'rating'] as const
const CATEGORIES = ['financial', 'efficiency', 'customer', 'activity', 'team', 'manager', 'hr', 'direct-selling'] as const
const SCOPES = ['own', 'team', 'downline'] as const

/** Keys that every kind has; the others go when the kind does. */
const COMMON = ['measure', 'name', 'description', 'category', 'unit', 'better', 'scope', 'round']

/** The whole document of a measure as fields. */
export function MeasureForm() {
  const { t } = useTranslation('measures')
  return (
    <>
      <Section title={t('form.about')}>
        <div className={styles['form']}>
          <About />
        </div>
      </Section>
      <Section title={t('form.how')} note={t('form.howNote')}>
        <div className={styles['form']}>
          <How />
        </div>
      </Section>
    </>
  )
}

function About() {
  const { t } = useTranslation('measures')
  const { published, body } = useFormDraft()
  const { data } = useQuery(vocabularyQuery)
  const units: Choice[] = [
    ...(['money', 'percent', 'number', 'day'] as const).map((value) => ({ value, label: t(`unit.${value}`) })),
    ...(data?.units ?? []).map((u) => ({ value: u.id, label: u.name })),
  ]
  return (
    <>
      <LocalAt path={['name']} zh={t('field.name.zh')} en={t('field.name.en')} />
      {published === null ? <TextAt path={['measure']} label={t('field.measure')} help={t('help.measure')} required /> : null}
      <ChoiceAt path={['category']} label={t('column.category')} choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))} clearable />
      <ProposedAt path={['unit']} label={t('column.unit')} help={t('help.unit')} choices={units} required />
      <ChoiceAt path={['better']} label={t('column.better')} usual="more" choices={(['more', 'less'] as const).map((value) => ({ value, label: t(`better.${value}`) }))} />
      <TextAt path={['round']} label={t('field.round')} help={t('help.round')} number />
      <Scope body={body ?? {}} />
      <LocalAt path={['description']} zh={t('field.description.zh')} en={t('field.description.en')} multiline />
    </>
  )
}

/** A scope that is spelled out in the document (depth, as of) is shown as that and kept. */
function Scope({ body }: { readonly body: Body }) {
  const { t } = useTranslation('measures')
  if (typeof valueAt(body, ['scope']) === 'object') return <p className={styles['quiet']}>{t('scope.special', { scope: JSON.stringify(body['scope']) })}</p>
  return <ChoiceAt path={['scope']} label={t('field.scope')} usual="own" choices={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))} />
}

function How() {
  const { t } = useTranslation('measures')
  const draft = useFormDraft()
  const { data: words } = useQuery(vocabularyQuery)
  const kind = textAt(draft.body, ['kind'])
  const take = (next: string) => {
    const kept = Object.entries(draft.body ?? {}).filter(([key]) => COMMON.includes(key))
    draft.change({ ...Object.fromEntries(kept), kind: next })
  }
  return (
    <>
      <ChoiceAt path={['kind']} label={t('column.kind')} help={t(kindHelp(kind))} choices={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} onPick={take} required />
      <KindFields kind={kind} words={words} />
    </>
  )
}

const kindHelp = (kind: string) => {
  const found = KINDS.find((k) => k === kind)
  return found === undefined ? ('help.kind' as const) : (`help.kind.${found}` as const)
}

function KindFields({ kind, words }: { readonly kind: string; readonly words: Vocabulary | undefined }) {
  const { t } = useTranslation('measures')
  const draft = useFormDraft()
  const measures = (words?.measures ?? []).map((m) => ({ value: m.id, label: m.name }))
  switch (kind) {
    case 'aggregate':
      return <AggregateFields words={words} />
    case 'ratio':
      return (
        <>
          <FormulaAt path={['numerator']} label={t('field.numerator')} level="formula" required />
          <FormulaAt path={['denominator']} label={t('field.denominator')} level="formula" required />
        </>
      )
    case 'formula':
      return (
        <div className={styles['whole']}>
          <FormulaAt path={['formula']} label={t('field.formula')} help={t('help.formula')} level="formula" required />
        </div>
      )
    case 'growth':
      return (
        <>
          <ChoiceAt path={['of']} label={t('field.of')} choices={measures} required />
          <ChoiceAt
            path={['against']}
            label={t('field.against')}
            choices={(['previous', 'last-year'] as const).map((value) => ({ value, label: t(`against.${value}`) }))}
            required
          />
        </>
      )
    case 'entered':
      return <ChoiceAt path={['over']} label={t('field.over')} usual="sum" choices={(['sum', 'average', 'last'] as const).map((value) => ({ value, label: t(`over.${value}`) }))} />
    case 'rating':
      return (
        <div className={styles['whole']}>
          <RatingSources key={draft.id} withoutAny={t('sources.noData')} conditions />
        </div>
      )
    default:
      return null
  }
}

const AGGREGATES = ['sum', 'count', 'distinct', 'average', 'min', 'max'] as const

function AggregateFields({ words }: { readonly words: Vocabulary | undefined }) {
  const { t } = useTranslation('measures')
  const draft = useFormDraft()
  const { body } = draft
  // Counting takes no value: one that was given would stay behind out of sight.
  const take = (aggregate: string) => draft.change(withValue(aggregate === 'count' ? withValue(body ?? {}, ['value'], undefined) : (body ?? {}), ['aggregate'], aggregate))
  const dataset = textAt(body, ['dataset'])
  const fields = words?.datasets.find((d) => d.id === dataset)?.fields ?? []
  const paths = (type: string): Choice[] => fieldPaths(words, dataset, type).map((value) => ({ value, label: value }))
  return (
    <>
      <ChoiceAt path={['dataset']} label={t('field.dataset')} choices={(words?.datasets ?? []).map((d) => ({ value: d.id, label: d.name }))} required />
      <ChoiceAt path={['aggregate']} label={t('field.aggregate')} choices={AGGREGATES.map((value) => ({ value, label: t(`aggregate.${value}`) }))} onPick={take} required />
      {textAt(body, ['aggregate']) === 'count' ? null : <FormulaAt path={['value']} label={t('field.value')} help={t('help.value')} level="record" dataset={dataset} required />}
      <FormulaAt path={['filter']} label={t('field.filter')} help={t('help.filter')} level="record" dataset={dataset} />
      <ProposedAt path={['date']} label={t('field.date')} help={t('help.date')} choices={paths('date')} />
      <ProposedAt path={['owner']} label={t('field.owner')} help={t('help.owner')} choices={paths('employee')} />
      {fields.length === 0 ? null : (
        <ChoiceAt path={['credit']} label={t('field.credit')} choices={(['share', 'full'] as const).map((value) => ({ value, label: t(`credit.${value}`) }))} clearable />
      )}
    </>
  )
}

/** Fields of a type, here and one reference away. */
function fieldPaths(words: Vocabulary | undefined, dataset: string, type: string): string[] {
  const of = (id: string) => words?.datasets.find((d) => d.id === id)?.fields ?? []
  return of(dataset).flatMap((f) => [
    ...(f.type === type ? [f.id] : []),
    ...(f.to === null
      ? []
      : of(f.to)
          .filter((g) => g.type === type)
          .map((g) => `${f.id}.${g.id}`)),
  ])
}
