import { describe, expect, it } from 'vitest'
import { priceParts } from './priceParts'

describe('priceParts', () => {
  it('puts freight behind the price and the limit where it belongs', () => {
    expect(priceParts(20, 30, 100)).toEqual({
      zero: 0,
      price: { from: 0, width: 20, paid: false },
      freight: { from: 20, width: 30 },
      limit: 100,
      over: false,
    })
  })

  it('draws a price that the producer pays left of zero', () => {
    const parts = priceParts(-20, 30, 20)
    expect(parts.zero).toBe(50)
    expect(parts.price).toEqual({ from: 0, width: 50, paid: true })
    expect(parts.freight).toEqual({ from: 0, width: 75 })
    expect(parts.limit).toBe(100)
  })

  it('says when the limit is passed', () => {
    expect(priceParts(50, 30, 60).over).toBe(true)
    expect(priceParts(50, 10, 60).over).toBe(false)
  })

  it('has room for a price, freight and limit of nothing', () => {
    expect(priceParts(0, 0, 0)).toMatchObject({ zero: 0, limit: 0, over: false })
  })
})
