import type { Tender } from '@/api/model'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_MS = 60_000

/** A moment in the course of a tender, in milliseconds. */
export interface Milestone {
  key: 'published' | 'closing' | 'opening' | 'award'
  at: number
  state: 'past' | 'next' | 'later'
  /** How much of the way to it from the moment before is behind us, 0 to 1. */
  covered: number
}

/** What the course of a tender is read from. */
export type Course = Pick<
  Tender,
  'status' | 'createdAt' | 'opensUntil' | 'awardUntil' | 'endedAt'
> & {
  terms: Pick<Tender['terms'], 'closesAt' | 'awardDays'>
}

function share(from: number, to: number, now: number): number {
  if (now >= to) return 1
  return to > from ? Math.max(0, (now - from) / (to - from)) : 0
}

/**
 * The moments of a tender as they stand now. What has ended has no next one, and what it did not
 * come to is left out.
 */
export function milestones(tender: Course, now: number): Milestone[] {
  const opensUntil = Date.parse(tender.opensUntil)
  const award = tender.awardUntil
    ? Date.parse(tender.awardUntil)
    : opensUntil + tender.terms.awardDays * DAY_MS
  const moments: [Milestone['key'], number][] = [
    ['published', Date.parse(tender.createdAt)],
    ['closing', Date.parse(tender.terms.closesAt)],
    ['opening', opensUntil],
    ['award', award],
  ]
  const next = nextOf(tender)
  const order = moments.map(([key]) => key)
  return moments.map(([key, at], index) => {
    const before = moments[index - 1]?.[1] ?? at
    const place = next === undefined ? order.length : order.indexOf(next)
    const state = index < place ? 'past' : index === place ? 'next' : 'later'
    const covered = state === 'past' ? 1 : state === 'next' ? share(before, at, now) : 0
    return { key, at, state, covered }
  })
}

/** What a live tender waits for. */
export function nextOf({ status }: Pick<Tender, 'status'>): Milestone['key'] | undefined {
  if (status === 'open') return 'closing'
  if (status === 'opening') return 'opening'
  return status === 'awarding' ? 'award' : undefined
}

export interface Left {
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** How long it is from now until then, both in milliseconds; undefined once it is over. */
export function leftUntil(then: number, now: number): Left | undefined {
  const ms = then - now
  if (!(ms > 0)) return undefined
  const seconds = Math.ceil(ms / 1000)
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  }
}

/** How far ahead the moment is at most at which no more bids are taken. */
export const CLOSING_MOST_MS = 60 * DAY_MS

/** The first whole hour of the working day, some days ahead, in milliseconds. */
export function usualClosing(now: number): number {
  const ahead = now + 7 * DAY_MS
  // Ten in the morning on the clock of the exchange, which is eight hours ahead of UTC.
  const morning = Math.floor((ahead + 8 * HOUR_MS) / DAY_MS) * DAY_MS + 2 * HOUR_MS
  return Math.round(morning / MINUTE_MS) * MINUTE_MS
}
