import { describe, expect, it } from 'vitest'
import type { Demand, ListedMatch, Lot } from '@/api/model'
import { bothSides } from './listed'

const lot = { id: 'l1' } as Lot
const demand = { id: 'd1' } as Demand

describe('a list of matches', () => {
  it('of a lot has the lot in each', () => {
    const list = { lot, items: [{ demand } as ListedMatch], total: 7 }
    expect(bothSides(list)).toEqual({ lot, items: [{ lot, demand }], total: 7 })
  })

  it('of a demand has the demand in each', () => {
    const list = { demand, items: [{ lot } as ListedMatch] }
    expect(bothSides(list).items).toEqual([{ lot, demand }])
  })
})
