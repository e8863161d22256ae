/** What a one-time link is for: the first administrator, a new password, coming in. */
export type LinkKind = 'setup' | 'password' | 'sign-in'

export interface OneTimeLink {
  readonly kind: LinkKind
  /** Empty where the link was cut off. */
  readonly token: string
}

/** The link in the part of the address that no server and no log sees: `#setup=…`. Null where there is none. */
export function linkIn(hash: string): OneTimeLink | null {
  const [, kind, token = ''] = /^#?(setup|password|sign-in)=?(.*)$/.exec(hash) ?? []
  return kind === 'setup' || kind === 'password' || kind === 'sign-in' ? { kind, token } : null
}

/** The page to go to afterwards: an address of our own, never that of somebody else (`//elsewhere`, `https:…`, `/\elsewhere`). */
export function ownAddress(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
}
