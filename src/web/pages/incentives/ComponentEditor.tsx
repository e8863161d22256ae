import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormulaField, marksAt } from '../../parts/documents/FormulaField.tsx'
import type { NamesAt } from '../../parts/documents/formula-names.ts'
import { type Draft, mistakeAt } from '../../parts/documents/use-draft.ts'
import { given, isMap, type Json, listAt, nameText, type Path, textAt, valueAt, withAt, withName } from '../../parts/plans/body-edit.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import { ComponentCurve } from './ComponentCurve.tsx'
import { ComponentWords } from './ComponentSection.tsx'
import { FormulaBuilder } from './FormulaBuilder.tsx'
import styles from './incentives.module.css'
import type { PlanPreview } from './use-preview.ts'

interface ComponentEditorProps {
  readonly draft: Draft
  readonly at: number
  readonly count: number
  /** What the draft said when it was last right. */
  readonly preview: PlanPreview | null
  readonly stale: boolean
  readonly names: NamesAt
  readonly currency: string | undefined
}

/** One part of a plan while it is written; what it pays stands beside it. */
export function ComponentEditor({ draft, at, count, preview, stale, names, currency }: ComponentEditorProps) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const path = ['components', at] as const
  const id = textAt(draft.body, ...path, 'component')
  const shown = preview?.components.find(({ component }) => component === id)
  const title = nameText(draft.body, [...path, 'name'], lang) || id || t('edit.componentNew', { at: at + 1 })
  return (
    <Section title={title} actions={<Order draft={draft} at={at} count={count} title={title} />}>
      <div className={styles['component']}>
        <Fields draft={draft} at={at} names={names} />
        <div className={styles['words']}>
          {stale ? <p className={styles['quiet']}>{t(shown === undefined ? 'edit.previewNone' : 'edit.previewStale')}</p> : null}
          {shown === undefined || currency === undefined ? null : (
            <>
              <ComponentWords component={shown} />
              <ComponentCurve plan={draft.id} component={shown} currency={currency} />
            </>
          )}
        </div>
      </div>
    </Section>
  )
}

function Order({ draft, at, count, title }: { readonly draft: Draft; readonly at: number; readonly count: number; readonly title: string }) {
  const { t } = useTranslation('incentives')
  const components = [...listAt(draft.body, 'components')]
  const put = (next: readonly unknown[]) => draft.change(withAt(draft.body, ['components'], next))
  const swap = (with_: number) => {
    const next = [...components]
    next[at] = components[with_]
    next[with_] = components[at]
    put(next)
  }
  return (
    <span className={styles['actions']}>
      <Button size="small" type="text" disabled={at === 0} onClick={() => swap(at - 1)} aria-label={t('edit.upOf', { name: title })}>
        {t('edit.up')}
      </Button>
      <Button size="small" type="text" disabled={at === count - 1} onClick={() => swap(at + 1)} aria-label={t('edit.downOf', { name: title })}>
        {t('edit.down')}
      </Button>
      <Button size="small" type="text" danger disabled={count === 1} onClick={() => put(components.filter((_, i) => i !== at))} aria-label={t('edit.removeOf', { name: title })}>
        {t('edit.remove')}
      </Button>
    </span>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly at: number
  readonly names: NamesAt
}

function Fields({ draft, at, names }: FieldsProps) {
  const { t } = useTranslation('incentives')
  const path: Path = ['components', at]
  const set = (key: string, value: unknown) => draft.change(withAt(draft.body, [...path, key], value))
  const formula = (key: 'amount' | 'floor' | 'cap', label: string, help?: string) => (
    <Formula
      draft={draft}
      path={[...path, key]}
      label={label}
      names={names}
      {...(help === undefined ? {} : { help })}
      onChange={(text) => set(key, key === 'amount' ? text : given(text))}
    />
  )
  const round = valueAt(draft.body, [...path, 'round'])
  return (
    <div className={styles['editor']}>
      <div className={styles['fields']} data-path={[...path, 'component'].join('.')}>
        <FormField label={t('edit.componentId')} help={t('edit.componentIdHelp')} error={mistakeAt(draft, ...path, 'component')}>
          {(field) => <Input {...field} value={textAt(draft.body, ...path, 'component')} onChange={(event) => set('component', event.target.value)} />}
        </FormField>
        {(['zh', 'en'] as const).map((lang) => (
          <FormField key={lang} label={t(`edit.name.${lang}`)}>
            {(field) => (
              <Input
                {...field}
                value={nameText(draft.body, [...path, 'name'], lang)}
                onChange={(event) => draft.change(withName(draft.body ?? {}, [...path, 'name'], lang, event.target.value))}
              />
            )}
          </FormField>
        ))}
      </div>
      <FormulaBuilder
        draft={draft}
        onFormula={(text, tables) => draft.change(withAt(tables === undefined ? draft.body : withAt(draft.body, ['tables'], tables), [...path, 'amount'], text))}
      />
      {formula('amount', t('edit.amount'))}
      <Conditions draft={draft} path={[...path, 'when']} names={names} />
      {formula('floor', t('floor'), t('edit.floorHelp'))}
      {formula('cap', t('cap'), t('edit.capHelp'))}
      <div className={styles['fields']}>
        <FormField label={t('edit.over')} error={mistakeAt(draft, ...path, 'over')}>
          {(field) => (
            <Select
              {...field}
              value={textAt(draft.body, ...path, 'over') || 'period'}
              options={(['period', 'year'] as const).map((value) => ({ value, label: t(`over.${value}`) }))}
              onChange={(value: string) => set('over', value === 'period' ? undefined : value)}
            />
          )}
        </FormField>
        <FormField label={t('edit.round')} help={t('edit.roundHelp')}>
          {(field) => (
            <InputNumber {...field} min={0} max={16} precision={0} value={typeof round === 'number' ? round : null} onChange={(value) => set('round', value ?? undefined)} />
          )}
        </FormField>
      </div>
    </div>
  )
}

interface FormulaProps {
  readonly draft: Draft
  readonly path: Path
  readonly label: string
  readonly help?: string
  readonly names: NamesAt
  readonly onChange: (text: string) => void
}

function Formula({ draft, path, label, help, names, onChange }: FormulaProps) {
  return (
    <div data-path={path.join('.')}>
      <FormField label={label} help={help} error={mistakeAt(draft, ...path)}>
        {(field) => (
          <FormulaField field={field} label={label} value={textAt(draft.body, ...path)} onChange={onChange} level="reward" names={names} marks={marksAt(draft, ...path)} />
        )}
      </FormField>
    </div>
  )
}

/** Conditions that must all hold; each may have a name that people read. */
function Conditions({ draft, path, names }: { readonly draft: Draft; readonly path: Path; readonly names: NamesAt }) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const when = valueAt(draft.body, path)
  const all: readonly unknown[] = typeof when === 'string' ? [when] : Array.isArray(when) ? when : []
  const put = (next: readonly unknown[]) => draft.change(withAt(draft.body, path, next.length === 0 ? undefined : next))
  const change = (i: number, next: unknown) => put(all.map((each, at) => (at === i ? next : each)))
  return (
    <div className={styles['conditions']}>
      {all.map((each, i) => {
        const named: Json = isMap(each) ? each : { holds: textAt({ each }, 'each') }
        const label = t('edit.condition', { at: i + 1 })
        const formulaPath = isMap(each) ? [...path, i, 'holds'] : typeof when === 'string' ? path : [...path, i]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place while it is written.
          <div key={i} className={styles['condition']}>
            <FormField label={t('edit.conditionName', { at: i + 1 })}>
              {(field) => (
                <Input
                  {...field}
                  value={nameText(named, ['name'], lang)}
                  onChange={(event) => {
                    const next = withName(named, ['name'], lang, event.target.value)
                    change(i, 'name' in next ? next : (named['holds'] ?? ''))
                  }}
                />
              )}
            </FormField>
            <div data-path={formulaPath.join('.')}>
              <FormField label={label} error={mistakeAt(draft, ...formulaPath)}>
                {(field) => (
                  <FormulaField
                    field={field}
                    label={label}
                    value={textAt(named, 'holds')}
                    onChange={(text) => change(i, 'name' in named ? { ...named, holds: text } : text)}
                    level="reward"
                    names={names}
                    marks={marksAt(draft, ...formulaPath)}
                  />
                )}
              </FormField>
            </div>
            <Button size="small" onClick={() => put(all.filter((_, at) => at !== i))} aria-label={t('edit.conditionRemove', { at: i + 1 })}>
              {t('edit.remove')}
            </Button>
          </div>
        )
      })}
      <div>
        <Button size="small" onClick={() => put([...all, ''])}>
          {t('edit.conditionAdd')}
        </Button>
      </div>
    </div>
  )
}
