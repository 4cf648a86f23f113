import type { LedgerProof } from '@/api/model'

export interface PathStep {
  hash: string
  /** On which side of the way up the hash lies. */
  side: 'left' | 'right'
}

/**
 * The hashes beside the way from a leaf to the root, each with its side (RFC 9162, section 2.1.3.2):
 * a last node without a neighbour goes up unchanged and has no step.
 */
export function pathSteps(leafIndex: number, leafCount: number, path: string[]): PathStep[] {
  let index = leafIndex
  let last = leafCount - 1
  return path.map((hash) => {
    const left = index % 2 === 1 || index === last
    if (left) {
      while (index % 2 === 0 && index !== 0) {
        index /= 2
        last = Math.floor(last / 2)
      }
    }
    index = Math.floor(index / 2)
    last = Math.floor(last / 2)
    return { hash, side: left ? 'left' : 'right' }
  })
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

/**
 * Whether the leaf leads to the root that the block states. Undefined where the browser does not
 * hash, which is on pages that did not come over a secure connection.
 */
export async function leadsToRoot(
  proof: Pick<LedgerProof, 'leaf' | 'leafIndex' | 'leafCount' | 'path'> & {
    block: { root: string }
  },
): Promise<boolean | undefined> {
  if (!(crypto as Partial<Crypto>).subtle) return undefined
  let hash = await sha256(Uint8Array.of(0), bytesOf(proof.leaf))
  for (const step of pathSteps(proof.leafIndex, proof.leafCount, proof.path)) {
    const beside = bytesOf(step.hash)
    hash =
      step.side === 'left'
        ? await sha256(Uint8Array.of(1), beside, hash)
        : await sha256(Uint8Array.of(1), hash, beside)
  }
  const root = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return root === proof.block.root
}

/** The beginning of a hash, as much as eyes compare. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 12)}…`
}
