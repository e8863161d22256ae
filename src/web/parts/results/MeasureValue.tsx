import { dec } from '../../../base/decimal.ts'
import { useLang } from '../../text/lang.ts'
import { Amount, Figure, Percent } from '../../ui/Figures.tsx'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'

export interface MeasureLook {
  readonly percent: boolean
  readonly unit: Readonly<Record<string, number>>
}

/** A figure in the unit of its measure: a percent measure is stored times 100. */
export function MeasureValue({ value, percent, unit, missing }: MeasureLook & { readonly value: string | null; readonly missing?: string | undefined }) {
  if (percent) return <Percent value={value === null ? null : share(value)} missing={missing} />
  return isMoney(unit) ? <Amount value={value} missing={missing} /> : <Figure value={value} missing={missing} />
}

/** The same in running text. */
export function useMeasureText(): (value: string, look: MeasureLook) => string {
  const lang = useLang()
  return (value, { percent, unit }) => {
    if (percent) return shownPercent(share(value)).short
    return isMoney(unit) ? shownAmount(value, lang).short : shownNumber(value).short
  }
}

const share = (value: string): string => dec(value).div(100).toFixed()

/** Currencies are the units that are written in three capitals. */
function isMoney(unit: MeasureLook['unit']): boolean {
  return Object.keys(unit).some((name) => /^[A-Z]{3}$/.test(name))
}
