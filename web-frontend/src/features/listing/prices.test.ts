import { describe, expect, it } from 'vitest'
import type { LotPrice } from '@/api/model'
import { priceLines } from './prices'

const DAY = 86_400_000
const START = Date.parse('2026-11-01T00:00:00Z')

function price(number: number, day: number, yuanPerT: number, basis?: LotPrice['basis']): LotPrice {
  const since = new Date(START + day * DAY).toISOString()
  return { number, since, priceYuanPerT: yuanPerT, basis, taxIncluded: basis && true }
}

describe('priceLines', () => {
  it('holds a price until the next one and then steps', () => {
    const lines = priceLines(
      [price(2, 5, -10, 'ex-works'), price(1, 0, -12.5, 'ex-works')],
      START + 9 * DAY,
    )

    expect([...lines.keys()]).toEqual(['ex-works'])
    expect(lines.get('ex-works')).toEqual([
      [START, -12.5],
      [START + 5 * DAY, -12.5],
      [START + 5 * DAY, -10],
      [START + 9 * DAY, -10],
    ])
  })

  it('breaks a line off while the price holds at another gate', () => {
    const lines = priceLines(
      [price(3, 4, 7, 'ex-works'), price(2, 2, 30, 'delivered'), price(1, 0, 5, 'ex-works')],
      START + 6 * DAY,
    )

    expect(lines.get('ex-works')).toEqual([
      [START, 5],
      [START + 2 * DAY, 5],
      [START + 2 * DAY, null],
      [START + 4 * DAY, 7],
      [START + 6 * DAY, 7],
    ])
    expect(lines.get('delivered')).toEqual([
      [START + 2 * DAY, 30],
      [START + 4 * DAY, 30],
      [START + 4 * DAY, null],
    ])
  })

  it('draws earlier prices, of which only the figure is known, by themselves', () => {
    const lines = priceLines([price(2, 1, 5, 'ex-works'), price(1, 0, 4)], START + 2 * DAY)

    expect([...lines.keys()]).toEqual(['unknown', 'ex-works'])
  })

  it('is not put off by a clock that is behind the exchange', () => {
    const lines = priceLines([price(1, 3, 4, 'delivered')], START)

    expect(lines.get('delivered')).toEqual([
      [START + 3 * DAY, 4],
      [START + 3 * DAY, 4],
    ])
  })
})
