/**
 * What comes of holding the stored bytes of a contract against its hash and the text on screen. The
 * browser does it itself: nobody has to believe the exchange.
 */
export type Agreeing = 'agrees' | 'differs' | 'other-text' | 'unable'

/** A browser hashes only on pages that came over a safe connection. */
const canHash = (): boolean => (crypto as Partial<Crypto>).subtle !== undefined

/** SHA-256 as 64 lowercase hexadecimal digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Without what is none, and with its members in one order: contents that say the same are equal. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const isThere = (inner: unknown) =>
    inner !== undefined && inner !== null && !(Array.isArray(inner) && inner.length === 0)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => isThere(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, bare(inner)]),
  )
}

function saysTheSame(stored: string, shown: unknown): boolean {
  try {
    return JSON.stringify(bare(JSON.parse(stored))) === JSON.stringify(bare(shown))
  } catch {
    return false
  }
}

/**
 * Whether stored bytes have a hash, and say what is shown.
 *
 * @param hash in lowercase hexadecimal digits
 */
export async function compare(stored: Blob, hash: string, shown: unknown): Promise<Agreeing> {
  if (!canHash()) return 'unable'
  if ((await sha256Of(await stored.arrayBuffer())) !== hash) return 'differs'
  return saysTheSame(await stored.text(), shown) ? 'agrees' : 'other-text'
}

/** The beginning of a hash, as much as eyes compare. */
export const shortHash = (hash: string) => `${hash.slice(0, 12)}…`
