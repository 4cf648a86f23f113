import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Offer } from '@/api/model'
import { byTurn, daysLeft, latestLastDay, usualLastDay, validityFault } from './validity'

const TODAY = '2026-03-10'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function offer(id: string, validTo: string, more: Partial<Offer> = {}): Offer {
  return { id, validTo, status: 'open', myTurn: false, ...more } as Offer
}

describe('the usual last day', () => {
  it.each([
    [[], '2026-03-17'],
    [['2026-05-31', '2026-06-30'], '2026-03-17'],
    [['2026-03-12', '2026-03-15'], '2026-03-12'],
    [['2026-05-31', TODAY], TODAY],
    [['2026-02-01', '2026-03-15'], '2026-03-15'],
    [['', undefined], '2026-03-17'],
  ])('with the ends %j is %s', (ends, last) => {
    expect(usualLastDay(TODAY, ...ends)).toBe(last)
  })
})

describe('the latest last day', () => {
  it('lies thirty days ahead, or where the lot ends before', () => {
    expect(latestLastDay(TODAY)).toBe('2026-04-09')
    expect(latestLastDay(TODAY, '2026-06-30')).toBe('2026-04-09')
    expect(latestLastDay(TODAY, '2026-03-20')).toBe('2026-03-20')
  })
})

describe('a last day', () => {
  it.each([
    ['', undefined, 'fault.required'],
    ['2026-03-09', undefined, 'fault.validity-over'],
    [TODAY, undefined, undefined],
    ['2026-04-09', undefined, undefined],
    ['2026-04-10', undefined, 'fault.validity-too-long'],
    ['2026-04-10', '2026-03-20', 'fault.validity-too-long'],
    ['2026-03-21', '2026-03-20', 'fault.validity-beyond-window'],
    ['2026-03-20', '2026-03-20', undefined],
  ])('%s on a lot until %s: %s', (day, availableTo, fault) => {
    expect(validityFault(day, TODAY, availableTo)).toBe(fault)
  })
})

describe('an offer', () => {
  it('has days left besides today, and ends soon with two of them', () => {
    expect(daysLeft(offer('a', TODAY))).toBe(0)
    expect(daysLeft(offer('a', '2026-03-13'))).toBe(3)
  })

  it('that waits for the reader comes first, the one that ends soonest before the others', () => {
    const given = [
      offer('theirs', '2026-03-11'),
      offer('late', '2026-03-20', { myTurn: true }),
      offer('old', '2026-03-01', { status: 'expired' }),
      offer('soon', '2026-03-12', { myTurn: true }),
    ]
    expect(byTurn(given).map(({ id }) => id)).toEqual(['soon', 'late', 'theirs', 'old'])
  })
})
