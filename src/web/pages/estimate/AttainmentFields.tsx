import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import { nameIn } from '../../../base/diagnostic.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { readFigure } from '../../ui/figure-text.ts'
import { shownPercent } from '../../ui/numbers.ts'
import styles from './estimate.module.css'
import type { Asked, Estimated, WhatIf } from './what-if.ts'

interface AttainmentProps {
  readonly asked: Asked
  readonly before: Estimated
  readonly actuals: WhatIf['actuals']
  readonly onChange: (actuals: WhatIf['actuals']) => void
}

interface LineWithTarget {
  readonly line: string
  readonly measure: string
  readonly name: string
  readonly target: string
  readonly attainment: string | null
}

/** Another attainment of a line: the measure then comes to so much of the target, whatever the records say. */
export function AttainmentFields({ asked, before, actuals, onChange }: AttainmentProps) {
  const { t } = useTranslation('estimate')
  const lang = useLang()
  const scheme = before.score === null ? undefined : asked.program.schemes[before.score.scheme]
  const lines = (before.score?.lines ?? []).flatMap(({ line, target, attainment }): LineWithTarget[] => {
    const about = scheme?.lines.find((each) => each.line === line)
    if (about === undefined || target === null || dec(target).lte(0)) return []
    return [{ line, measure: about.measure, name: nameIn(about.name, lang, line), target, attainment }]
  })
  if (lines.length === 0) return null
  const set = (measure: string, value: string | null) => {
    const { [measure]: _gone, ...others } = actuals
    onChange(value === null ? others : { ...others, [measure]: value })
  }
  return (
    <fieldset className={styles['draft']}>
      <legend>{t('attainment')}</legend>
      <div className={styles['fields']}>
        {lines.map((line) => (
          <AttainmentField key={line.line} line={line} value={actuals[line.measure]} onChange={(value) => set(line.measure, value)} />
        ))}
      </div>
    </fieldset>
  )
}

function AttainmentField({ line, value, onChange }: { readonly line: LineWithTarget; readonly value: string | undefined; readonly onChange: (value: string | null) => void }) {
  const { t } = useTranslation('estimate')
  const [typed, setTyped] = useState(value === undefined ? '' : decimalText(dec(value).div(line.target).times(100).toDecimalPlaces(2)))
  const figure = readFigure(typed, true)
  const type = (text: string) => {
    setTyped(text)
    const read = readFigure(text, true)
    if ('bad' in read) return
    onChange(read.value === null ? null : decimalText(dec(line.target).times(read.value).div(100)))
  }
  return (
    <FormField label={line.name} error={'bad' in figure ? t('attainment.bad') : undefined}>
      {(field) => (
        <span className={styles['wide']}>
          <Input {...field} inputMode="decimal" suffix="%" value={typed} onChange={(event) => type(event.target.value)} />
          <span className={styles['note']}>{line.attainment === null ? t('attainment.none') : t('attainment.now', { attainment: shownPercent(line.attainment).short })}</span>
        </span>
      )}
    </FormField>
  )
}
