import { useTranslation } from 'react-i18next'
import { type Decimal, dec, decimalText } from '../../../base/decimal.ts'
import { nameIn } from '../../../base/diagnostic.ts'
import { derivedNodes } from '../../../engine/derivation.ts'
import type { PartTrace } from '../../../engine/reference/earning.ts'
import { useLang } from '../../text/lang.ts'
import { shownAmount } from '../../ui/numbers.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { periodName } from '../period-names.ts'
import { TiersTable } from '../results/TiersTable.tsx'
import { isTiers, tiersFor } from '../results/tiers.ts'
import { WhyLink } from '../WhyLink.tsx'
import type { Asked, ShownEarning, ShownTrace } from './explanation.ts'
import { TraceView } from './TraceView.tsx'
import styles from './why.module.css'
import { useRuleWords } from './words.ts'

/** The pay of somebody, or one component of it: formula, figures, tiers, conditions, limits. */
export function PayExplained({ asked, name, earnings }: { readonly asked: Asked; readonly name: string; readonly earnings: readonly ShownEarning[] }) {
  const { t } = useTranslation('why')
  const { t: frame } = useTranslation('shell')
  const lang = useLang()
  const total = earnings.reduce<Decimal>((sum, each) => sum.plus(each.result.amount ?? 0), dec(0))
  const amount = shownAmount(decimalText(total), lang, 2).exact
  return (
    <>
      {asked.subject === 'pay' ? <p className={styles['say']}>{t('pay.say', { name, period: periodName(asked.period, frame), amount, count: earnings.length })}</p> : null}
      {earnings.map((earning) => (
        <Earning key={`${earning.result.incentive} ${earning.result.component}`} asked={asked} earning={earning} />
      ))}
    </>
  )
}

function Earning({ asked, earning }: { readonly asked: Asked; readonly earning: ShownEarning }) {
  const { t } = useTranslation('why')
  const { t: words } = useTranslation('scores')
  const lang = useLang()
  const { formula } = useRuleWords()
  const { result, component } = earning
  const amount = (value: string) => shownAmount(value, lang, 2).exact
  const named = nameIn(component.name, lang, component.component)
  return (
    <section className={styles['part']}>
      <h3 className={styles['say']}>
        {result.amount === null ? t('component.none', { component: named }) : t('component.say', { component: named, amount: amount(result.amount) })}
      </h3>
      <p className={styles['formula']}>{formula(component.now.amount)}</p>
      <Parts asked={asked} earning={earning} />
      <ul className={styles['list']}>
        {component.now.conditions.map((condition, at) => {
          const holds = result.now.conditions[at] === true
          const name = nameIn(condition.name, lang, formula(condition.when))
          return (
            <li key={name}>
              <StateMark state={holds ? 'on' : 'off'} words={words(holds ? 'condition.holds' : 'condition.fails', { name })} />
            </li>
          )
        })}
        {result.now.floor === null ? null : <li>{words('floor', { amount: amount(result.now.floor) })}</li>}
        {result.now.cap === null ? null : <li>{words('cap', { amount: amount(result.now.cap) })}</li>}
        {result.before?.amount == null ? null : <li>{words('before', { amount: amount(result.before.amount) })}</li>}
      </ul>
    </section>
  )
}

/** Every figure the formula rests on: tiers as a table, measures down to their records, the rest by name. */
function Parts({ asked, earning: { component, result, now } }: { readonly asked: Asked; readonly earning: ShownEarning }) {
  const { formula } = useRuleWords()
  const nodes = derivedNodes(component.now)
  const shown = new Set<string>()
  return nodes.map((node, at) => {
    const [text, part, trace] = [formula(node), result.now.parts[at], now.parts[at]]
    if (trace === undefined || shown.has(text)) return null
    shown.add(text)
    if (node.node === 'tiers' && isTiers(part)) {
      const found = tiersFor(node.table, part)
      return found === null ? null : <TiersTable key={text} found={found} label={text} />
    }
    return <Part key={text} asked={asked} text={text} value={typeof part === 'string' ? part : valueIn(part)} trace={trace} />
  })
}

function valueIn(part: unknown): string | null {
  return typeof part === 'object' && part !== null && 'value' in part && typeof part.value === 'string' ? part.value : null
}

function Part({ asked, text, value, trace }: { readonly asked: Asked; readonly text: string; readonly value: string | null; readonly trace: PartTrace }) {
  const lang = useLang()
  // The server shortens the traces of measures inside the parts as it does everywhere.
  if (trace.kind === 'measure') return <TraceView asked={asked} trace={trace.trace as unknown as ShownTrace} depth={1} />
  const shown = value === null ? '–' : /^-?\d/.test(value) ? shownAmount(value, lang).exact : value
  return (
    <p className={styles['figure']}>
      {text} ={' '}
      {trace.kind === 'result' ? (
        <WhyLink employee={asked.employee} subject="score">
          {shown}
        </WhyLink>
      ) : (
        shown
      )}
    </p>
  )
}
