/** The colours of a theme. Text and marks reach 4.5 : 1 on `surface`, `ground` and `hover` (WCAG AA); tokens.test.ts measures it. */
export interface Tokens {
  /** Behind everything. */
  readonly ground: string
  /** Pages, tables, drawers. */
  readonly surface: string
  /** A row under the pointer, the chosen entry of the navigation. */
  readonly hover: string
  readonly line: string
  readonly lineStrong: string
  readonly text: string
  /** Labels, notes, units. */
  readonly textQuiet: string
  /** Links, the primary button, the focus ring: the one accent. */
  readonly accent: string
  readonly accentHover: string
  /** What stands on the accent. */
  readonly onAccent: string
  readonly accentSoft: string
  readonly good: string
  readonly caution: string
  readonly bad: string
}

export type ThemeName = 'light' | 'dark'

export const TOKENS: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    ground: '#f5f6f8',
    surface: '#ffffff',
    hover: '#eef2f9',
    line: '#e3e6eb',
    lineStrong: '#8b93a1',
    text: '#1c2430',
    textQuiet: '#566173',
    accent: '#2459c4',
    accentHover: '#1b489f',
    onAccent: '#ffffff',
    accentSoft: '#e4ecfb',
    good: '#157347',
    caution: '#8a5300',
    bad: '#b3261e',
  },
  dark: {
    ground: '#12151a',
    surface: '#1a1e25',
    hover: '#262d38',
    line: '#303743',
    lineStrong: '#77818f',
    text: '#e6e9ee',
    textQuiet: '#a8b1bf',
    accent: '#86abff',
    accentHover: '#a5c1ff',
    onAccent: '#0e1420',
    accentSoft: '#23314e',
    good: '#58c48f',
    caution: '#e2ad55',
    bad: '#f48b80',
  },
}

/** Chinese fonts of the systems first; the web font last, cut into slices of which a browser fetches only what a page needs. */
export const FONT_FAMILY = [
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  'MiSans',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Source Han Sans SC"',
  '"Noto Sans SC"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC Variable"',
  'system-ui',
  'sans-serif',
].join(', ')

/** `textQuiet` → `--text-quiet`: the tokens as variables for our own styles. */
export function asVariables(tokens: Tokens): readonly (readonly [string, string])[] {
  return Object.entries(tokens).map(([name, colour]) => [`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, String(colour)] as const)
}
