import { Input } from 'antd'
import { type ChangeEvent, type SyntheticEvent, useId } from 'react'
import styles from './day-field.module.css'
import { useTypedParam } from './typed-param.ts'

interface DayFieldProps {
  /** The search parameter that holds the day. */
  readonly param: string
  readonly label: string
  /** The day that is meant where the address says none. */
  readonly usual?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** Month, day and year are typed one after another. */
const PAUSE_MS = 700

/** A browser would take six digits for a year, and wait for them. */
const LAST = '9999-12-31'

/** Years of a single digit are years that are being typed. */
const WHOLE = /^[1-9]\d{3}-\d{2}-\d{2}$/

/** A day in the address: chosen, or typed by keys; the address follows when the day is whole. */
export function DayField({ param, label, usual = '', min, max = LAST }: DayFieldProps) {
  const { text = usual, type, finish } = useTypedParam(param, PAUSE_MS)
  const id = useId()
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => type(target.value, !WHOLE.test(target.value))
  // A field of days has no value both where it is empty and where half a day stands in it: which of the two is known when it is left.
  const leave = ({ currentTarget: { value, validity } }: SyntheticEvent<HTMLInputElement>) => finish(value === '' && !validity.badInput)
  return (
    <span className={styles['day']}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={text} min={min} max={max} onChange={change} onBlur={leave} onPressEnter={leave} />
    </span>
  )
}
