import type { TenderBid } from '@/api/model'
import { isOpenedTruly } from './envelope'

/** Beyond every rank and every price. */
const LAST = 1e9

/**
 * As the exchange ranks those that count, then the others by price, and of equal prices the one
 * sealed earlier.
 */
export function ranked(bids: TenderBid[]): TenderBid[] {
  return bids.toSorted(
    (a, b) =>
      (a.rank ?? LAST) - (b.rank ?? LAST) ||
      (b.priceYuanPerT ?? -LAST) - (a.priceYuanPerT ?? -LAST) ||
      a.sealedAt.localeCompare(b.sealedAt) ||
      a.id.localeCompare(b.id),
  )
}

export interface PriceBars {
  /** Of each bid that was opened, in per cent of the width. */
  bars: { id: string; from: number; width: number }[]
  zero: number
  minimum?: number
}

type Priced = Pick<TenderBid, 'id' | 'priceYuanPerT'>

/** Where the prices lie beside each other: from zero to the right, or to the left below zero. */
export function priceBars(bids: Priced[], minimum?: number): PriceBars {
  const priced = bids.flatMap(({ id, priceYuanPerT }) =>
    priceYuanPerT === undefined ? [] : [{ id, price: priceYuanPerT }],
  )
  const all = [0, ...priced.map(({ price }) => price), ...(minimum === undefined ? [] : [minimum])]
  const least = Math.min(...all)
  const most = Math.max(...all)
  const place = (price: number) => (most > least ? ((price - least) / (most - least)) * 100 : 0)
  return {
    bars: priced.map(({ id, price }) => ({
      id,
      from: place(Math.min(0, price)),
      width: Math.abs(place(price) - place(0)),
    })),
    zero: place(0),
    ...(minimum !== undefined && { minimum: place(minimum) }),
  }
}

/** Whether what was opened gives the commitment, of each bid by its id; nothing of the others. */
export async function proofs(tender: string, bids: TenderBid[]): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {}
  for (const { id, bidder, commitment, nonce, priceYuanPerT } of bids) {
    if (nonce === undefined || priceYuanPerT === undefined) continue
    const opened = { priceYuanPerT, nonce, commitment }
    found[id] = await isOpenedTruly({ tender, organisation: bidder.id }, opened)
  }
  return found
}
