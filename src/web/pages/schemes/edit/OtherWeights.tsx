import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../../parts/period-names.ts'
import { WeightSum } from '../../../parts/rules/WeightBar.tsx'
import { usePeriod } from '../../../parts/use-period.ts'
import { Section } from '../../../ui/Page.tsx'
import styles from '../schemes.module.css'
import { isRecord, listAt, type Path, plainNumber, recordAt, textAt, valueAt } from './body.ts'
import { findingsUnder, isAtField, useEditing, useSet } from './context.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { CellField, RemoveButton, WholeField } from './fields.tsx'
import { isWeighted } from './rule-defaults.ts'

/** Weights that are others in single periods, and for newcomers: a column each. */
export function OtherWeights() {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { body, findings } = useEditing()
  const lines = listAt(body, ['lines']).filter((line) => isRecord(line) && isWeighted(line))
  const columns = [
    ...Object.keys(recordAt(body, ['weights'])).map((period) => ({ path: ['weights', period] as Path, remove: ['weights', period] as Path, title: periodName(period, frame) })),
    ...(valueAt(body, ['newcomers']) === undefined ? [] : [{ path: ['newcomers', 'weights'] as Path, remove: ['newcomers'] as Path, title: t('edit.newcomers') }]),
  ]
  const said = [...findingsUnder(findings, ['weights']), ...findingsUnder(findings, ['newcomers'])].filter((finding) => !isAtField(finding))
  return (
    <Section title={t('weights.other')} note={t('weights.otherNote')}>
      <FindingNotes findings={said} />
      {columns.length === 0 ? null : (
        <div className={styles['scroll']}>
          <table className={styles['cells']}>
            <caption className="visually-hidden">{t('weights.other')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('line')}</th>
                <th scope="col">{t('weights.usual')}</th>
                {columns.map((column) => (
                  <ColumnHead key={column.title} {...column} />
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const id = textAt(line, ['line'])
                return (
                  <tr key={id}>
                    <th scope="row">{id}</th>
                    <td>{textAt(line, ['weight'])}</td>
                    {columns.map(({ path, title }) => (
                      <td key={title}>
                        <CellField path={[...path, id]} label={`${title} ${id}`} />
                      </td>
                    ))}
                  </tr>
                )
              })}
              <tr>
                <th scope="row">{t('edit.sum')}</th>
                <td />
                {columns.map(({ path, title }) => (
                  <td key={title}>
                    <WeightSum weights={lines.map((line) => plainNumber(textAt(body, [...path, textAt(line, ['line'])])) ?? '0')} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {valueAt(body, ['newcomers']) === undefined ? null : (
        <WholeField path={['newcomers', 'months']} label={t('edit.newcomers.months')} help={t('edit.newcomers.help')} least={1} most={60} />
      )}
      <AddColumns lines={lines} />
    </Section>
  )
}

function ColumnHead({ title, remove }: { readonly title: string; readonly remove: Path }) {
  const set = useSet()
  const { body } = useEditing()
  const take = () => {
    const last = remove[0] === 'weights' && Object.keys(recordAt(body, ['weights'])).length === 1
    set(last ? ['weights'] : remove, undefined)
  }
  return (
    <th scope="col">
      {title} <RemoveButton what={title} onClick={take} />
    </th>
  )
}

/** A new column begins with the usual weights. */
function AddColumns({ lines }: { readonly lines: readonly unknown[] }) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { body } = useEditing()
  const set = useSet()
  const { periods } = usePeriod()
  const usual = Object.fromEntries(lines.map((line) => [textAt(line, ['line']), textAt(line, ['weight']) || '0']))
  const every = textAt(body, ['every'])
  const open = (periods ?? []).filter(({ id, kind }) => kind === every && valueAt(body, ['weights', id]) === undefined).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <div className={styles['addLine']}>
      <Select
        aria-label={t('edit.addPeriod')}
        value={null}
        placeholder={t('edit.addPeriod')}
        options={open.map(({ id }) => ({ value: id, label: periodName(id, frame) }))}
        onChange={(period: string | null) => (period === null ? undefined : set(['weights', period], usual))}
      />
      {valueAt(body, ['newcomers']) === undefined ? <Button onClick={() => set(['newcomers'], { months: 6, weights: usual })}>{t('edit.addNewcomers')}</Button> : null}
    </div>
  )
}
