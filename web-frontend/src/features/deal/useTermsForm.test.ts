import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Demand, Lot } from '@/api/model'
import { openQuantity, proposal } from './useTermsForm'

const lot = {
  availableKg: 8_000,
  priceYuanPerT: -12.5,
  availableFrom: '2026-03-01',
  availableTo: '2026-06-30',
} as Lot
const demand = { openKg: 5_000, neededFrom: '2026-04-01', neededTo: '2026-05-31' } as Demand

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the first proposal', () => {
  it('takes the common window, the open quantity and the price of the lot', () => {
    expect(proposal({ lot, demand }, 'terms')).toMatchObject({
      quantityKg: 5_000,
      priceYuanPerT: -12.5,
      tolerancePct: 5,
      deliverFrom: '2026-04-01',
      deliverTo: '2026-05-31',
      pollutionTerms: 'terms',
    })
  })

  it('does not begin in the past', () => {
    expect(proposal({ lot }, '').deliverFrom).toBe('2026-03-10')
  })

  it('keeps a window in order when the two have no common day', () => {
    const over = { ...lot, availableTo: '2026-03-15' } as Lot
    const made = proposal({ lot: over, demand }, '')
    expect([made.deliverFrom, made.deliverTo]).toEqual(['2026-04-01', '2026-05-01'])
  })

  it('knows no quantity without lot and demand', () => {
    expect(openQuantity({})).toBeUndefined()
    expect(openQuantity({ demand })).toBe(5_000)
  })
})
