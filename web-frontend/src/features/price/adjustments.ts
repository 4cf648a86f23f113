import type { Basis, PriceBand, Quality, QualityAdjustment } from '@/api/model'

/** A band as it is typed: an end that is empty is open, a rate that is empty is missing. */
export interface BandRow {
  from: number | undefined
  to: number | undefined
  yuanPerTPerUnit: number | undefined
}

/** What a form says so far of how the price moves with one parameter. */
export interface AdjustmentRow {
  parameter: string
  basis: Basis
  guaranteed: number | undefined
  bands: BandRow[]
}

/** So many parameters move one price, in so many bands each. */
export const ADJUSTMENTS_MAX = 8
export const BANDS_MAX = 10
/** Values and rates have at most so many decimals. */
export const VALUE_DECIMALS = 4

export const emptyBand = (from?: number): BandRow => ({
  from,
  to: undefined,
  yuanPerTPerUnit: undefined,
})

export const emptyRow = (): AdjustmentRow => ({
  parameter: '',
  basis: 'none',
  guaranteed: undefined,
  bands: [emptyBand()],
})

/** What was announced, offered or agreed so far, for a form that goes on with it. */
export const rowsOf = (adjustments: QualityAdjustment[]): AdjustmentRow[] =>
  adjustments.map((adjustment) => ({
    ...adjustment,
    bands: adjustment.bands.map(({ from, to, yuanPerTPerUnit }) => ({ from, to, yuanPerTPerUnit })),
  }))

/** Whether two lots, offers or agreements let their prices move alike. */
export const sameAdjustments = (some: QualityAdjustment[], others: QualityAdjustment[]) =>
  JSON.stringify(some) === JSON.stringify(others)

/** Whether a band has no length, or does not begin where the one before it ends or above that. */
function disordered({ from, to }: BandRow, before: BandRow | undefined): boolean {
  if (from !== undefined && to !== undefined && from >= to) return true
  if (before === undefined) return false
  return from === undefined || before.to === undefined || from < before.to
}

/** What is missing or wrong, as keys of messages by their places in the list. */
export function adjustmentFaults(rows: AdjustmentRow[]): Record<string, string> {
  const found: Record<string, string> = {}
  rows.forEach(({ parameter, guaranteed, bands }, i) => {
    if (!parameter) found[`[${i}].parameter`] = 'fault.required'
    else if (rows.findIndex((row) => row.parameter === parameter) < i) {
      found[`[${i}].parameter`] = 'fault.value-repeated'
    }
    if (guaranteed === undefined) found[`[${i}].guaranteed`] = 'fault.required'
    bands.forEach((band, j) => {
      const place = `[${i}].bands[${j}]`
      if (disordered(band, bands[j - 1])) found[`${place}.from`] = 'fault.bands-not-in-order'
      if (band.yuanPerTPerUnit === undefined) found[`${place}.yuanPerTPerUnit`] = 'fault.required'
    })
  })
  return found
}

const banded = ({ from, to, yuanPerTPerUnit = Number.NaN }: BandRow): PriceBand => ({
  from,
  to,
  yuanPerTPerUnit,
})

const readable = ({ guaranteed, bands }: QualityAdjustment) =>
  ![guaranteed, ...bands.flatMap(Object.values)].some(Number.isNaN)

/** The rows that are complete, as the exchange takes them. */
export function completeAdjustments(rows: AdjustmentRow[]): QualityAdjustment[] {
  const faults = Object.keys(adjustmentFaults(rows))
  return rows
    .filter((_, i) => !faults.some((place) => place.startsWith(`[${i}]`)))
    .map(({ parameter, basis, guaranteed = Number.NaN, bands }) => ({
      parameter,
      basis,
      guaranteed,
      bands: bands.map(banded),
    }))
    .filter(readable)
}

const rounded = (value: number) => Math.round(value * 10 ** VALUE_DECIMALS) / 10 ** VALUE_DECIMALS

/** The middle of what the lot states on the same basis, else the agreed value, by parameter. */
export function expectedValues(
  adjustments: QualityAdjustment[],
  qualities: Quality[] = [],
): Record<string, number> {
  return Object.fromEntries(
    adjustments.map(({ parameter, basis, guaranteed }) => {
      const stated = qualities.find((it) => it.parameter === parameter && it.basis === basis)
      return [parameter, stated ? rounded((stated.min + stated.max) / 2) : guaranteed]
    }),
  )
}

/** What the values of a parameter lie between at all. */
interface Bounds {
  minimum?: number
  maximum?: number
}

const MARGIN = 0.25
const MARGIN_ALONE = 0.1

/**
 * The values at which the run of a price is asked for, ascending: between two of them it is
 * straight. A little room on both sides shows how it goes on.
 */
export function turningValues(
  { guaranteed, bands }: QualityAdjustment,
  { minimum = -Infinity, maximum = Infinity }: Bounds,
): number[] {
  const ends = bands.flatMap(({ from, to }) => [from, to]).filter((end) => end !== undefined)
  const inner = [guaranteed, ...ends]
  const low = Math.min(...inner)
  const high = Math.max(...inner)
  const margin = high > low ? (high - low) * MARGIN : Math.abs(low) * MARGIN_ALONE || 1
  const values = [
    Math.min(low, Math.max(minimum, rounded(low - margin))),
    ...inner,
    Math.max(high, Math.min(maximum, rounded(high + margin))),
  ]
  return [...new Set(values)].sort((a, b) => a - b)
}
