import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { leadsToRoot, pathSteps } from './proof'

function sha(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

function leafHash(content: Buffer): Buffer {
  return sha(Buffer.of(0), content)
}

/** RFC 6962, section 2.1, word by word. */
function root(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return sha(Buffer.of(1), root(leaves.slice(0, split)), root(leaves.slice(split)))
}

function path(index: number, leaves: Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return index < split
    ? [...path(index, leaves.slice(0, split)), root(leaves.slice(split))]
    : [...path(index - split, leaves.slice(split)), root(leaves.slice(0, split))]
}

describe('proof', () => {
  it('leads every leaf of blocks of every size to their root, and no other leaf', async () => {
    for (let count = 1; count <= 17; count++) {
      const contents = Array.from({ length: count }, (_, i) => Buffer.from(`leaf ${i}`))
      const leaves = contents.map(leafHash)
      for (let index = 0; index < count; index++) {
        const proof = {
          leaf: (contents[index] as Buffer).toString('hex'),
          leafIndex: index,
          leafCount: count,
          path: path(index, leaves).map((hash) => hash.toString('hex')),
          block: { root: root(leaves).toString('hex') },
        }
        expect(await leadsToRoot(proof), `${index} of ${count}`).toBe(true)
        expect(await leadsToRoot({ ...proof, leaf: '00' })).toBe(false)
      }
    }
  })

  it('says on which side each hash lies', () => {
    expect(pathSteps(0, 3, ['a', 'b']).map((step) => step.side)).toEqual(['right', 'right'])
    expect(pathSteps(2, 3, ['a']).map((step) => step.side)).toEqual(['left'])
    expect(pathSteps(5, 8, ['a', 'b', 'c']).map((step) => step.side)).toEqual([
      'left',
      'right',
      'left',
    ])
  })
})
