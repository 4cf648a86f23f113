import { describe, expect, it } from 'vitest'
import type { Rate } from '@/api/model'
import { balanceDifference, balanceLines } from './balance'

const rate = {
  openingKg: 50,
  generatedKg: 100,
  unreconciledKg: 0,
  ownUseKg: 20,
  entrustedDeclaredKg: 70,
  disposedKg: 5,
  dumpedKg: 0,
  onHandKg: 55,
} as Rate

describe('mass balance', () => {
  it('closes when every tonne went somewhere', () => {
    expect(balanceDifference(balanceLines(rate))).toBe(0)
  })

  it('keeps what does not close', () => {
    expect(balanceDifference(balanceLines({ ...rate, onHandKg: 50 }))).toBe(5)
  })
})
