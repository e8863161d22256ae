import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalText } from '../../../base/decimal.ts'
import { paidFor, type Sample } from '../../../engine/reference/sample.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { periodName } from '../../parts/period-names.ts'
import { type AxisLook, PayCurve } from '../../parts/plans/PayCurve.tsx'
import { curveOfAmount } from '../../parts/plans/pay-curve.ts'
import { amountOf, type PlanComponent, type PlanLeaf } from '../../parts/plans/queries.ts'
import { useLeafText } from '../../parts/plans/words.ts'
import { payQuery } from '../../parts/results/queries.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { isDecimal, shownAmount } from '../../ui/numbers.ts'
import styles from './incentives.module.css'
import { exampleFor, sampleOf, targetLeaf } from './sample.ts'

interface ComponentCurveProps {
  readonly plan: string
  readonly component: PlanComponent
  readonly currency: string
}

/** What a component pays an imagined person, drawn; the figures of that person can be changed, or be one's own. */
export function ComponentCurve({ plan, component, currency }: ComponentCurveProps) {
  const { t } = useTranslation('incentives')
  const example = useMemo(() => exampleFor(component, currency), [component, currency])
  const [changed, setChanged] = useState<Sample>({})
  const sample = useMemo(() => ({ ...example, ...sound(changed) }), [example, changed])
  const base = component.asks.find(({ key }) => key === component.base)
  if (base === undefined) return <p className={styles['quiet']}>{t('curve.none')}</p>
  return (
    <div className={styles['curve']}>
      <Drawn plan={plan} component={component} base={base} sample={sample} />
      <details className={styles['sample']}>
        <summary>{t('sample')}</summary>
        <p className={styles['quiet']}>{t('sample.note')}</p>
        <div className={styles['leaves']}>
          {component.asks.map((leaf) => (
            <LeafField key={leaf.key} leaf={leaf} value={changed[leaf.key] ?? example[leaf.key] ?? ''} onChange={(value) => setChanged({ ...changed, [leaf.key]: value })} />
          ))}
        </div>
        <div className={styles['actions']}>
          <Button size="small" onClick={() => setChanged({})} disabled={Object.keys(changed).length === 0}>
            {t('sample.reset')}
          </Button>
          <Mine plan={plan} component={component} onSample={setChanged} />
        </div>
      </details>
    </div>
  )
}

/** What is no number yet is left out: the example stands in its place. */
function sound(changed: Sample): Sample {
  return Object.fromEntries(Object.entries(changed).filter(([key, value]) => isDecimal(value) || key.includes('grade')))
}

interface DrawnProps {
  readonly plan: string
  readonly component: PlanComponent
  readonly base: PlanLeaf
  readonly sample: Sample
}

function Drawn({ plan, component, base, sample }: DrawnProps) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const leafText = useLeafText()
  const target = targetLeaf(component)
  const drawn = useMemo(() => curveOfAmount(amountOf(component), sample, { base: base.key, target: target?.key ?? null }), [component, sample, base.key, target?.key])
  const paid = useMemo(() => paidFor(amountOf(component), sample), [component, sample])
  const at = sample[base.key] ?? '0'
  const x = leafText(at, base)
  const title = useLeafTitle()(base)
  const sentence =
    paid === null
      ? t('curve.sentenceNull')
      : t('curve.sentence', { base: title, x, pays: shownAmount(decimalText(paid.toDecimalPlaces(component.round)), lang, component.round).exact })
  return (
    <>
      {drawn === null ? null : (
        <PayCurve
          name={`${plan}-${component.component}`}
          label={t('curve.label', { component: component.name, base: title })}
          drawn={drawn}
          x={{ title, look: lookOf(base) }}
          y={{ title: t('curve.pays'), look: 'money' }}
          at={paid === null || Number(at) > (drawn.points.at(-1)?.[0] ?? 0) ? null : [Number(at), paid.toNumber()]}
          target={target === null ? null : Number(sample[target.key] ?? 0)}
        />
      )}
      <p>{sentence}</p>
    </>
  )
}

function lookOf({ percent, unit }: PlanLeaf): AxisLook {
  if (percent) return 'hundredths'
  return Object.keys(unit).some((name) => /^[A-Z]{3}$/.test(name)) ? 'money' : 'number'
}

/** What a leaf is called; facts about a person have no name of their own. */
function useLeafTitle(): (leaf: PlanLeaf) => string {
  const { t } = useTranslation('incentives')
  return ({ node, text }) => (node === 'tenure' || node === 'presence' ? t(`leaf.${node}`) : text)
}

function LeafField({ leaf, value, onChange }: { readonly leaf: PlanLeaf; readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('incentives')
  const title = useLeafTitle()(leaf)
  const text = leaf.key.includes('grade')
  return (
    <FormField label={title} error={text || isDecimal(value) ? undefined : t('sample.bad')}>
      {(field) => (
        <Input
          {...field}
          value={value}
          onChange={(event) => onChange(event.target.value.trim())}
          suffix={leaf.unitName === '' ? undefined : leaf.unitName}
          inputMode={text ? 'text' : 'decimal'}
        />
      )}
    </FormField>
  )
}

/** One's own figures of the period, where one is paid by this plan. */
function Mine({ plan, component, onSample }: { readonly plan: string; readonly component: PlanComponent; readonly onSample: (sample: Sample) => void }) {
  const { t } = useTranslation('incentives')
  const { t: frame } = useTranslation('shell')
  const { session, can } = useCurrentUser()
  const { period } = usePeriod()
  const { employee } = session.user
  const pay = useQuery({ ...payQuery(employee ?? '', period ?? ''), enabled: employee !== null && period !== undefined && can('pay.read') })
  const now = pay.data?.plans.find((each) => each.incentive === plan)?.components.find((each) => each.component === component.component)?.now
  const mine = now === undefined || now === null ? null : sampleOf(amountOf(component), now)
  if (employee === null || period === undefined || mine === null) return null
  return (
    <Button size="small" onClick={() => onSample(mine)}>
      {t('sample.mine', { period: periodName(period, frame) })}
    </Button>
  )
}
