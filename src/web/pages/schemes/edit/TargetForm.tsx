import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../../ui/FormField.tsx'
import styles from '../schemes.module.css'
import { isRecord, type Path, recordAt, valueAt, withValue } from './body.ts'
import { useEditing } from './context.ts'
import { CheckField, MeasuresFormulaField, TextField } from './fields.tsx'
import { asksTarget } from './rule-defaults.ts'

const KINDS = ['target', 'stretch', 'challenge', 'fixed', 'formula'] as const

type Kind = (typeof KINDS)[number]

/** What the actual is compared with, where the rule compares at all. */
export function TargetForm({ path }: { readonly path: Path }) {
  const { t } = useTranslation('schemes')
  const { body, change } = useEditing()
  const score = recordAt(body, [...path, 'score'])
  const written = valueAt(body, [...path, 'target'])
  if (!asksTarget(score) && written === undefined) return <p className={styles['quiet']}>{t('edit.noTarget')}</p>
  const kind = kindOf(written)
  const take = (next: Kind) => {
    const target = next === 'target' ? undefined : next === 'fixed' ? { fixed: '' } : next === 'formula' ? { formula: '' } : next
    const changed = withValue(body, [...path, 'target'], target)
    // Only what is set for each person can be in proportion to their days; the mark would be a mistake nobody could take away.
    change(isOne(next) ? withValue(changed, [...path, 'prorate'], undefined) : changed)
  }
  return (
    <>
      <FormField label={t('edit.target')}>
        {({ id }) => <Select id={id} value={kind} options={KINDS.map((value) => ({ value, label: t(`edit.target.${value}`) }))} onChange={take} />}
      </FormField>
      {kind === 'fixed' ? <TextField path={[...path, 'target', 'fixed']} label={t('edit.fixed')} number required /> : null}
      {kind === 'formula' ? (
        <div className={styles['wide']}>
          <MeasuresFormulaField path={[...path, 'target', 'formula']} label={t('edit.formula')} help={t('edit.formula.help')} required />
        </div>
      ) : null}
      {isOne(kind) ? null : <CheckField path={[...path, 'prorate']} label={t('edit.prorate')} />}
    </>
  )
}

/** One for everybody, not a row of targets a person. */
const isOne = (kind: Kind): boolean => kind === 'fixed' || kind === 'formula'

function kindOf(written: unknown): Kind {
  if (written === 'stretch' || written === 'challenge') return written
  if (isRecord(written)) return 'formula' in written ? 'formula' : 'fixed'
  return 'target'
}
