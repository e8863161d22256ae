/** Decimal places that amounts of a currency have: none in yen, two in yuan. `currency`: three capital letters. Source: ISO 4217, as the runtime knows it. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
