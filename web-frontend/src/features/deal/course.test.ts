import { describe, expect, it } from 'vitest'
import type { Offer } from '@/api/model'
import { changedTerms, proposerOf } from './course'

const first = {
  id: 'o1',
  version: 2,
  status: 'countered',
  proposer: 'buyer',
  seller: { id: 's', name: '云岭钢铁' },
  buyer: { id: 'b', name: '青石湾水泥' },
  priceYuanPerT: 70,
  adjustments: [
    { parameter: 'tfe', basis: 'dry', guaranteed: 56, bands: [{ yuanPerTPerUnit: 15 }] },
  ],
  quantityKg: 50_000,
  deliverFrom: '2026-04-01',
  deliverTo: '2026-05-31',
  tolerancePct: 5,
  governingScale: 'buyer',
  governingAssay: 'buyer',
  pollutionTerms: '密闭运输。',
  validTo: '2026-03-17',
  createdAt: '2026-03-10T04:00:00Z',
} as Offer

describe('what an answer changes', () => {
  it('is nothing as long as the terms are the same', () => {
    const again: Offer = {
      ...first,
      id: 'o2',
      version: 1,
      status: 'open',
      proposer: 'seller',
      adjustments: structuredClone(first.adjustments),
      message: '同意，请确认。',
      validTo: '2026-03-20',
      createdAt: '2026-03-12T04:00:00Z',
    }
    expect(changedTerms(first, again)).toEqual([])
  })

  it.each([
    [{ priceYuanPerT: 75 }, ['price']],
    [{ adjustments: [] }, ['adjustments']],
    [
      {
        adjustments: [
          { parameter: 'tfe', basis: 'dry', guaranteed: 56, bands: [{ yuanPerTPerUnit: 12 }] },
        ],
      },
      ['adjustments'],
    ],
    [{ quantityKg: 40_000 }, ['quantity']],
    [{ deliverFrom: '2026-04-02' }, ['delivery']],
    [{ deliverTo: '2026-05-30' }, ['delivery']],
    [{ tolerancePct: 3 }, ['tolerance']],
    [{ governingScale: 'seller' }, ['scale']],
    [{ governingAssay: 'third-party' }, ['assay']],
    [{ pollutionTerms: '密闭运输，苫盖。' }, ['pollution']],
    [{ pollutionTerms: '', quantityKg: 1, priceYuanPerT: -1 }, ['price', 'quantity', 'pollution']],
  ] as [Partial<Offer>, string[]][])('%j: %j', (changes, terms) => {
    expect(changedTerms(first, { ...first, ...changes })).toEqual(terms)
  })
})

describe('who proposed', () => {
  it('is the side that the offer names', () => {
    expect(proposerOf(first).id).toBe('b')
    expect(proposerOf({ ...first, proposer: 'seller' }).id).toBe('s')
  })
})
