/** Puts a text on the clipboard; false where the browser does not let a page do so. */
export async function copy(text: string): Promise<boolean> {
  try {
    // Not there on a page that did not come over TLS.
    const { clipboard } = navigator as { clipboard?: Clipboard }
    if (!clipboard) return false
    await clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
