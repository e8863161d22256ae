import { DIVISION_SCALE } from '../../base/limits.ts'
import type { CurveIr, Expr, LookupCell, LookupIr, TiersIr } from '../ir.ts'
import { binary, div, num } from './build.ts'
import { LARGE, POINTS, POOLS, SHARES } from './numbers.ts'
import type { Rng } from './rng.ts'

const RATES = ['0.01', '0.02', '0.05', '0', '1', '1.5', '-0.5'] as const
const AMOUNTS = ['0', '10', '40', '33.33', '100', '2000', '-5'] as const
const VALUES = ['0', '0.1', '0.25', '1', '55', '80', '100', '120.5', '-3'] as const
const TABLES = ['提成 表', 'rates', `o'table`] as const

const ascending = (rng: Rng, pool: readonly string[], count: number): string[] => rng.some(pool, count).sort((a, b) => Number(a) - Number(b))

/** Tiers over a pool of numbers, open or closed at either end. */
export function randomTiers(rng: Rng, pool: readonly string[], mode: TiersIr['mode'] = rng.pick(['marginal', 'marginal', 'whole', 'interpolated'] as const)): TiersIr {
  const bounds = ascending(rng, pool, rng.int(2, 4))
  const pays = mode === 'interpolated' || rng.chance(0.4) ? 'amount' : 'rate'
  const [openBelow, openAbove] = mode === 'interpolated' ? [false, false] : [rng.chance(0.2), rng.chance(0.5)]
  const tiers = bounds.slice(0, -1).map((from, i) => ({
    from: i === 0 && openBelow ? null : from,
    until: i === bounds.length - 2 && openAbove ? null : (bounds[i + 1] ?? null),
    rate: pays === 'rate' ? rng.pick(RATES) : null,
    amount: pays === 'amount' ? rng.pick(AMOUNTS) : null,
  }))
  return { table: rng.pick(TABLES), mode, boundary: rng.pick(['begins', 'ends'] as const), tiers }
}

/** Bands of points, as schemes have them. */
export function randomBands(rng: Rng, pool: readonly string[]): TiersIr {
  const bands = randomTiers(rng, pool, 'whole')
  return { ...bands, tiers: bands.tiers.map((t) => ({ ...t, rate: null, amount: rng.pick(POINTS) })) }
}

export function randomCurve(rng: Rng, pool: readonly string[], values: readonly string[] = VALUES): CurveIr {
  return { table: rng.pick(TABLES), points: ascending(rng, pool, rng.int(2, 4)).map((at) => ({ at, value: rng.pick(values) })) }
}

/** What expressions a table may be asked with. */
export interface Asking {
  readonly rng: Rng
  readonly number: () => Expr
  /** Something that is often above 0: a target, an amount. */
  readonly scale: () => Expr
  readonly text: () => Expr
  readonly texts: readonly string[]
}

/** A table read with expressions of the place where it stands. */
export function randomTableRead(asking: Asking): Expr {
  const { rng } = asking
  switch (rng.int(0, 4)) {
    case 0:
    case 1: {
      const scaled = rng.chance(0.4)
      const pool = scaled ? SHARES : rng.pick(POOLS)
      return { node: 'tiers', table: randomTiers(rng, pool), of: quantity(asking, pool), scale: scaled ? asking.scale() : null }
    }
    case 2: {
      const pool = rng.pick(POOLS)
      return { node: 'curve', table: randomCurve(rng, pool), of: quantity(asking, pool) }
    }
    default:
      return randomLookupRead(asking)
  }
}

/** A number, now and then held to one of the bounds, so that it lies exactly there; or there but for what a division cuts off. */
function quantity({ rng, number }: Asking, pool: readonly string[]): Expr {
  if (rng.chance(0.1)) return num(rng.pick(pool))
  if (!rng.chance(0.3)) return number()
  const held: Expr = { node: rng.pick(['least', 'greatest'] as const), of: [number(), num(rng.pick(pool))] }
  return rng.chance(0.3) ? inThirds(held) : held
}

/** The same number, taken apart and put together again. */
const inThirds = (of: Expr): Expr => binary('mul', div(of, num(3), DIVISION_SCALE), num(3))

function randomLookupRead(asking: Asking): Expr {
  const { rng } = asking
  const dimensions = Array.from({ length: rng.int(1, 3) }, (_, i) => ({
    name: ['区域', 'key 2', `k'3`][i] ?? 'k',
    kind: rng.pick(['text', 'range'] as const),
    boundary: rng.pick(['begins', 'ends'] as const),
  }))
  const pools = dimensions.map(() => rng.pick([...POOLS, LARGE]))
  const cell = (i: number): LookupCell => {
    if (rng.chance(0.25)) return { kind: 'any' }
    if (dimensions[i]?.kind === 'text') return { kind: 'text', values: rng.some(asking.texts, rng.int(1, 3)) }
    const [from = null, until = null] = ascending(rng, pools[i] ?? LARGE, 2)
    return { kind: 'range', from: rng.chance(0.2) ? null : from, until: rng.chance(0.2) ? null : until }
  }
  const rows = Array.from({ length: rng.int(1, 4) }, () => ({ cells: dimensions.map((_, i) => cell(i)), value: rng.pick(VALUES) }))
  const table: LookupIr = { table: rng.pick(TABLES), dimensions, rows, otherwise: rng.chance(0.4) ? null : rng.pick(VALUES) }
  return { node: 'lookup', table, keys: dimensions.map((d, i) => (d.kind === 'text' ? asking.text() : quantity(asking, pools[i] ?? LARGE))) }
}
