import { Link } from '@tanstack/react-router'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly visible: boolean
}

/** Somebody beside a person: a link where their page may be opened. */
export function ColleagueName({ person }: { readonly person: Colleague }) {
  if (!person.visible) return <span title={person.id}>{person.name}</span>
  return (
    <Link to="/people/$employee" params={{ employee: person.id }} title={person.id}>
      {person.name}
    </Link>
  )
}
