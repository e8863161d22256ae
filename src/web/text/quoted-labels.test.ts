import { expect, it } from 'vitest'
import { calendarPageTexts } from '../../base/calendar-page-texts.ts'
import type { Rewording } from '../../base/diagnostic.ts'
import { rulePageTexts } from '../../engine/check/page-texts.ts'
import { FIELD_WORDS } from '../../engine/documents/field-words.ts'
import { texts as en } from './en/index.ts'
import { texts as zh } from './zh/index.ts'

const SAID: Rewording = { ...calendarPageTexts, ...rulePageTexts }

/** Quoted, and no label: a function, an example of a unit, a form to write. */
const NO_LABELS: Readonly<Record<string, readonly string[]>> = {
  'call.pay-item': ['薪酬'],
  'unit.count': ['个'],
  'calendar.no-quarters': ['月-日'],
}

/** Every text of the pages. What one adds behind a bracket or a comma (“封顶（分）”) need not be quoted. */
function labelsOf(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): ReadonlySet<string> {
  const all = Object.values(texts).flatMap((each) => Object.values(each))
  return new Set([...all, ...all.map((label) => label.replace(/ ?[（(，,].*$/, ''))])
}

it.each([
  ['zh', labelsOf(zh)],
  ['en', labelsOf(en)],
] as const)('what the checker says on pages quotes their labels as they are (%s)', (lang, labels) => {
  const quoted = Object.entries(SAID).flatMap(([code, said]) =>
    Object.values(said[lang]).flatMap((text) =>
      [...text.matchAll(/“([^”{]*)”/g)].map(([, label = '']) => ({ code, label })).filter(({ label }) => NO_LABELS[code]?.includes(label) !== true),
    ),
  )
  expect(quoted.length).toBeGreaterThan(100)
  expect(quoted.filter(({ label }) => !labels.has(label))).toEqual([])
  expect(Object.entries(FIELD_WORDS).filter(([, words]) => !labels.has(words[lang]))).toEqual([])
})
