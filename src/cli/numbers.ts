import { type Options, textOption } from './context.ts'
import { UsageProblem } from './troubles.ts'

/** A whole number from an option. Errors: `usage.number`. */
export function numberOption(options: Options, name: string, least: number): number {
  const text = textOption(options, name) ?? ''
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new UsageProblem('usage.number', { name: `--${name}`, value: text, least })
  return value
}
