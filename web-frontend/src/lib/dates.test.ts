import { describe, expect, it } from 'vitest'
import {
  dateTime,
  dayOf,
  daysBetween,
  fromLocalField,
  isDay,
  isMonth,
  lastDayOf,
  monthName,
  monthOf,
  onClock,
  plusDays,
  plusMonths,
  toLocalField,
} from './dates'

describe('dates', () => {
  it('names months', () => {
    expect([1, 12].map((month) => monthName(month, 'zh-CN'))).toEqual(['1月', '12月'])
    expect([1, 12].map((month) => monthName(month, 'en'))).toEqual(['Jan', 'Dec'])
  })

  it('reads an instant in the zone of the exchange', () => {
    expect(dayOf(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01')
    expect(monthOf(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12')
    expect(dateTime('2026-01-01T00:05:00Z')).toBe('2026-01-01 08:05')
    expect(dateTime('2026-01-01T16:30:00Z')).toBe('2026-01-02 00:30')
  })

  it('moves an instant so that UTC reads as the clock of the exchange', () => {
    const at = onClock(Date.parse('2026-01-01T16:30:00Z'))

    expect(new Date(at).toISOString()).toBe('2026-01-02T00:30:00.000Z')
  })

  it('shows what is no instant as it came', () => {
    expect(dateTime('soon')).toBe('soon')
  })

  it('round-trips a local field', () => {
    const instant = new Date('2026-06-30T16:45:00Z')
    expect(toLocalField(instant)).toBe('2026-07-01T00:45')
    expect(fromLocalField('2026-07-01T00:45')).toBe('2026-06-30T16:45:00.000Z')
    expect(fromLocalField('yesterday')).toBeUndefined()
  })

  it('moves days and months over the end of a year', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(plusMonths('2026-01', -1)).toBe('2025-12')
    expect(plusMonths('2026-11', 3)).toBe('2027-02')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(lastDayOf('2026-12')).toBe('2026-12-31')
  })

  it('counts days', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })

  it('knows a day and a month', () => {
    expect([isDay('2026-02-09'), isDay('2026-13-01'), isDay('2026-1-1')]).toEqual([
      true,
      false,
      false,
    ])
    expect([isMonth('2026-12'), isMonth('2026-00'), isMonth('2026')]).toEqual([true, false, false])
  })
})
