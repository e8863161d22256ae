import { describe, expect, it } from 'vitest'
import { createTexts } from '../text/i18n.ts'
import { kindOf, periodName } from './period-names.ts'

const zh = (await createTexts('zh')).i18n.getFixedT('zh', 'shell')
const en = (await createTexts('en')).i18n.getFixedT('en', 'shell')

describe('the names of periods', () => {
  it.each([
    ['2026', 'year', '2026年', '2026'],
    ['2026-H2', 'half', '2026年下半年', 'H2 2026'],
    ['2026-Q1', 'quarter', '2026年第一季度', 'Q1 2026'],
    ['2026-03', 'month', '2026年3月', 'March 2026'],
    ['2026-W05', 'week', '2026年第5周', 'Week 5, 2026'],
    ['2026-03-31', 'day', '2026-03-31', '2026-03-31'],
  ])('%s is a %s', (id, kind, chinese, english) => {
    expect([kindOf(id), periodName(id, zh), periodName(id, en)]).toEqual([kind, chinese, english])
  })

  it.each(['', '2026-Q5', '2026-H3', 'today', '26-01'])('leaves %s, which is no period, as it is', (id) => {
    expect([kindOf(id), periodName(id, zh)]).toEqual([null, id])
  })
})
