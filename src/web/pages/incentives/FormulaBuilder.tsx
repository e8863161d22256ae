import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { vocabularyQuery } from '../../parts/documents/formula-names.ts'
import type { Draft } from '../../parts/documents/use-draft.ts'
import { type Json, mapAt } from '../../parts/plans/body-edit.ts'
import { newTable } from '../../parts/plans/table-rows.ts'
import { useLang } from '../../text/lang.ts'
import { formulaOf, NEEDS, WAYS, type Way } from './formulas.ts'
import styles from './incentives.module.css'

interface FormulaBuilderProps {
  readonly draft: Draft
  /** The formula, and the plan's own tables where one was made for it. */
  readonly onFormula: (text: string, tables: Json | undefined) => void
}

const NEW = '\n'

/** The ways in which plans mostly pay: chosen with a measure and a table, written as a formula that can be changed. */
export function FormulaBuilder({ draft, onFormula }: FormulaBuilderProps) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const { data } = useQuery(vocabularyQuery)
  const [way, setWay] = useState<Way>('tiers')
  const [measure, setMeasure] = useState<string | undefined>(undefined)
  const [table, setTable] = useState(NEW)
  const [item, setItem] = useState<string>(t('build.itemExample'))
  const needs = NEEDS[way]
  const own = mapAt(draft.body, 'tables')
  const tables = [
    ...Object.entries(own).flatMap(([id, each]) => (mapAt(each)['kind'] === needs.table ? [{ value: id, label: `${id} · ${t('own')}` }] : [])),
    ...(data?.tables ?? []).filter(({ kind }) => kind === needs.table).map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW, label: t('build.newTable') },
  ]
  const ready = (!needs.measure || measure !== undefined) && (!needs.item || item.trim() !== '')
  const write = () => {
    const made = needs.table !== null && table === NEW ? freeName(t('build.tableName'), own, data?.tables.map(({ id }) => id) ?? []) : null
    const tables_ = made === null || needs.table === null ? undefined : { ...own, [made]: bounded(newTable(needs.table, ''), way) }
    onFormula(formulaOf(way, { measure: measure ?? '', table: made ?? table, item: item.trim() }, lang), tables_)
  }
  return (
    <fieldset className={styles['builder']}>
      <legend>{t('build')}</legend>
      <Select
        aria-label={t('build.way')}
        value={way}
        options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        onChange={setWay}
        popupMatchSelectWidth={false}
        style={{ minWidth: 200, maxWidth: '100%' }}
      />
      {needs.measure ? (
        <Select
          aria-label={t('build.measure')}
          placeholder={t('build.measure')}
          value={measure ?? null}
          options={(data?.measures ?? []).map(({ id, name, unit }) => ({ value: id, label: unit === '' ? name : `${name}（${unit}）` }))}
          onChange={(value: string | null) => setMeasure(value ?? undefined)}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ minWidth: 160, maxWidth: '100%' }}
        />
      ) : null}
      {needs.table === null ? null : (
        <Select
          aria-label={t('build.table')}
          value={tables.some(({ value }) => value === table) ? table : NEW}
          options={tables}
          onChange={setTable}
          popupMatchSelectWidth={false}
          style={{ minWidth: 160, maxWidth: '100%' }}
        />
      )}
      {needs.item ? <Input aria-label={t('build.item')} value={item} onChange={(event) => setItem(event.target.value)} style={{ width: 160 }} /> : null}
      <Button disabled={!ready} onClick={write}>
        {t('build.write')}
      </Button>
    </fieldset>
  )
}

/** Tiers by attainment or in percent of a target have bounds in percent. */
function bounded(table: Json, way: Way): Json {
  if (way === 'tiers' || table['kind'] !== 'tiers') return table
  const rates = way === 'tiers-attainment' ? ['0.5', '1'] : ['1%', '2%']
  return { ...table, of: 'percent', tiers: [{ to: '80%', rate: rates[0] }, { rate: rates[1] }] }
}

function freeName(name: string, own: Json, shared: readonly string[]): string {
  for (let at = 1; ; at += 1) if (!(`${name}${at}` in own) && !shared.includes(`${name}${at}`)) return `${name}${at}`
}
