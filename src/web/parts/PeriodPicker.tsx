import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/Icon.tsx'
import { kindOf, PERIOD_KINDS, type PeriodKind, periodName } from './period-names.ts'
import styles from './period-picker.module.css'
import { type Period, usePeriod } from './use-period.ts'

/** The period all pages look at: one step back or on, or any other by month, quarter, half-year, year. */
export function PeriodPicker() {
  const { t } = useTranslation('shell')
  const { period, periods, error, again, choose } = usePeriod()
  const [open, setOpen] = useState(false)
  if (period === undefined && error !== null)
    return (
      <Button type="text" className={styles['failed'] ?? ''} title={t('period.again')} onClick={again}>
        <span>{t('period.again')}</span>
      </Button>
    )
  if (period === undefined) return periods?.length === 0 ? <span className={styles['none']}>{t('period.none')}</span> : <span className={styles['waiting']} />
  const neighbours = (periods ?? []).filter(({ kind }) => kind === kindOf(period)).toSorted(byTime)
  const at = neighbours.findIndex(({ id }) => id === period)
  const [before, after] = [neighbours[at - 1], at < 0 ? undefined : neighbours[at + 1]]
  const pick = (id: string) => {
    choose(id)
    setOpen(false)
  }
  return (
    <fieldset className={styles['picker']}>
      <legend className="visually-hidden">{t('period')}</legend>
      <Step to={before} name="left" onPick={pick} />
      <Popover trigger="click" placement="bottom" open={open} onOpenChange={setOpen} content={<Choices period={period} periods={periods ?? []} onPick={pick} />} destroyOnHidden>
        <Button type="text" className={styles['current'] ?? ''} aria-haspopup="dialog" aria-expanded={open}>
          {periodName(period, t)}
          <Icon name="down" size={14} />
        </Button>
      </Popover>
      <Step to={after} name="right" onPick={pick} />
    </fieldset>
  )
}

function byTime(a: Period, b: Period): number {
  return a.from < b.from ? -1 : 1
}

function Step({ to, name, onPick }: { readonly to: Period | undefined; readonly name: 'left' | 'right'; readonly onPick: (id: string) => void }) {
  const { t } = useTranslation('shell')
  const label = to === undefined ? t(name === 'left' ? 'period.noEarlier' : 'period.noLater') : periodName(to.id, t)
  return (
    <Button
      type="text"
      className={styles['step'] ?? ''}
      disabled={to === undefined}
      aria-label={label}
      title={label}
      icon={<Icon name={name} />}
      onClick={() => to !== undefined && onPick(to.id)}
    />
  )
}

interface ChoicesProps {
  readonly period: string
  readonly periods: readonly Period[]
  readonly onPick: (id: string) => void
}

function Choices({ period, periods, onPick }: ChoicesProps) {
  const { t } = useTranslation('shell')
  const kinds = PERIOD_KINDS.filter((kind) => periods.some((each) => each.kind === kind))
  const [kind, setKind] = useState<PeriodKind>(kindOf(period) ?? 'month')
  const shown = periods.filter((each) => each.kind === kind).toSorted((a, b) => byTime(b, a))
  return (
    <div className={styles['choices']}>
      <div className={styles['kinds']}>
        {kinds.map((each) => (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => setKind(each)}>
            {t(`kind.${each}`)}
          </button>
        ))}
      </div>
      <ul className={styles['list']} aria-label={t(`kind.${kind}`)}>
        {shown.map((each) => (
          <li key={each.id}>
            <button type="button" aria-current={each.id === period ? 'true' : undefined} onClick={() => onPick(each.id)}>
              <span>{periodName(each.id, t)}</span>
              <span className={styles['about']}>{each.state === 'current' ? t('period.current') : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
