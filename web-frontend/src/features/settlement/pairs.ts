import type { ComparedAgreement } from '@/api/model'

export interface OpenPair {
  key: string
  side: 'seller' | 'buyer'
  counterparty: ComparedAgreement['seller']
  ticketLoads: number
  ticketSettledKg: number
  openLoads: number
  /** What the agreements of the open loads say of freight: one of them, or several that differ. */
  freight: AgreedFreight | 'differs'
}

export interface AgreedFreight {
  invoice?: ComparedAgreement['freightInvoice']
  yuanPerT?: number
}

/** Agreements without open loads do not count. */
function together(before: OpenPair | undefined, row: ComparedAgreement): OpenPair['freight'] {
  const own = { invoice: row.freightInvoice, yuanPerT: row.freightYuanPerT }
  if (!before || before.openLoads === 0) return own
  if (row.unstatedLoads === 0 || before.freight === 'differs') return before.freight
  const same = before.freight.invoice === own.invoice && before.freight.yuanPerT === own.yuanPerT
  return same ? own : 'differs'
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
      freight: together(before, row),
    })
  }
  return [...pairs.values()].filter((pair) => pair.openLoads > 0)
}
