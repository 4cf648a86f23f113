import { nextTick } from 'vue'

/** Moves the focus to the last match, when what was pressed may be gone or has made something new. */
export async function focusLast(root: HTMLElement | null, selector: string): Promise<void> {
  await nextTick()
  const found = root?.querySelectorAll<HTMLElement>(selector) ?? []
  found[found.length - 1]?.focus()
}
