import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import { useLang } from '../../text/lang.ts'
import { Amount } from '../../ui/Figures.tsx'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import styles from './tiers.module.css'
import type { TiersOf } from './tiers.ts'

/** Every tier with what lay in it and what it paid; those that were reached stand out. */
export function TiersTable({ found, label }: { readonly found: TiersOf; readonly label: string }) {
  const { t } = useTranslation('scores')
  const paying = usePaying()
  return (
    <>
      {/** biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be one more landmark on the page. */}
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard. */}
      <div className={styles['scroller']} tabIndex={0} role="group" aria-label={label}>
        <table className={styles['tiers']}>
          <thead>
            <tr>
              {(['from', 'until', 'rate', 'part', 'pays'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`tiers.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <tr key={row.from ?? ''} className={dec(row.part).gt(0) ? styles['reached'] : undefined}>
                <td>{row.from === null ? '–' : <Amount value={row.from} />}</td>
                <td>{row.until === null ? t('tiers.open') : <Amount value={row.until} />}</td>
                <td>{paying(row)}</td>
                <td>
                  <Amount value={row.part} />
                </td>
                <td>
                  <Amount value={row.pays} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['next']}>
        <NextTier found={found} />
      </p>
    </>
  )
}

/** How much is missing to the next tier, and what it pays. */
export function NextTier({ found: { next } }: { readonly found: TiersOf }) {
  const { t } = useTranslation('scores')
  const lang = useLang()
  const paying = usePaying()
  return <>{next === null ? t('tiers.top') : t('tiers.next', { missing: shownAmount(next.missing, lang).short, rate: paying(next) })}</>
}

/** A rate below one is a share and is said in percent; one above it (200 a customer) is an amount for each. */
function usePaying(): (of: { readonly rate: string | null; readonly amount: string | null }) => string {
  const lang = useLang()
  return ({ rate, amount }) => {
    if (amount !== null) return shownAmount(amount, lang).exact
    if (rate === null) return '–'
    return dec(rate).abs().lt(1) ? shownPercent(rate, 2).exact : shownNumber(rate).exact
  }
}
