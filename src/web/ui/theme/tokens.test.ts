import { describe, expect, it } from 'vitest'
import { asVariables, TOKENS } from './tokens.ts'

/** Relative luminance of `#rrggbb`. Source: WCAG 2.2, “relative luminance”. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const tokens = TOKENS[name]

  it('can be read: 4.5 : 1 for every text on every ground', () => {
    for (const ink of ['text', 'textQuiet', 'accent', 'accentHover', 'good', 'caution', 'bad'] as const) {
      for (const paper of ['ground', 'surface', 'hover', 'accentSoft'] as const) {
        expect(contrast(tokens[ink], tokens[paper]), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens.onAccent, tokens.accentHover)).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edges of fields: 3 : 1 on the surface', () => {
    expect(contrast(tokens.lineStrong, tokens.surface)).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens.lineStrong, tokens.ground)).toBeGreaterThanOrEqual(2.8)
  })
})

it('names the variables as styles write them', () => {
  const names = asVariables(TOKENS.light).map(([variable]) => variable)
  expect(names).toContain('--text-quiet')
  expect(names).toContain('--on-accent')
})
