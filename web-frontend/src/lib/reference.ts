/**
 * What a posting refers to without the word of the interface before it: the reader sees the kind of
 * the posting beside it, in his language.
 */
export function referenceId(reference: string): string {
  return reference.slice(reference.indexOf(':') + 1)
}
