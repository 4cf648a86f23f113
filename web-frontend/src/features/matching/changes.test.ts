import { describe, expect, it } from 'vitest'
import type { Demand, Lot, MatchChange } from '@/api/model'
import { changedDemand, changedLot, changeQuery, isOwnChange } from './changes'

const DEMAND = {
  maxDeliveredYuanPerT: 60,
  neededFrom: '2026-03-01',
  neededTo: '2026-04-01',
  ranges: [
    { parameter: 'moisture', max: 12, basis: 'wet' },
    { parameter: 'tfe', min: 40, basis: 'dry' },
  ],
} as unknown as Demand
const LOT = {
  priceYuanPerT: 30,
  availableFrom: '2026-05-01',
  availableTo: '2026-06-01',
} as unknown as Lot

const PRICE: MatchChange = { kind: 'price', by: 5, demandTo: '65.00', lotTo: '25.00' }
const WETTER: MatchChange = {
  kind: 'maximum',
  parameter: 'moisture',
  basis: 'wet',
  by: 2,
  demandTo: '14',
  lotTo: '12',
}
const LATER: MatchChange = {
  kind: 'until-later',
  by: 30,
  demandTo: '2026-05-01',
  lotTo: '2026-04-01',
}
const REPORT: MatchChange = { kind: 'report', parameter: 'f-cao', basis: 'dry' }

describe('changes', () => {
  it('go to the edit form of a demand and come out of its query as asked for', () => {
    const query = changeQuery('demand', [PRICE, WETTER, LATER, REPORT])

    expect(query.change).toHaveLength(3)
    expect(changedDemand(DEMAND, query)).toEqual({
      ...DEMAND,
      maxDeliveredYuanPerT: 65,
      neededTo: '2026-05-01',
      ranges: [
        { parameter: 'moisture', max: 14, basis: 'wet' },
        { parameter: 'tfe', min: 40, basis: 'dry' },
      ],
    })
  })

  it('of a lot are its price and its days, not what it contains', () => {
    const query = changeQuery('lot', [PRICE, WETTER, LATER])

    expect(query.change).toHaveLength(2)
    expect(changedLot(LOT, query)).toEqual({
      ...LOT,
      priceYuanPerT: 25,
      availableFrom: '2026-04-01',
    })
    expect(isOwnChange('lot', WETTER)).toBe(false)
    expect(isOwnChange('demand', REPORT)).toBe(false)
  })

  it.each([
    [{}],
    [{ change: null }],
    [{ change: 'price~much' }],
    [{ change: 'until-later~soon' }],
    [{ change: 'maximum~~moisture~wet' }],
    [{ change: 'maximum~14~moisture~dry' }],
    [{ change: ['', 'nothing', '~~~'] }],
  ])('that a query says wrongly change nothing: %j', (query) => {
    expect(changedDemand(DEMAND, query)).toEqual(DEMAND)
    expect(changedLot(LOT, query)).toEqual(LOT)
  })
})
