import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WeightBar } from '../../../parts/rules/WeightBar.tsx'
import { useRowKeys } from '../../../parts/use-row-keys.ts'
import { useLang } from '../../../text/lang.ts'
import { Section } from '../../../ui/Page.tsx'
import styles from '../schemes.module.css'
import { isRecord, listAt, plainNumber, textAt } from './body.ts'
import { findingsAt, useEditing, useSet } from './context.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { LineEditor } from './LineEditor.tsx'
import { isWeighted } from './rule-defaults.ts'

/** The lines: added, removed, put in order, opened one at a time; the bar follows the weights. */
export function LinesEditor() {
  const { t } = useTranslation('schemes')
  const { body, findings } = useEditing()
  const [open, setOpen] = useState<number | null>(null)
  const lines = listAt(body, ['lines'])
  const { keys, next } = useRowKeys(lines)
  return (
    <Section title={t('lines')} note={t('edit.lines.note')}>
      <Bar lines={lines} />
      {/* That the weights do not reach 100 is said by the bar. */}
      <FindingNotes findings={findingsAt(findings, ['lines']).filter(({ code }) => code !== 'scheme.weights')} />
      <ol className={styles['lineEditors']}>
        {keys.map((key, at) => (
          <LineEditor key={key} at={at} open={open === key} onOpen={(opens) => setOpen(opens ? key : null)} />
        ))}
      </ol>
      <AddLine onAdded={() => setOpen(next)} />
    </Section>
  )
}

function Bar({ lines }: { readonly lines: readonly unknown[] }) {
  const lang = useLang()
  const weights = lines.flatMap((line, at) => {
    if (!isRecord(line) || !isWeighted(line)) return []
    const id = textAt(line, ['line'])
    return [
      {
        line: `${at} ${id}`,
        name: textAt(line, ['name', lang]) || textAt(line, ['name']) || textAt(line, ['name', lang === 'zh' ? 'en' : 'zh']) || id,
        kpi: line['kind'] !== 'ordinary',
        weight: plainNumber(textAt(line, ['weight'])) ?? '0',
      },
    ]
  })
  return <WeightBar weights={weights} />
}

/** A new line begins with its measure, by whose name it goes. */
function AddLine({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation('schemes')
  const { body, measures } = useEditing()
  const set = useSet()
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = listAt(body, ['lines'])
  const add = () => {
    const measure = measures.find((m) => m.id === chosen)
    if (measure === undefined) return
    const taken = new Set(lines.map((line) => textAt(line, ['line'])))
    const id = [measure.name, ...lines.map((_, i) => `${measure.name}${i + 2}`), `${measure.name}${lines.length + 2}`].find((name) => !taken.has(name)) ?? measure.id
    const rule = measure.better === 'less' ? { rule: 'lower', cap: '130' } : { rule: 'linear', cap: '150' }
    set(['lines'], [...lines, { line: id, measure: measure.id, weight: '0', score: rule }])
    onAdded()
    setChosen(null)
  }
  return (
    <div className={styles['addLine']}>
      <Select
        aria-label={t('edit.addLine.measure')}
        value={chosen}
        options={measures.map((m) => ({ value: m.id, label: m.name }))}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('edit.addLine.measure')}
        onChange={setChosen}
      />
      <Button onClick={add} disabled={chosen === null} title={chosen === null ? t('edit.addLine.first') : undefined}>
        {t('edit.addLine')}
      </Button>
    </div>
  )
}
