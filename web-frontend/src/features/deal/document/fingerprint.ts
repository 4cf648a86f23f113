/**
 * Whether stored bytes are those that a hash was taken of. The browser computes it itself: nobody
 * has to believe the exchange.
 */
export type Agreeing = 'agrees' | 'differs' | 'unable'

/** A browser hashes only on pages that came over a safe connection. */
const canHash = (): boolean => (crypto as Partial<Crypto>).subtle !== undefined

/** SHA-256 as 64 lowercase hexadecimal digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param hash in lowercase hexadecimal digits */
export async function held(content: Blob, hash: string): Promise<Agreeing> {
  if (!canHash()) return 'unable'
  return (await sha256Of(await content.arrayBuffer())) === hash ? 'agrees' : 'differs'
}

/** The beginning of a hash, as much as eyes compare. */
export const shortHash = (hash: string) => `${hash.slice(0, 12)}…`
