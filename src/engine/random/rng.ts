/** A small generator of random choices: the same seed gives the same choices on every machine. Not for secrets. */
export interface Rng {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of them. Throws when there is none. */
  pick<T>(list: readonly T[]): T
  /** So many different ones of them, or all, in random order. */
  some<T>(list: readonly T[], count: number): T[]
}

/** The generator mulberry32 (public domain, by Tommy Ettinger): 32 bits of state are enough to vary test data. */
export function rngOf(seed: number): Rng {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[int(0, list.length - 1)] as (typeof list)[number] // as: the index lies inside the list
    },
    some: (list, count) => {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)).flat()
    },
  }
}
