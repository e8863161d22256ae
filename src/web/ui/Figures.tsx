import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '../text/lang.ts'
import { dayInProse } from './dates.ts'
import styles from './figures.module.css'
import { FIGURE_DECIMALS, isDecimal, lacking, type Shown, shownAmount, shownNumber, shownPercent } from './numbers.ts'

/** A value that is not there: an en dash, with the reason on hover and for screen readers. Never a zero. */
export function Missing({ reason }: { readonly reason?: string | undefined }) {
  const { t } = useTranslation('ui')
  const why = reason ?? t('number.missing')
  return (
    <Tooltip title={why}>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable without a mouse. */}
      <span className={styles['missing']} tabIndex={0}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{why}</span>
      </span>
    </Tooltip>
  )
}

/** Digits behind the point of money that is paid. */
const CENTS = 2

/** A decimal of the API, or nothing. */
type Value = string | null | undefined

interface FigureProps {
  readonly value: Value
  /** Why there is none. */
  readonly missing?: string | undefined
}

interface AmountProps extends FigureProps {
  /** Shown where there is more than one: CNY. */
  readonly currency?: string | undefined
  readonly decimals?: number | undefined
}

/** An amount: in 万 or 亿 where large, exact on hover. */
export function Amount({ value, missing, currency, decimals }: AmountProps) {
  const lang = useLang()
  if (!given(value)) return <Missing reason={missing} />
  const unit = currency === undefined ? undefined : <span className={styles['unit']}>{currency}</span>
  return <Shortened shown={shownAmount(value, lang, decimals)} before={unit} />
}

/** What somebody is paid: to the cent, however large. */
export function PayAmount({ value, missing }: FigureProps) {
  const lang = useLang()
  if (!given(value)) return <Missing reason={missing} />
  return <span className={styles['figure']}>{shownAmount(value, lang, CENTS).exact}</span>
}

/** A share such as `1.124` as 112.4%. */
export function Percent({ value, missing, decimals }: FigureProps & { readonly decimals?: number | undefined }) {
  if (!given(value)) return <Missing reason={missing} />
  return <Shortened shown={shownPercent(value, decimals)} />
}

interface NumberProps extends FigureProps {
  readonly decimals?: number | undefined
  readonly unit?: string | undefined
  /** Stands in a column with others, whose points are to stand below one another: what it lacks of the digits is left free. */
  readonly aligned?: boolean | undefined
}

/** A count, a score, days: two digits behind the point at most. */
export function Figure({ value, missing, decimals = FIGURE_DECIMALS, unit, aligned = false }: NumberProps) {
  if (!given(value)) return <Missing reason={missing} />
  const shown = shownNumber(value, decimals)
  const free = aligned ? <span className={styles['free']} data-free={lacking(shown.short, decimals)} aria-hidden="true" /> : undefined
  return <Shortened shown={shown} after={unit === undefined ? free : <span className={styles['unit']}>{unit}</span>} />
}

interface DeltaProps extends FigureProps {
  /** How the difference itself is told. */
  readonly as?: 'amount' | 'percent' | 'number' | undefined
  /** What it is measured against, in words: 上月. */
  readonly against?: string | undefined
  /** Which direction is good; leave out where neither is. */
  readonly good?: 'up' | 'down' | undefined
}

/** A difference with sign, arrow and a word for it: colour only repeats what they say. */
export function Delta({ value, missing, as = 'number', against, good }: DeltaProps) {
  const { t } = useTranslation('ui')
  const lang = useLang()
  if (!given(value)) return <Missing reason={missing} />
  const way = directionOf(value)
  const size = sized(value.replace('-', ''), as, lang)
  const words = (way === 'same' ? t('delta.same') : t(`delta.${way}`, { amount: size.exact })) + (against === undefined ? '' : t('delta.against', { base: against }))
  const mood = good === undefined || way === 'same' ? 'even' : good === way ? 'good' : 'bad'
  return (
    <Tooltip title={words}>
      <span className={`${styles['delta']} ${styles[mood]}`}>
        <span aria-hidden="true">{way === 'same' ? '＝' : `${way === 'up' ? '▲ +' : '▼ −'}${size.short}`}</span>
        <span className="visually-hidden">{words}</span>
      </span>
    </Tooltip>
  )
}

function directionOf(value: string): 'up' | 'down' | 'same' {
  if (/^-?0+(\.0+)?$/.test(value)) return 'same'
  return value.startsWith('-') ? 'down' : 'up'
}

function sized(value: string, as: NonNullable<DeltaProps['as']>, lang: 'zh' | 'en'): Shown {
  switch (as) {
    case 'amount':
      return shownAmount(value, lang)
    case 'percent':
      return shownPercent(value)
    case 'number':
      return shownNumber(value)
    default:
      return as satisfies never
  }
}

function given(value: Value): value is string {
  return value !== null && value !== undefined && isDecimal(value)
}

function Shortened({ shown, before, after }: { readonly shown: Shown; readonly before?: ReactNode; readonly after?: ReactNode }) {
  const figure = (
    <span className={styles['figure']}>
      {before}
      {shown.short}
      {after}
    </span>
  )
  return shown.short === shown.exact ? figure : <Tooltip title={shown.exact}>{figure}</Tooltip>
}

interface DateTextProps {
  readonly day: string | null | undefined
  readonly missing?: string | undefined
  /** In running text: 2026年3月31日. */
  readonly prose?: boolean
}

/** A day: 2026-03-31 in tables. */
export function DateText({ day, missing, prose = false }: DateTextProps) {
  const lang = useLang()
  if (day === null || day === undefined) return <Missing reason={missing} />
  return <time dateTime={day}>{prose ? dayInProse(day, lang) : day}</time>
}
