import { Link } from '@tanstack/react-router'

/** A unit by its name; the day looked at goes along. */
export function UnitLink({ unit: { id, name } }: { readonly unit: { readonly id: string; readonly name: string } }) {
  return (
    <Link to="/units/$unit" params={{ unit: id }} search={keepDay} title={id}>
      {name}
    </Link>
  )
}

/** The day looked at and the period go along; what narrowed a list, or opened a drawer, does not. */
export function keepDay(before: Readonly<Record<string, unknown>>) {
  const { on, period } = before
  return { ...(typeof on === 'string' ? { on } : {}), ...(typeof period === 'string' ? { period } : {}) }
}
