/** Where the parts of a delivered price lie on one axis, in percent of its width. */
export interface PriceParts {
  zero: number
  price: { from: number; width: number; paid: boolean }
  freight: { from: number; width: number }
  limit: number
  over: boolean
}

/**
 * A price below zero is paid to the buyer: it lies left of zero, and freight goes on from its end.
 */
export function priceParts(price: number, freight: number, limit: number): PriceParts {
  const delivered = price + freight
  const least = Math.min(0, price, limit)
  const span = Math.max(delivered, limit, 0) - least || 1
  const at = (yuan: number) => ((yuan - least) / span) * 100
  const start = Math.min(0, price)
  return {
    zero: at(0),
    price: { from: at(start), width: (Math.abs(price) / span) * 100, paid: price < 0 },
    freight: { from: at(price), width: (freight / span) * 100 },
    limit: at(limit),
    over: delivered > limit,
  }
}
