import { Input } from 'antd'
import { type ChangeEvent, useId } from 'react'
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
  // A field of days has no value both where it is empty and where half a day stands in it.
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => type(target.value, target.value === '' ? target.validity.badInput : !WHOLE.test(target.value))
  return (
    <span className={styles['day']}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={text} min={min} max={max} onChange={change} onBlur={finish} onPressEnter={finish} />
    </span>
  )
}
