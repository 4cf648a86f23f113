import { describe, expect, it } from 'vitest'
import type { LedgerCourse, LedgerKind } from '@/api/model'
import { amountText, byUnit, changeText, coursePoints } from './amounts'

describe('amounts', () => {
  it('shows mass in tonnes and money in yuan', () => {
    expect(amountText('mass-kg', 1_234_567, 'en')).toBe('1,234.567')
    expect(amountText('commitment-kg', -500, 'en')).toBe('-0.5')
    expect(amountText('money-fen', 123_450, 'en')).toBe('1,234.50')
  })

  it('gives a change its sign', () => {
    expect(changeText('mass-kg', 2500, 'en')).toBe('+2.5')
    expect(changeText('mass-kg', -2500, 'en')).toBe('-2.5')
    expect(changeText('mass-kg', 0, 'en')).toBe('0')
  })
})

describe('kinds', () => {
  it('stand under their unit, mass first, and a unit without any is left out', () => {
    const kinds = [
      { unit: 'commitment-kg', kind: 'reserved' },
      { unit: 'mass-kg', kind: 'on-hand' },
    ] as LedgerKind[]
    expect(byUnit(kinds).map((group) => group.unit)).toEqual(['mass-kg', 'commitment-kg'])
  })
})

describe('course', () => {
  const course = (days: [string, number][]): LedgerCourse => ({
    from: '2026-01-01',
    to: '2026-01-31',
    opening: 7,
    days: days.map(([on, held]) => ({ on, held, cameIn: 0, wentOut: 0 })),
  })

  it('stays where it is while nothing moves', () => {
    expect(coursePoints(course([]))).toEqual([
      ['2026-01-01', 7],
      ['2026-01-31', 7],
    ])
  })

  it('goes from day to day and on to the end', () => {
    expect(coursePoints(course([['2026-01-10', 9]]))).toEqual([
      ['2026-01-01', 7],
      ['2026-01-10', 9],
      ['2026-01-31', 9],
    ])
  })

  it('names a day once when it is the first or the last', () => {
    const days: [string, number][] = [
      ['2026-01-01', 8],
      ['2026-01-31', 9],
    ]
    expect(coursePoints(course(days))).toEqual(days)
  })
})
