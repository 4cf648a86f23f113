import { ref } from 'vue'

/**
 * By how much the clock of the exchange is ahead of the browser's. Each answer says in `Date` the
 * second in which it was written, and it was written between question and answer; what all of them
 * together leave possible is narrow enough for what ends at a certain minute.
 */
const SECOND_MS = 1000

let least = Number.NEGATIVE_INFINITY
let most = Number.POSITIVE_INFINITY

/** In milliseconds; 0 while the browser's clock may be right. */
export const aheadMs = ref(0)

function within(low: number, high: number): number {
  return low <= 0 && high >= 0 ? 0 : Math.round((low + high) / 2)
}

/** Takes in an answer; both times are those of the browser, in milliseconds. */
export function heardAt(date: string | null, askedAt: number, answeredAt: number): void {
  const written = date === null ? Number.NaN : Date.parse(date)
  if (!Number.isFinite(written) || answeredAt < askedAt) return
  const [low, high] = [written - answeredAt, written + SECOND_MS - askedAt]
  const contradicted = low > most || high < least
  // A clock was set meanwhile.
  least = contradicted ? low : Math.max(least, low)
  most = contradicted ? high : Math.min(most, high)
  aheadMs.value = within(least, most)
}

/** What the exchange's clock shows, in milliseconds. */
export const exchangeNow = (): number => Date.now() + aheadMs.value
