import { describe, expect, it } from 'vitest'
import { bestOf, monthsText } from './useComparison'

describe('the best value of a row', () => {
  it('is the least or the greatest, as the row says, and may be there twice', () => {
    expect(bestOf([3, 1, 2], 'down')).toEqual([false, true, false])
    expect(bestOf([3, 1, 3], 'up')).toEqual([true, false, true])
    expect(bestOf([-5, 0], 'down')).toEqual([true, false])
  })

  it('is none where nothing is better, where all are the same, and where one stands alone', () => {
    expect(bestOf([3, 1], 'neither')).toEqual([false, false])
    expect(bestOf([2, 2], 'down')).toEqual([false, false])
    expect(bestOf([2, undefined], 'down')).toEqual([false, false])
    expect(bestOf([undefined, undefined], 'up')).toEqual([false, false])
  })

  it('is never one that nobody states', () => {
    expect(bestOf([undefined, 4, 5], 'down')).toEqual([false, true, false])
  })
})

describe('the months of a lot', () => {
  const mass = (kg: number) => `${kg / 1000} t`

  it('are told as spans, with the least and the most of a month, a standstill left out', () => {
    const months = [
      { month: '2026-11', quantityKg: 90_000 },
      { month: '2026-12', quantityKg: 100_000 },
      { month: '2027-01', quantityKg: 0 },
      { month: '2027-02', quantityKg: 100_000 },
    ]

    expect(monthsText(months, mass)).toBe('2026-11 – 2026-12, 2027-02 · 90 t – 100 t')
  })

  it('have one figure where each month has the same', () => {
    expect(monthsText([{ month: '2027-02', quantityKg: 5_000 }], mass)).toBe('2027-02 · 5 t')
  })

  it('are nothing of a lot that moves once', () => {
    expect(monthsText([], mass)).toBeUndefined()
  })
})
