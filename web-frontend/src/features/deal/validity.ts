import type { Offer } from '@/api/model'
import { dayOf, daysBetween, isDay, plusDays } from '@/lib/dates'

const DAYS_USUAL = 7
const DAYS_MAX = 30
/** An offer that is open is marked when so many days are left. */
export const DAYS_SOON = 2

/** The last day of an offer as the exchange chooses it: a week ahead, or an end before that. */
export function usualLastDay(today: string, ...ends: (string | undefined)[]): string {
  let last = plusDays(today, DAYS_USUAL)
  for (const end of ends) {
    if (end && end >= today && end < last) last = end
  }
  return last
}

/** The latest day that an offer may be valid to. */
export function latestLastDay(today: string, availableTo?: string): string {
  const latest = plusDays(today, DAYS_MAX)
  return availableTo && availableTo < latest ? availableTo : latest
}

/** A message key for what keeps an offer from being valid to that day, if anything does. */
export function validityFault(
  day: string,
  today: string,
  availableTo?: string,
): string | undefined {
  if (!isDay(day)) return 'fault.required'
  if (day < today) return 'fault.validity-over'
  if (day > latestLastDay(today)) return 'fault.validity-too-long'
  return day > latestLastDay(today, availableTo) ? 'fault.validity-beyond-window' : undefined
}

/** For how many days after today an offer can still be answered. */
export const daysLeft = (offer: Offer) => daysBetween(dayOf(new Date()), offer.validTo)

/** Those that wait for the reader first, soonest end first; the others keep their order. */
export function byTurn(offers: Offer[]): Offer[] {
  return offers.toSorted((a, b) =>
    a.myTurn && b.myTurn ? a.validTo.localeCompare(b.validTo) : Number(b.myTurn) - Number(a.myTurn),
  )
}
