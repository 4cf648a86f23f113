import { describe, expect, it } from 'vitest'
import type { Deposit } from '@/api/model'
import { leftFen } from './deposits'

describe('what is left of a deposit', () => {
  it('is what is held less what waits to be released', () => {
    const moves = [
      { kind: 'forfeit', amountFen: 1 },
      { kind: 'release', status: 'confirmed', amountFen: 2 },
      { kind: 'release', status: 'rejected', amountFen: 4 },
      { kind: 'release', status: 'withdrawn', amountFen: 8 },
      { kind: 'release', status: 'recorded', amountFen: 16 },
      { kind: 'release', status: 'recorded', amountFen: 32 },
    ]
    expect(leftFen({ heldFen: 100, moves } as unknown as Deposit)).toBe(52)
  })
})
