/** The facts of an audit record travel as the text of a JSON object; a fact is a name and a value. */
export type Fact = [name: string, value: unknown]

/** What leads to other things by their id; the record's own subject is linked beside it. */
const isReference = (name: string) => name.endsWith('Id')

export function factsOf(text: string): Fact[] {
  const facts: unknown = JSON.parse(text)
  if (typeof facts !== 'object' || facts === null) return []
  return Object.entries(facts).filter(([name]) => !isReference(name))
}
