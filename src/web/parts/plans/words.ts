import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import { useLang } from '../../text/lang.ts'
import { isDecimal, shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import type { PlanLeaf, PlanRow, TableUse } from './queries.ts'

type Days = Pick<PlanRow, 'from' | 'until'>

/** From when rules are in force, in words. */
export function useInForceWords(): (of: Days) => string {
  const { t } = useTranslation('incentives')
  return ({ from, until }) => {
    if (from === null) return until === null ? t('from.always') : t('from.until', { until })
    return until === null ? t('from.day', { from }) : t('from.span', { from, until })
  }
}

/** For whom rules are. */
export function useRoleWords(): (roles: PlanRow['roles']) => string {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  return (roles) => (roles === null ? t('everybody') : roles.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '))
}

/** Whether rules are in force today. */
export function stateOf({ from, until }: Days, today: string): 'now' | 'later' | 'over' {
  if (from !== null && from > today) return 'later'
  return until !== null && until <= today ? 'over' : 'now'
}

export function useUseWords(): (use: TableUse) => string {
  const { t } = useTranslation('incentives')
  return ({ kind, name, component }) => (kind === 'measure' ? t('use.measure', { name }) : t('use.incentive', { name, component: component ?? '' }))
}

/** How a figure of a leaf is told: a percent measure is stored times 100. */
export function useLeafText(): (value: string, leaf: Pick<PlanLeaf, 'percent' | 'unit' | 'unitName'>) => string {
  const lang = useLang()
  return (value, { percent, unit, unitName }) => {
    if (!isDecimal(value)) return value
    if (percent) return shownPercent(dec(value).div(100).toFixed()).short
    const money = Object.keys(unit).some((name) => /^[A-Z]{3}$/.test(name))
    const said = money ? shownAmount(value, lang).short : shownNumber(value).short
    return money || unitName === '' ? said : `${said} ${unitName}`
  }
}
