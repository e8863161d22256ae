/** Another sign-in service (OpenID Connect) through which users may come in. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people call it; shown on the button. */
  readonly name: string | null
}
