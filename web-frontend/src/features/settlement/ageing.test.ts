import { describe, expect, it } from 'vitest'
import type { MoneyWithCounterparty } from '@/api/model'
import { bucketsOf } from './ageing'

const none = { days30Fen: 0, days60Fen: 0, days90Fen: 0, olderFen: 0 }

function withCounterparty(id: string, receivableFen: number, payableFen: number) {
  return {
    counterparty: { id },
    receivableFen,
    payableFen,
    receivable: { ...none, days30Fen: receivableFen },
    payable: { ...none, olderFen: payableFen },
  } as MoneyWithCounterparty
}

describe('ageing', () => {
  const rows = [
    withCounterparty('a', 100, 0),
    withCounterparty('b', 300, 50),
    withCounterparty('c', 0, 0),
  ]

  it('shows who owes, the largest sum first', () => {
    const found = bucketsOf(rows, 'receivable')
    expect(found.map((row) => row.counterparty.id)).toEqual(['b', 'a'])
    expect(found[0]?.days30Fen).toBe(300)
  })

  it('shows whom we owe', () => {
    const found = bucketsOf(rows, 'payable')
    expect(found.map((row) => row.counterparty.id)).toEqual(['b'])
    expect(found[0]?.olderFen).toBe(50)
  })
})
