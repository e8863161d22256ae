import type { Chosen } from '../../parts/PersonSelect.tsx'

/** Where somebody is and below whom, as a form holds it: empty for nothing. */
export interface Place {
  readonly unit: string
  readonly position: string
  readonly role: string
  readonly manager: Chosen | null
  readonly sponsor: Chosen | null
}

export const NO_PLACE: Place = { unit: '', position: '', role: '', manager: null, sponsor: null }

type Moves = Partial<Record<keyof Place, string>>

const asTexts = ({ unit, position, role, manager, sponsor }: Place) => ({
  unit,
  position: position.trim(),
  role: role.trim(),
  manager: manager?.id ?? '',
  sponsor: sponsor?.id ?? '',
})

/** What differs, as the API takes it: an empty text says none from then on. */
export function movesBetween(before: Place, after: Place): Moves {
  const [old, fresh] = [asTexts(before), asTexts(after)]
  // Made from the names of a Place.
  return Object.fromEntries(Object.entries(fresh).filter(([field, value]) => old[field as keyof Place] !== value))
}

/** All that is stated, for somebody new. */
export function movesIn(place: Place): Moves {
  return movesBetween(NO_PLACE, place)
}
