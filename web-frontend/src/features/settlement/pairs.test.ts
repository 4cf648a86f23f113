import { describe, expect, it } from 'vitest'
import type { ComparedAgreement } from '@/api/model'
import { openPairs } from './pairs'

function row(seller: string, buyer: string, tickets: number, unstated: number) {
  return {
    seller: { id: seller },
    buyer: { id: buyer },
    ticketLoads: tickets,
    ticketSettledKg: tickets * 1000,
    unstatedLoads: unstated,
  } as ComparedAgreement
}

describe('open pairs', () => {
  it('join the agreements of one pair and leave out what is stated', () => {
    const pairs = openPairs(
      [row('me', 'a', 5, 2), row('me', 'a', 3, 3), row('me', 'b', 4, 0)],
      'me',
    )
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ side: 'seller', ticketLoads: 8, openLoads: 5 })
  })

  it('keep both directions of trade apart', () => {
    const pairs = openPairs([row('me', 'a', 1, 1), row('a', 'me', 2, 2)], 'me')
    expect(pairs.map((pair) => pair.key)).toEqual(['seller/a', 'buyer/a'])
  })

  it('tell the freight that the agreements of the open loads share, or that they differ', () => {
    const two = { freightInvoice: 'two-invoice', freightYuanPerT: 31.5 } as const
    const freightOf = (...rows: ComparedAgreement[]) => openPairs(rows, 'me')[0]?.freight
    expect(
      freightOf({ ...row('me', 'a', 1, 1), ...two }, { ...row('me', 'a', 2, 2), ...two }),
    ).toEqual({
      invoice: 'two-invoice',
      yuanPerT: 31.5,
    })
    expect(freightOf({ ...row('me', 'a', 1, 1), ...two }, row('me', 'a', 2, 2))).toBe('differs')
    expect(freightOf({ ...row('me', 'a', 1, 1), ...two }, row('me', 'a', 2, 0))).toEqual({
      invoice: 'two-invoice',
      yuanPerT: 31.5,
    })
    expect(freightOf(row('me', 'a', 2, 0), { ...row('me', 'a', 1, 1), ...two })).toMatchObject({
      invoice: 'two-invoice',
    })
  })
})
