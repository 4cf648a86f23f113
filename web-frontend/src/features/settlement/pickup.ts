import type { AgreementMoney } from '@/api/model'

/**
 * How much of a load about to leave the buyer's prepayment does not cover; nothing where pickup is
 * not tied to it.
 */
export function beyondPrepaidKg(money: AgreementMoney, netKg: number): number {
  if (!money.pickupLimited || !money.coverage) return 0
  return Math.max(0, netKg - money.coverage.remainingKg)
}
