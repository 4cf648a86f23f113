import { newKey } from './http'

/**
 * The idempotency key of what the user is about to do. The same content sent again (a second click,
 * a retry after a lost connection) carries the same key; changed content, or a new action after a
 * finished one, gets a new key.
 */
export class ActionKey {
  private content: string | undefined
  private key = ''

  for(content: unknown): string {
    const text = JSON.stringify(content) ?? ''
    if (text !== this.content) {
      this.content = text
      this.key = newKey()
    }
    return this.key
  }

  finish(): void {
    this.content = undefined
  }
}
