import { App, ConfigProvider, type ConfigProviderProps } from 'antd'
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useState } from 'react'
import { remember, remembered } from '../remembered.ts'
import { useMedia } from '../use-media.ts'
import { antdTheme } from './antd-theme.ts'
import { asVariables, FONT_FAMILY, type ThemeName, TOKENS } from './tokens.ts'

/** What somebody chose; `system` follows the machine. */
export type ThemeChoice = ThemeName | 'system'

interface ThemeState {
  readonly choice: ThemeChoice
  /** The theme in force. */
  readonly name: ThemeName
  choose(choice: ThemeChoice): void
}

const ThemeContext = createContext<ThemeState>({ choice: 'system', name: 'light', choose: () => undefined })

const KEY = 'theme'
const DARK = '(prefers-color-scheme: dark)'
const STILL = '(prefers-reduced-motion: reduce)'

export function useTheme(): ThemeState {
  return use(ThemeContext)
}

/** Theme and antd's language for everything below. */
export function ThemeProvider({ locale, children }: { readonly locale: ConfigProviderProps['locale']; readonly children: ReactNode }) {
  const [choice, setChoice] = useState<ThemeChoice>(() => choiceFrom(remembered(KEY)))
  const dark = useMedia(DARK)
  const still = useMedia(STILL)
  const name = choice === 'system' ? (dark ? 'dark' : 'light') : choice
  useLayoutEffect(() => paint(name), [name])
  const config = useMemo(() => antdTheme(name, !still), [name, still])
  const state = useMemo<ThemeState>(
    () => ({
      choice,
      name,
      choose(next) {
        remember(KEY, next)
        setChoice(next)
      },
    }),
    [choice, name],
  )
  return (
    <ThemeContext value={state}>
      <ConfigProvider theme={config} {...(locale === undefined ? {} : { locale })} button={{ autoInsertSpace: false }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  )
}

function choiceFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'system'
}

/** Give our own styles their variables. */
function paint(name: ThemeName): void {
  const { documentElement: root } = document
  root.dataset['theme'] = name
  root.style.setProperty('--font-family', FONT_FAMILY)
  for (const [variable, colour] of asVariables(TOKENS[name])) root.style.setProperty(variable, colour)
}
