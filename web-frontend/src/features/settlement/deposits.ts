import type { Deposit } from '@/api/model'

/** What the holder may still decide on: the releases that wait keep their sum back. */
export function leftFen(deposit: Deposit): number {
  return deposit.moves
    .filter((move) => move.status === 'recorded')
    .reduce((left, move) => left - move.amountFen, deposit.heldFen)
}
