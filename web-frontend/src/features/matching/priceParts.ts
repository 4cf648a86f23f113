/** Where the parts of the price that is asked lie on one axis, in percent of its width. */
export interface PriceParts {
  zero: number
  price: { from: number; width: number; paid: boolean }
  freight: { from: number; width: number }
  limit: number
  over: boolean
}

/**
 * A price below zero is paid to the buyer: it lies left of zero, and freight goes on from its end.
 * Freight below zero is taken off the price.
 */
export function priceParts(price: number, freight: number, limit: number): PriceParts {
  const asked = price + freight
  const least = Math.min(0, price, asked, limit)
  const span = Math.max(price, asked, limit, 0) - least || 1
  const at = (yuan: number) => ((yuan - least) / span) * 100
  const start = Math.min(0, price)
  return {
    zero: at(0),
    price: { from: at(start), width: (Math.abs(price) / span) * 100, paid: price < 0 },
    freight: { from: at(Math.min(price, asked)), width: (Math.abs(freight) / span) * 100 },
    limit: at(limit),
    over: asked > limit,
  }
}
