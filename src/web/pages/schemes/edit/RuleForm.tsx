import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { draftRule } from '../../../../engine/check/draft-rule.ts'
import { RulePlot } from '../../../parts/rules/RulePlot.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import styles from '../schemes.module.css'
import { type Path, plainNumber, recordAt, textAt } from './body.ts'
import { useEditing, useSet } from './context.ts'
import { CheckField, ChoiceField, TextField } from './fields.tsx'
import { isRule, isWeighted, RULES, type RuleName, withRule } from './rule-defaults.ts'
import { StepsEditor } from './StepsEditor.tsx'

/** How a line is judged: the kind of rule, its numbers, and its curve, redrawn while it is written. */
export function RuleForm({ path }: { readonly path: Path }) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const set = useSet()
  const line = recordAt(body, path)
  const written = textAt(body, [...path, 'score', 'rule']) || 'linear'
  const name = isRule(written) ? written : 'linear'
  return (
    <div className={styles['ruleForm']}>
      <div className={styles['fields']}>
        <FormField label={t('edit.rule')}>
          {({ id }) => (
            <Select id={id} value={name} options={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))} onChange={(value: RuleName) => set(path, withRule(line, value))} />
          )}
        </FormField>
        <p className={styles['quiet']}>{t(`rule.${name}.about`)}</p>
        <RuleFields name={name} path={[...path, 'score']} />
      </div>
      <Drawn path={path} name={name} />
    </div>
  )
}

function Drawn({ path, name }: { readonly path: Path; readonly name: RuleName }) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const line = recordAt(body, path)
  const score = line['score']
  const weighted = isWeighted(line)
  const rule = useMemo(() => draftRule(score ?? { rule: 'linear' }, weighted), [score, weighted])
  if (name === 'gate') return null
  if (rule === null) return <p className={styles['quiet']}>{t('edit.notDrawn')}</p>
  return <RulePlot rule={rule} fixed={plainNumber(textAt(body, [...path, 'target', 'fixed']))} label={t('edit.drawn', { rule: t(`rule.${name}`) })} />
}

function RuleFields({ name, path }: { readonly name: RuleName; readonly path: Path }) {
  const { t } = useTranslation('schemes')
  const number = (key: 'threshold' | 'floor' | 'cap' | 'worst' | 'best' | 'start' | 'each' | 'most', placeholder = '') => (
    <TextField key={key} path={[...path, key]} label={t(`rule.key.${key}`)} number placeholder={placeholder} />
  )
  switch (name) {
    case 'linear':
      return <>{[number('threshold'), number('floor'), number('cap')]}</>
    case 'bands':
      return (
        <>
          <Of path={path} />
          <ChoiceField
            path={[...path, 'boundary']}
            label={t('edit.boundary')}
            fallback="begins"
            choices={(['begins', 'ends'] as const).map((value) => ({ value, label: t(`edit.boundary.${value}`) }))}
          />
          <StepsEditor kind="bands" path={[...path, 'bands']} />
        </>
      )
    case 'curve':
      return (
        <>
          <Of path={path} />
          <CheckField path={[...path, 'rises']} label={t('edit.rises')} usual />
          <StepsEditor kind="points" path={[...path, 'points']} />
        </>
      )
    case 'lower':
      return (
        <>
          <ChoiceField
            path={[...path, 'method']}
            label={t('edit.method')}
            fallback="ratio"
            choices={(['ratio', 'difference'] as const).map((value) => ({ value, label: t(`edit.method.${value}`) }))}
          />
          {[number('floor', '0'), number('cap', '150')]}
        </>
      )
    case 'range':
      return <>{[number('worst'), number('best'), number('floor', '0'), number('cap', '100')]}</>
    case 'points':
      return <>{[number('each'), number('start'), number('floor'), number('cap')]}</>
    case 'gate':
      return (
        <>
          <Passes path={[...path, 'passes']} />
          {number('most', '0')}
        </>
      )
    default:
      return name satisfies never
  }
}

function Of({ path }: { readonly path: Path }) {
  const { t } = useTranslation('schemes')
  return (
    <ChoiceField
      path={[...path, 'of']}
      label={t('edit.of')}
      fallback="attainment"
      choices={(['attainment', 'actual'] as const).map((value) => ({ value, label: t(`axis.${value}`) }))}
    />
  )
}

const OPS = ['=', '<>', '<', '<=', '>', '>='] as const

/** What a gate asks: an operator and a figure, one text in the document. */
function Passes({ path }: { readonly path: Path }) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const set = useSet()
  const [, op = '=', value = ''] = /^\s*(<>|<=|>=|=|<|>)?\s*(.*)$/.exec(textAt(body, path)) ?? []
  return (
    <FormField label={t('edit.passes')}>
      {(field) => (
        <span className={styles['passes']}>
          <Select
            aria-label={t('edit.passes.op')}
            value={op}
            options={OPS.map((each) => ({ value: each, label: t(`op.${each}`) }))}
            onChange={(each: string) => set(path, `${each} ${value}`)}
          />
          <Input {...field} value={value} inputMode="decimal" onChange={(event) => set(path, `${op} ${event.target.value}`)} />
        </span>
      )}
    </FormField>
  )
}
