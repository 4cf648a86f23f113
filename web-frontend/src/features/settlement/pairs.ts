import type { ComparedAgreement } from '@/api/model'

export interface OpenPair {
  key: string
  side: 'seller' | 'buyer'
  counterparty: ComparedAgreement['seller']
  ticketLoads: number
  ticketSettledKg: number
  openLoads: number
}

/** With whom a month has loads that are on no statement, by the side on which we stand. */
export function openPairs(agreements: ComparedAgreement[], organisationId: string): OpenPair[] {
  const pairs = new Map<string, OpenPair>()
  for (const row of agreements) {
    const side = row.seller.id === organisationId ? 'seller' : 'buyer'
    const counterparty = side === 'seller' ? row.buyer : row.seller
    const key = `${side}/${counterparty.id}`
    const before = pairs.get(key)
    pairs.set(key, {
      key,
      side,
      counterparty,
      ticketLoads: (before?.ticketLoads ?? 0) + row.ticketLoads,
      ticketSettledKg: (before?.ticketSettledKg ?? 0) + row.ticketSettledKg,
      openLoads: (before?.openLoads ?? 0) + row.unstatedLoads,
    })
  }
  return [...pairs.values()].filter((pair) => pair.openLoads > 0)
}
