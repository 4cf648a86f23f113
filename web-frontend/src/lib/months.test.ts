import { describe, expect, it } from 'vitest'
import {
  byProfile,
  monthsFault,
  monthsOf,
  scheduleOf,
  spansOf,
  spread,
  spreadByProfile,
} from './months'

const STEADY = Array.from({ length: 12 }, () => 1)
const WINTER_OFF = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0]

describe('months of a window', () => {
  it.each([
    ['2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-11-01', '2026-11-30', ['2026-11']],
    ['2026-11-02', '2026-11-01', []],
    ['', '2026-11-01', []],
  ])('%s to %s', (from, to, months) => {
    expect(monthsOf(from, to)).toEqual(months)
  })

  it('leave out what stands outside the window, and count nothing where nothing stands', () => {
    expect(scheduleOf({ '2026-10': 5, '2026-12': 7 }, '2026-11-15', '2026-12-15')).toEqual([
      { month: '2026-11', quantityKg: 0 },
      { month: '2026-12', quantityKg: 7 },
    ])
  })
})

describe('faults of months', () => {
  it.each([
    [{ '2026-11': 1, '2026-12': 2 }, '2026-11-01', '2026-12-31', undefined, undefined],
    [{ '2026-11': 1, '2026-12': 2 }, '2026-11-01', '2026-12-31', 3, undefined],
    [{ '2026-11': 1, '2026-12': 2 }, '2026-11-01', '2026-12-31', 4, 'fault.monthsSum'],
    [
      { '2026-11': -1, '2026-12': 2 },
      '2026-11-01',
      '2026-12-31',
      undefined,
      'fault.monthsNegative',
    ],
    [{ '2026-11': 1, '2026-12': 2 }, '2026-11-01', '2026-11-30', undefined, 'fault.monthsFew'],
    [{ '2026-11': 1 }, '2026-11-01', '2028-11-01', undefined, 'fault.monthsMany'],
    [{ '2026-11': 1 }, '2026-11-01', '2028-10-31', undefined, undefined],
    [{}, '2026-11-01', '2026-12-31', undefined, 'fault.monthsEmpty'],
  ])('%j from %s to %s of %s: %s', (months, from, to, total, fault) => {
    expect(monthsFault(months, from, to, total)).toBe(fault)
  })
})

describe('a profile', () => {
  it('makes more or less of a usual month', () => {
    expect(byProfile(['2026-11', '2026-12', '2027-03'], 1001, WINTER_OFF)).toEqual({
      '2026-11': 501,
      '2026-12': 0,
      '2027-03': 1001,
    })
  })

  it.each([
    [10, { '2026-09': 4, '2026-10': 4, '2026-11': 2, '2026-12': 0 }],
    [11, { '2026-09': 5, '2026-10': 4, '2026-11': 2, '2026-12': 0 }],
    [12, { '2026-09': 5, '2026-10': 5, '2026-11': 2, '2026-12': 0 }],
    [0, { '2026-09': 0, '2026-10': 0, '2026-11': 0, '2026-12': 0 }],
  ])('spreads %d kg to the kilogram', (total, parts) => {
    const months = Object.keys(parts)
    expect(spreadByProfile(months, total, WINTER_OFF)).toEqual(parts)
  })

  it('spreads nothing over months in which it has no share', () => {
    expect(spreadByProfile(['2026-12', '2027-01'], 10, WINTER_OFF)).toEqual({})
  })

  it('spreads over parts, what rounding leaves to the largest remainders', () => {
    expect(spread(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(spread(10, [0, 0.5, 1])).toEqual([0, 3, 7])
    expect(spread(10, [0, 0])).toEqual([])
  })

  it('loses nothing of large totals', () => {
    const months = monthsOf('2026-03-01', '2028-01-31')
    const parts = spreadByProfile(months, 9_999_999_999, STEADY)
    expect(Object.values(parts).reduce<number>((sum, kg) => sum + (kg ?? 0), 0)).toBe(9_999_999_999)
  })
})

describe('spans of months', () => {
  it('joins those that follow each other', () => {
    expect(spansOf(['2026-11', '2026-12', '2027-01', '2027-03', '2027-05', '2027-06'])).toEqual([
      '2026-11 – 2027-01',
      '2027-03',
      '2027-05 – 2027-06',
    ])
    expect(spansOf([])).toEqual([])
  })
})
