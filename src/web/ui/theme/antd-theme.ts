import { type ThemeConfig, theme } from 'antd'
import { type ThemeName, TOKENS } from './tokens.ts'

/** Our tokens in the words of antd: 32 px controls, 14 px text, one accent. */
export function antdTheme(name: ThemeName, motion: boolean): ThemeConfig {
  const t = TOKENS[name]
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: t.accent,
      // antd would make lighter ones of the accent, on which white letters are hard to read.
      colorPrimaryHover: t.accentHover,
      colorPrimaryActive: t.accentHover,
      colorErrorHover: t.bad,
      colorErrorActive: t.bad,
      colorLink: t.accent,
      colorLinkHover: t.accentHover,
      colorLinkActive: t.accentHover,
      colorInfo: t.accent,
      colorSuccess: t.good,
      colorWarning: t.caution,
      colorError: t.bad,
      colorText: t.text,
      colorTextSecondary: t.textQuiet,
      colorTextTertiary: t.textQuiet,
      colorTextDescription: t.textQuiet,
      colorTextPlaceholder: t.textQuiet,
      colorTextLightSolid: t.onAccent,
      colorBgLayout: t.ground,
      colorBgBase: t.surface,
      colorBgContainer: t.surface,
      colorBgElevated: t.surface,
      colorBorder: t.lineStrong,
      colorBorderSecondary: t.line,
      colorSplit: t.line,
      // What global.css says of the language.
      fontFamily: 'var(--font)',
      fontSize: 14,
      controlHeight: 32,
      borderRadius: 6,
      motion,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', defaultBorderColor: t.lineStrong, primaryColor: t.onAccent },
      Drawer: { paddingLG: 20 },
      Tooltip: { colorBgSpotlight: name === 'dark' ? '#3a4350' : '#2b3442', colorTextLightSolid: '#ffffff' },
    },
  }
}
