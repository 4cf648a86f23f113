import type { LotPrice, PriceBasis } from '@/api/model'

type Point = [at: number, yuanPerT: number | null]

/** A price whose gate was not recorded is drawn by itself: it compares with neither. */
export type Gate = PriceBasis | 'unknown'

/**
 * How a lot's price went, as one line for each gate at which it held: flat until the next price,
 * then a step. A line breaks off where the price holds at another gate.
 *
 * @param prices newest first, as the exchange gives them
 * @param until where the last price ends, in milliseconds
 */
export function priceLines(prices: LotPrice[], until: number): Map<Gate, Point[]> {
  const lines = new Map<Gate, Point[]>()
  const inOrder = prices.toReversed()
  inOrder.forEach((price, index) => {
    const gate = price.basis ?? 'unknown'
    const next = inOrder[index + 1]
    const from = Date.parse(price.since)
    const to = next ? Date.parse(next.since) : Math.max(from, until)
    const line = lines.get(gate) ?? []
    line.push([from, price.priceYuanPerT], [to, price.priceYuanPerT])
    if (next && (next.basis ?? 'unknown') !== gate) line.push([to, null])
    lines.set(gate, line)
  })
  return lines
}
