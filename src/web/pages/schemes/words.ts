import type { TFunction } from 'i18next'
import { dayInProse } from '../../ui/dates.ts'
import type { SchemeRow } from './queries.ts'

type Say = TFunction<'schemes'>

/** For whom, in words: 销售顾问、主管; everybody where no role is named. */
export function rolesText(roles: SchemeRow['roles'], t: Say): string {
  return roles === null ? t('everybody') : roles.map(({ name }) => name).join(t('and'))
}

/** 2026-07-01 起, 2026-07-01 之前, always. */
export function forceText({ from, until }: Pick<SchemeRow, 'from' | 'until'>, t: Say): string {
  if (from !== null && until !== null) return t('force.between', { from, until })
  if (from !== null) return t('force.from', { from })
  return until === null ? t('force.always') : t('force.until', { until })
}

/** The one sentence about a scheme. */
export function schemeSentence(scheme: SchemeRow, t: Say, lang: 'zh' | 'en'): string {
  const about = { roles: rolesText(scheme.roles, t), every: t(`every.${scheme.every}`), count: scheme.people }
  const day = (text: string | null) => (text === null ? '' : dayInProse(text, lang))
  if (scheme.state === 'upcoming') return t('sentence.upcoming', { ...about, from: day(scheme.from) })
  if (scheme.state === 'past') return t('sentence.past', { ...about, until: day(scheme.until) })
  const mine = scheme.mine ? t('sentence.mine') : ''
  return t('sentence.current', about) + mine
}
