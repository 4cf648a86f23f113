import { describe, expect, it } from 'vitest'
import type { StreamYear } from '@/api/model'
import { shownColumns, withOthersKg } from './years'

const year = {
  openingKg: 0,
  openingStockKg: 0,
  generatedKg: 0,
  foundKg: 0,
  broughtInKg: 0,
  ownUseKg: 0,
  recoveredKg: 0,
  processLossKg: 0,
  passedOnKg: 0,
  relatedPartyKg: 0,
  dispatchedKg: 0,
  disposedKg: 0,
  dumpedKg: 0,
  closingKg: 0,
  closingUnreconciledKg: 0,
  usedProvenKg: 0,
  usedFromOldKg: 0,
  inTransitKg: 1,
  heapKg: 20,
  withRelatedKg: 300,
} as StreamYear

describe('yearly statement', () => {
  it('leaves out what no year has', () => {
    expect(shownColumns([year, { ...year, processLossKg: -3 }])).toEqual([
      'openingKg',
      'generatedKg',
      'ownUseKg',
      'processLossKg',
      'disposedKg',
      'closingKg',
    ])
  })

  it('shows what was used, and how much of it was old stock', () => {
    const used = { ...year, usedProvenKg: 5, usedFromOldKg: 2, closingUnreconciledKg: 1 }
    expect(shownColumns([used]).slice(-4)).toEqual([
      'closingKg',
      'closingUnreconciledKg',
      'usedProvenKg',
      'usedFromOldKg',
    ])
  })

  it('adds up what lies with others', () => {
    expect(withOthersKg(year)).toBe(321)
  })
})
