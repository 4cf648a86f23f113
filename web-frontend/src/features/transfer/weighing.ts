import type { OriginTicket, Scale } from '@/api/model'

/**
 * The difference between two scales that is customary in the trade, in per cent of the sender's
 * net. Only a warning while typing: the exchange decides with the tolerance that it was given.
 */
export const DIFFERENCE_PCT_USUAL = 0.5

export interface Weighed {
  grossKg?: number
  tareKg?: number
  rejectedKg?: number
  deductionKg?: number
}

export interface Weighing {
  netKg: number
  acceptedKg: number
  settledKg: number
  differenceKg: number
  differencePct: number
  unusual: boolean
}

/** The net of one weighing; undefined until gross and tare are there and in order. */
export function netOf({ grossKg = Number.NaN, tareKg = Number.NaN }: Weighed): number | undefined {
  const netKg = grossKg - tareKg
  return Number.isFinite(netKg) && netKg > 0 ? netKg : undefined
}

/**
 * What the receiver's scale says before it is sent. Accepted = net - rejected counts in the
 * statistics; settled = net of the governing scale - rejected - deductions is paid. The difference
 * is the receiver's net less the sender's.
 */
export function weighing(
  origin: OriginTicket,
  weighed: Weighed,
  governing: Scale,
): Weighing | undefined {
  const netKg = netOf(weighed)
  if (netKg === undefined) return undefined
  const rejectedKg = weighed.rejectedKg ?? 0
  const deductionKg = weighed.deductionKg ?? 0
  if (!Number.isFinite(rejectedKg + deductionKg)) return undefined
  const governingKg = governing === 'seller' ? origin.netKg : netKg
  const differenceKg = netKg - origin.netKg
  const differencePct = Math.round((differenceKg / origin.netKg) * 10_000) / 100
  return {
    netKg,
    acceptedKg: netKg - rejectedKg,
    settledKg: Math.max(0, governingKg - rejectedKg) - deductionKg,
    differenceKg,
    differencePct,
    unusual: Math.abs(differencePct) > DIFFERENCE_PCT_USUAL,
  }
}
