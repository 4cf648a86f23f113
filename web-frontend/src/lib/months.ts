import { isDay, plusMonths } from './dates'

/** What is to move in one calendar month, `YYYY-MM`. */
export interface MonthQuantity {
  month: string
  quantityKg: number
}

/** How many months a recurring quantity has, at least and at most. */
export const MONTHS_MIN = 2
export const MONTHS_MAX = 24

/** Tonnes of each month as they stand in a form; what is empty is nothing. */
export type MonthKg = Record<string, number | undefined>

/** The calendar months in which a window has a day; none when the window is none. */
export function monthsOf(from: string, to: string): string[] {
  if (!isDay(from) || !isDay(to) || to < from) return []
  const last = to.slice(0, 7)
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= last; month = plusMonths(month, 1)) months.push(month)
  return months
}

/** Months in order, those that follow each other as one span: `2026-11 – 2027-01`, `2027-03`. */
export function spansOf(months: string[]): string[] {
  const runs: string[][] = []
  for (const month of months) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && plusMonths(before, 1) === month) last.push(month)
    else runs.push([month])
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]} – ${run.at(-1)}`) ?? '')
}

/** The months of a window with what the form says of each. */
export function scheduleOf(months: MonthKg, from: string, to: string): MonthQuantity[] {
  return monthsOf(from, to).map((month) => ({ month, quantityKg: months[month] ?? 0 }))
}

export function sumOf(schedule: MonthQuantity[]): number {
  return schedule.reduce((sum, month) => sum + month.quantityKg, 0)
}

/**
 * What keeps the months of a form from being sent.
 *
 * @param totalKg what they must sum to; left out when their sum is the quantity
 */
export function monthsFault(
  months: MonthKg,
  from: string,
  to: string,
  totalKg?: number,
): string | undefined {
  const schedule = scheduleOf(months, from, to)
  if (schedule.length > MONTHS_MAX) return 'fault.monthsMany'
  if (schedule.length < MONTHS_MIN) return 'fault.monthsFew'
  if (schedule.some((month) => month.quantityKg < 0)) return 'fault.monthsNegative'
  if (totalKg === undefined) return sumOf(schedule) > 0 ? undefined : 'fault.monthsEmpty'
  return sumOf(schedule) === totalKg ? undefined : 'fault.monthsSum'
}

/** The share of a profile, January to December, that falls to a month. */
function shareOf(shares: number[], month: string): number {
  return shares[Number(month.slice(5, 7)) - 1] ?? 0
}

/** A usual month's kilograms, grown or shrunk by the profile. */
export function byProfile(months: string[], usualKg: number, shares: number[]): MonthKg {
  return Object.fromEntries(
    months.map((month) => [month, Math.round(usualKg * shareOf(shares, month))]),
  )
}

/**
 * A total over parts in proportion to their shares, in whole kilograms that sum to it: what rounding
 * leaves goes to the largest remainders, of equal ones to the earlier part. None when nothing has a
 * share.
 */
export function spread(totalKg: number, shares: number[]): number[] {
  // Shares have two decimals; hundredths keep the proportion exact.
  const weights = shares.map((share) => Math.round(share * 100))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return []
  const parts = weights.map((weight) => Math.floor((totalKg * weight) / sum))
  let rest = totalKg - parts.reduce((all, part) => all + part, 0)
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (totalKg * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder) {
    if (rest-- <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
  }
  return parts
}

/** A total over months as [spread] does it; nothing when the profile has no share in any of them. */
export function spreadByProfile(months: string[], totalKg: number, shares: number[]): MonthKg {
  const parts = spread(
    totalKg,
    months.map((month) => shareOf(shares, month)),
  )
  return Object.fromEntries(parts.map((part, index) => [months[index], part]))
}
