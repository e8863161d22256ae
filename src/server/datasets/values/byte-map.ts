/** Texts kept by one map; a column with more different ones gains nothing from remembering them. */
const MOST_ENTRIES = 50_000

/** Texts longer than this are not worth remembering. */
const LONGEST_BYTES = 200

interface Entry<V> {
  readonly bytes: Uint8Array
  readonly value: V
  next: Entry<V> | null
}

const BUCKETS = 1 << 14

/** Remembers what a piece of a buffer means, without making a string of it. Forgets everything when full. */
export class ByteMap<V> {
  #buckets: (Entry<V> | null)[] = new Array<Entry<V> | null>(BUCKETS).fill(null)
  #size = 0

  get(bytes: Uint8Array, from: number, to: number): V | undefined {
    for (let e = this.#bucket(hash(bytes, from, to)); e !== null; e = e.next) {
      if (same(e.bytes, bytes, from, to)) return e.value
    }
    return undefined
  }

  set(bytes: Uint8Array, from: number, to: number, value: V): void {
    if (to - from > LONGEST_BYTES) return
    if (this.#size >= MOST_ENTRIES) {
      this.#buckets = new Array<Entry<V> | null>(BUCKETS).fill(null)
      this.#size = 0
    }
    const at = hash(bytes, from, to)
    this.#buckets[at] = { bytes: Uint8Array.prototype.slice.call(bytes, from, to), value, next: this.#bucket(at) }
    this.#size++
  }

  #bucket(at: number): Entry<V> | null {
    return this.#buckets[at] as Entry<V> | null // at is below BUCKETS
  }
}

/** FNV-1a, folded to the number of buckets. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) {
    h = Math.imul(h ^ (bytes[i] as number), 0x01000193) // i is inside the buffer
  }
  return (h ^ (h >>> 15)) & (BUCKETS - 1)
}

function same(own: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (own.length !== to - from) return false
  for (let i = 0; i < own.length; i++) {
    if (own[i] !== bytes[from + i]) return false
  }
  return true
}
