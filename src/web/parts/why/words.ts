import { useQuery } from '@tanstack/react-query'
import { nameIn } from '../../../base/diagnostic.ts'
import { namesFrom, printExpr } from '../../../engine/formula/print-ir.ts'
import type { Expr, MeasureIr, Program } from '../../../engine/ir.ts'
import { useLang } from '../../text/lang.ts'
import { useMeasureText } from '../results/MeasureValue.tsx'
import { programQuery } from '../results/queries.ts'

export interface RuleWords {
  /** Undefined until the rules are here. */
  readonly program: Program | undefined
  readonly nameOf: (measure: string) => string
  readonly formula: (expr: Expr) => string
  /** A figure in the unit of its measure. */
  readonly figure: (value: string, measure: string) => string
}

/** Names and formulas of the rules in force, in the reader’s language; ids until they are here. */
export function useRuleWords(): RuleWords {
  const lang = useLang()
  const { data } = useQuery(programQuery)
  const measureText = useMeasureText()
  const program = data?.program as unknown as Program | undefined // The API sends the program of the engine as plain data.
  const measures: Readonly<Record<string, MeasureIr>> = program?.measures ?? {}
  const measureOf = (id: string) => (Object.hasOwn(measures, id) ? measures[id] : undefined)
  const names = namesFrom({ datasets: [], measures }, lang)
  return {
    program,
    nameOf: (id) => nameIn(measureOf(id)?.name, lang, id),
    formula: (expr) => printExpr(expr, { lang, names }),
    figure: (value, id) => measureText(value, { percent: measureOf(id)?.percent ?? false, unit: measureOf(id)?.unit ?? {} }),
  }
}
