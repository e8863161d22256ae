import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import type { RuleIr } from '../../../engine/ir.ts'
import { RulePicture } from '../../parts/rules/RulePicture.tsx'
import { RuleSteps } from '../../parts/rules/RuleSteps.tsx'
import { WeightBar } from '../../parts/rules/WeightBar.tsx'
import { Figure, Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Scheme, SchemeLine } from './queries.ts'
import styles from './schemes.module.css'

/** What is judged: the weights as a bar, and every line with its rule in words and drawn. */
export function LinesSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  const columns = useLineColumns()
  const weighted = scheme.lines.filter((line) => dec(line.weight).gt(0))
  return (
    <Section title={t('lines')} note={t('lines.note')}>
      <WeightBar weights={weighted} />
      <DataTable name="scheme-lines" label={t('lines')} columns={columns} rows={scheme.lines} rowKey={(line) => line.line} tools={false} />
    </Section>
  )
}

function useLineColumns(): readonly Column<SchemeLine>[] {
  const { t } = useTranslation('schemes')
  return useMemo(
    () => [
      { id: 'line', title: t('line'), always: true, cell: (line) => <LineName line={line} />, text: (line) => line.name },
      { id: 'weight', title: t('weight'), end: true, width: 110, cell: (line) => <WeightCell line={line} />, text: (line) => line.weight },
      { id: 'target', title: t('target'), cell: (line) => <TargetCell line={line} />, text: (line) => line.target.text },
      { id: 'rule', title: t('rule'), cell: (line) => <RuleCell line={line} />, text: (line) => line.ruleText },
      { id: 'noData', title: t('noData'), cell: (line) => <NoDataCell line={line} />, text: (line) => t(`noData.${line.noData}`) },
    ],
    [t],
  )
}

const isGate = (line: SchemeLine): boolean => line.rule['rule'] === 'gate'

const isBeside = (line: SchemeLine): boolean => dec(line.weight).isZero()

function LineName({ line }: { readonly line: SchemeLine }) {
  const { t } = useTranslation('schemes')
  return (
    <span className={styles['line']}>
      <span className={styles['lineName']}>
        {line.name}
        <span className={line.kpi ? styles['kpi'] : styles['quiet']}>{t(line.kpi ? 'kpi' : 'ordinary')}</span>
        {line.measureKind === 'rating' ? <span className={styles['kpi']}>{t('rated')}</span> : null}
      </span>
      {line.sources.length === 0 ? null : (
        <span className={styles['quiet']}>{t('rated.by', { list: line.sources.map(({ source, weight }) => `${source} ${weight}%`).join(t('and')) })}</span>
      )}
      {line.measureName === line.name ? null : <span className={styles['quiet']}>{t('measured', { measure: line.measureName })}</span>}
    </span>
  )
}

function WeightCell({ line }: { readonly line: SchemeLine }) {
  const { t } = useTranslation('schemes')
  if (isBeside(line)) return <span className={styles['quiet']}>{t(isGate(line) ? 'gate' : 'added')}</span>
  return <Figure value={line.weight} unit="%" />
}

function TargetCell({ line }: { readonly line: SchemeLine }) {
  const { t } = useTranslation('schemes')
  if (line.target.text === null) return <Missing reason={t('target.none')} />
  return (
    <span className={styles['wrap']}>
      {t(`target.${line.target.kind === 'none' ? 'targets' : line.target.kind}`, { text: line.target.text })}
      {line.target.prorated ? <span className={styles['quiet']}>{t('target.prorated')}</span> : null}
    </span>
  )
}

function RuleCell({ line }: { readonly line: SchemeLine }) {
  const rule = line.rule as unknown as RuleIr // The API sends RuleIr of the engine as plain data.
  return (
    <span className={styles['rule']}>
      <RulePicture rule={rule} judged={{ actual: null, target: line.target.fixed ?? '100', attainment: null, points: null }} label={line.ruleText} />
      <span>
        {line.ruleText}
        <RuleSteps rule={rule} look={line} />
      </span>
    </span>
  )
}

function NoDataCell({ line }: { readonly line: SchemeLine }) {
  const { t } = useTranslation('schemes')
  if (isGate(line)) return <span className={styles['wrap']}>{t(line.noData === 'zero' ? 'noData.gateFails' : 'noData.gatePasses')}</span>
  return <span className={styles['wrap']}>{isBeside(line) ? t('noData.addsNothing') : t(`noData.${line.noData}`)}</span>
}
