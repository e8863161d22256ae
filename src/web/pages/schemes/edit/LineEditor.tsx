import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useName } from '../../../parts/documents/use-name.ts'
import { FormField } from '../../../ui/FormField.tsx'
import styles from '../schemes.module.css'
import { keyOf, listAt, moved, recordAt, removedLine, renamedLine, textAt } from './body.ts'
import { findingsAt, findingsUnder, isAtField, useEditing, useSet } from './context.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { ChoiceField, TextField } from './fields.tsx'
import { measureNamed } from './measures.ts'
import { NameFields } from './NameFields.tsx'
import { RatedBy } from './RatedBy.tsx'
import { RuleForm } from './RuleForm.tsx'
import { isWeighted } from './rule-defaults.ts'
import { TargetForm } from './TargetForm.tsx'

interface LineEditorProps {
  readonly at: number
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** One line: a row with what it is and its weight; opened, everything about how it is judged. */
export function LineEditor({ at, open, onOpen }: LineEditorProps) {
  const { t } = useTranslation('schemes')
  const { body, findings } = useEditing()
  const path = ['lines', at]
  const line = recordAt(body, path)
  const title = useLineTitle(at)
  const rest = findingsUnder(findings, path).filter((finding) => !isAtField(finding))
  const wrong = findingsUnder(findings, path).filter((finding) => finding.severity === 'error').length
  return (
    <li className={styles['lineEditor']} aria-label={title} data-path={keyOf(path)}>
      <div className={styles['lineHead']}>
        <button type="button" className={styles['opener']} aria-expanded={open} onClick={() => onOpen(!open)}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {title}
        </button>
        <span className={styles['quiet']}>{t(`rule.${ruleOf(line)}`)}</span>
        {wrong === 0 ? null : <span className={styles['wrong']}>{t('edit.wrong', { count: wrong })}</span>}
        <span className={styles['lineTools']}>
          {isWeighted(line) ? <Weight at={at} title={title} /> : <span className={styles['quiet']}>{t(ruleOf(line) === 'gate' ? 'gate' : 'added')}</span>}
          <LineButtons at={at} title={title} />
        </span>
      </div>
      <FindingNotes findings={rest} />
      {open ? <LineDetails at={at} /> : null}
    </li>
  )
}

function ruleOf(line: object): 'linear' | 'bands' | 'curve' | 'lower' | 'range' | 'points' | 'gate' {
  const name = textAt(line, ['score', 'rule'])
  return name === 'bands' || name === 'curve' || name === 'lower' || name === 'range' || name === 'points' || name === 'gate' ? name : 'linear'
}

function useLineTitle(at: number): string {
  const { i18n, t } = useTranslation('schemes')
  const { body } = useEditing()
  const zh = i18n.language.startsWith('zh')
  const named = textAt(body, ['lines', at, 'name']) || textAt(body, ['lines', at, 'name', zh ? 'zh' : 'en']) || textAt(body, ['lines', at, 'name', zh ? 'en' : 'zh'])
  return named || textAt(body, ['lines', at, 'line']) || t('edit.lineAt', { row: at + 1 })
}

function Weight({ at, title }: { readonly at: number; readonly title: string }) {
  const { t } = useTranslation('schemes')
  const { body, findings } = useEditing()
  const set = useSet()
  const path = ['lines', at, 'weight']
  const [wrong] = findingsAt(findings, path).filter((finding) => finding.severity === 'error')
  return (
    <Input
      className={styles['weight'] ?? ''}
      aria-label={t('edit.weightOf', { line: title })}
      value={textAt(body, path)}
      suffix="%"
      inputMode="decimal"
      onChange={(event) => set(path, event.target.value === '' ? undefined : event.target.value)}
      {...(wrong === undefined ? {} : { status: 'error' as const, title: wrong.detail, 'aria-invalid': true })}
    />
  )
}

function LineButtons({ at, title }: { readonly at: number; readonly title: string }) {
  const { t } = useTranslation('schemes')
  const { body, change } = useEditing()
  const set = useSet()
  const lines = listAt(body, ['lines'])
  return (
    <>
      <Button
        type="text"
        size="small"
        disabled={at === 0}
        aria-label={t('edit.up', { line: title })}
        title={t('edit.up', { line: title })}
        onClick={() => set(['lines'], moved(lines, at, -1))}
      >
        ↑
      </Button>
      <Button
        type="text"
        size="small"
        disabled={at === lines.length - 1}
        aria-label={t('edit.down', { line: title })}
        title={t('edit.down', { line: title })}
        onClick={() => set(['lines'], moved(lines, at, 1))}
      >
        ↓
      </Button>
      <Button type="text" size="small" aria-label={t('edit.remove', { what: title })} title={t('edit.remove', { what: title })} onClick={() => change(removedLine(body, at))}>
        ×
      </Button>
    </>
  )
}

function LineDetails({ at }: { readonly at: number }) {
  const { t } = useTranslation('schemes')
  const { body, measures } = useEditing()
  const path = ['lines', at]
  const line = recordAt(body, path)
  const set = useSet()
  const measure = measureNamed(measures, textAt(line, ['measure']))
  const gate = ruleOf(line) === 'gate'
  return (
    <div className={styles['lineDetails']}>
      <div className={styles['fields']}>
        <MeasureField at={at} />
        <LineId at={at} />
        <NameFields path={[...path, 'name']} label="edit.lineName" />
        <ChoiceField path={[...path, 'kind']} label={t('edit.kind')} fallback="kpi" choices={(['kpi', 'ordinary'] as const).map((value) => ({ value, label: t(value) }))} />
        <ChoiceField
          path={[...path, 'noData']}
          label={t('noData')}
          fallback="skip"
          choices={(['skip', 'zero', 'full'] as const).map((value) => ({
            value,
            label: t(gate ? (value === 'zero' ? 'noData.gateFails' : 'noData.gatePasses') : `noData.${value}`),
          }))}
        />
        {ruleOf(line) === 'points' ? <TextField path={[...path, 'weight']} label={t('edit.pointsWeight')} help={t('edit.pointsWeight.help')} number /> : null}
      </div>
      {measure?.kind === 'rating' ? <RatedBy at={at} measure={measure} /> : null}
      <div className={styles['fields']}>
        <TargetForm path={path} />
      </div>
      <RuleForm path={path} />
      {gate && line['weight'] !== undefined ? <Button onClick={() => set([...path, 'weight'], undefined)}>{t('edit.dropWeight')}</Button> : null}
    </div>
  )
}

function LineId({ at }: { readonly at: number }) {
  const { t } = useTranslation('schemes')
  const { body, change, findings } = useEditing()
  const path = ['lines', at, 'line']
  const [wrong] = findingsAt(findings, path)
  const taken = listAt(body, ['lines']).map((line) => textAt(line, ['line']))
  // Weights of periods and newcomers go by the id: typed letter by letter it could be that of another line on the way.
  const { refused, input } = useName({ value: textAt(body, path), taken, onChange: (next) => change(renamedLine(body, at, next)) })
  const error = refused ?? (wrong === undefined ? undefined : `${wrong.detail} ${wrong.cure}`)
  return (
    <FormField label={t('edit.lineId')} error={error} required>
      {(field) => <Input {...field} {...input} autoComplete="off" />}
    </FormField>
  )
}

/** What the line is judged by. */
function MeasureField({ at }: { readonly at: number }) {
  const { t } = useTranslation('schemes')
  const { body, measures, findings } = useEditing()
  const set = useSet()
  const path = ['lines', at, 'measure']
  const value = textAt(body, path)
  const known = measureNamed(measures, value)
  const [wrong] = findingsAt(findings, path)
  const options = measures.map((m) => ({ value: m.id, label: m.name === m.id ? m.name : t('withId', { name: m.name, id: m.id }) }))
  const about = known === undefined ? undefined : t(`better.${known.better}`)
  return (
    <FormField label={t('edit.measure')} required {...(wrong === undefined ? {} : { error: `${wrong.detail} ${wrong.cure}` })} {...(about === undefined ? {} : { help: about })}>
      {({ id, ...field }) => (
        <Select
          {...field}
          id={id}
          value={known?.id ?? (value === '' ? null : value)}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('edit.measure.choose')}
          onChange={(next: string) => set(path, next)}
        />
      )}
    </FormField>
  )
}
