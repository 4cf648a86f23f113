import { describe, expect, it } from 'vitest'
import type { TenderBid } from '@/api/model'
import { priceBars, proofs, ranked } from './bids'
import { priceText, seal } from './envelope'

const bid = (id: string, more: Partial<TenderBid> = {}): TenderBid =>
  ({ id, sealedAt: '2026-03-01T00:00:00Z', ...more }) as TenderBid
const ids = (bids: TenderBid[]) => bids.map(({ id }) => id)

describe('bids', () => {
  it('are in the order of their ranks once there are ranks', () => {
    const bids = [
      bid('unopened'),
      bid('low', { priceYuanPerT: 9 }),
      bid('second', { rank: 2, priceYuanPerT: 5 }),
      bid('first', { rank: 1, priceYuanPerT: 5 }),
    ]
    expect(ids(ranked(bids))).toEqual(['first', 'second', 'low', 'unopened'])
  })

  it('are before that in the order of their prices, of equal ones the earlier first', () => {
    const bids = [
      bid('late', { priceYuanPerT: 5, sealedAt: '2026-03-02T00:00:00Z' }),
      bid('unopened'),
      bid('early', { priceYuanPerT: 5 }),
      bid('paid', { priceYuanPerT: -3 }),
      bid('best', { priceYuanPerT: 5.01, sealedAt: '2026-03-03T00:00:00Z' }),
    ]
    expect(ids(ranked(bids))).toEqual(['best', 'early', 'late', 'paid', 'unopened'])
  })
})

describe('the drawing of prices', () => {
  it('begins at zero, and has a line for the minimum', () => {
    const { bars, zero, minimum } = priceBars(
      [bid('a', { priceYuanPerT: 10 }), bid('b', { priceYuanPerT: 4 }), bid('c')],
      5,
    )
    expect(zero).toBe(0)
    expect(minimum).toBe(50)
    expect(bars).toEqual([
      { id: 'a', from: 0, width: 100 },
      { id: 'b', from: 0, width: 40 },
    ])
  })

  it('goes to the left below zero', () => {
    const { bars, zero, minimum } = priceBars([
      bid('a', { priceYuanPerT: 10 }),
      bid('b', { priceYuanPerT: -30 }),
    ])
    expect(zero).toBe(75)
    expect(minimum).toBeUndefined()
    expect(bars).toEqual([
      { id: 'a', from: 75, width: 25 },
      { id: 'b', from: 0, width: 75 },
    ])
  })

  it('has no width where all is zero', () => {
    expect(priceBars([bid('a', { priceYuanPerT: 0 })]).bars).toEqual([
      { id: 'a', from: 0, width: 0 },
    ])
  })
})

describe('the check of an opening', () => {
  const opened = async (organisation: string, price: number, told = price) => {
    const { nonce, commitment } = await seal({ tender: 't1', organisation }, price, new Date(0))
    expect(priceText(told)).toMatch(/\.\d\d$/)
    return bid(organisation, {
      bidder: { id: organisation, name: organisation, demo: false } as TenderBid['bidder'],
      commitment,
      nonce,
      priceYuanPerT: told,
    })
  }

  it('says of each opened bid whether it is what was sealed', async () => {
    const sealed = bid('o3', { commitment: 'ab'.repeat(32) })
    const bids = [await opened('o1', -12.5), await opened('o2', 5, 5.01), sealed]
    expect(await proofs('t1', bids)).toEqual({ o1: true, o2: false })
    expect(await proofs('t2', bids)).toEqual({ o1: false, o2: false })
  })
})
