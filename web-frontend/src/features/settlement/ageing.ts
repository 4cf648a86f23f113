import type { MoneyWithCounterparty } from '@/api/model'

export const BUCKETS = ['days30Fen', 'days60Fen', 'days90Fen', 'olderFen'] as const

export type AgedRow = Record<(typeof BUCKETS)[number], number> & {
  counterparty: MoneyWithCounterparty['counterparty']
}

/** Who has anything open on that side, the largest sum first. */
export function bucketsOf(
  rows: MoneyWithCounterparty[],
  side: 'receivable' | 'payable',
): AgedRow[] {
  const open = (row: MoneyWithCounterparty) =>
    side === 'receivable' ? row.receivableFen : row.payableFen
  return rows
    .filter((row) => open(row) > 0)
    .sort((one, other) => open(other) - open(one))
    .map((row) => ({ counterparty: row.counterparty, ...row[side] }))
}
