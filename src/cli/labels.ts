/** The name, with the id beside it where that says more. */
export function withId(name: string, id: string): string {
  return name === id ? name : `${name} (${id})`
}
