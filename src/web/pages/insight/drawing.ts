import type { Lang } from '../../../base/diagnostic.ts'
import { shownAmount } from '../../ui/numbers.ts'

/** A decimal as a place in a picture: for drawing alone, no figure is made from it. */
export function drawn(value: string | null): number | null {
  return value === null ? null : Number(value)
}

/** An amount beside an axis: 500 万, no more digits than it needs. */
export function axisAmount(lang: Lang): (value: number) => string {
  return (value) => shownAmount(String(value), lang).short.replace(/\.00(?=\D|$)/, '')
}

/** The band of a score in an address: `80~90`; open ends are empty. */
export function bandParam({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  return `${from ?? ''}~${until ?? ''}`
}
