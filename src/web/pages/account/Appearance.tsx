import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { sessionQuery } from '../../api/session.ts'
import { useLanguage } from '../../parts/LanguageProvider.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { type ThemeChoice, useTheme } from '../../ui/theme/ThemeProvider.tsx'

/** The language of this browser, and of what is sent to the reader. */
export function LanguageChoice() {
  const { t } = useTranslation('account')
  const { lang, choose } = useLanguage()
  const queries = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: (next: 'zh' | 'en') => dataOf(api.PATCH('/session', { body: { lang: next } })),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  })
  const change = (next: 'zh' | 'en') => {
    void choose(next)
    mutate(next)
  }
  return (
    <>
      <Radio.Group aria-label={t('language')} value={lang} onChange={(event) => change(event.target.value === 'en' ? 'en' : 'zh')}>
        <Radio value="zh">中文</Radio>
        <Radio value="en">English</Radio>
      </Radio.Group>
      {error === null ? null : <ProblemView error={error} compact />}
    </>
  )
}

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark']

export function ThemeChoices() {
  const { t } = useTranslation('account')
  const { t: frame } = useTranslation('shell')
  const { choice, choose } = useTheme()
  return (
    <Radio.Group aria-label={t('theme')} value={choice} onChange={(event) => choose(THEMES.find((each) => each === event.target.value) ?? 'system')}>
      {THEMES.map((each) => (
        <Radio key={each} value={each}>
          {frame(`theme.${each}`)}
        </Radio>
      ))}
    </Radio.Group>
  )
}
