import { describe, expect, it } from 'vitest'
import type { Stream } from '@/api/model'
import { counterpartyOf, isOpeningYear, isRelated, moveTargets } from './recording'

const stream = (id: string, materialKey: string, siteId: string) =>
  ({ id, materialKey, siteId }) as Stream

describe('recording', () => {
  it('moves tonnes to the same material at another site', () => {
    const own = stream('1', 'slag', 'works')
    const there = stream('2', 'slag', 'yard')
    const all = [own, there, stream('3', 'slag', 'works'), stream('4', 'tail', 'yard')]
    expect(moveTargets(own, all)).toEqual([there])
  })

  it('takes opening stock of the year in which it was found there', () => {
    expect(isOpeningYear(2026, '2026-01-01')).toBe(true)
    expect(isOpeningYear(2027, '2026-12-31')).toBe(false)
    expect(isOpeningYear(1949, '2026-01-01')).toBe(false)
    expect(isOpeningYear(undefined, '2026-01-01')).toBe(false)
  })

  it('names a related party, with its code where there is one', () => {
    expect(counterpartyOf(' Powder Works ', ' 91370117dem000014e ')).toEqual({
      name: 'Powder Works',
      uscc: '91370117DEM000014E',
    })
    expect(counterpartyOf('Powder Works', ' ')).toEqual({ name: 'Powder Works', uscc: undefined })
    expect(isRelated('related-use')).toBe(true)
    expect(isRelated('own-use')).toBe(false)
  })
})
