const PREFIX = 'heng.'

/** What this browser remembers under a name; null where nothing is, or where storage is switched off. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Remember a small setting of how things look; a browser that keeps nothing loses it at the next visit and no more. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Storage is full or forbidden: the setting holds for this visit.
  }
}
