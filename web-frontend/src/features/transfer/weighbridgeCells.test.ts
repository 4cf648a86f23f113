import { describe, expect, it } from 'vitest'
import { comparable, instantIn, kilogramsIn, percentIn } from './weighbridgeCells'

describe('cells of a weighbridge', () => {
  it.each([
    ['48900', 'kg', 48_900],
    ['48,900', 'kg', 48_900],
    ['48900.00', 'kg', 48_900],
    ['４８９００', 'kg', 48_900],
    ['48.9', 't', 48_900],
    ['４８．９０５', 't', 48_905],
    ['17', 't', 17_000],
    ['1,048.9', 't', 1_048_900],
    [' 0 ', 'kg', 0],
    ['-5', 'kg', -5],
  ] as const)('%s in %s is a weight', (text, unit, kg) => {
    expect(kilogramsIn(text, unit)).toBe(kg)
  })

  it.each([
    ['48,9', 't', 'unreadable'],
    ['48.9.1', 't', 'unreadable'],
    ['4 8', 'kg', 'unreadable'],
    ['48.9t', 't', 'unreadable'],
    ['1e3', 'kg', 'unreadable'],
    ['', 'kg', 'unreadable'],
    ['9'.repeat(20), 'kg', 'unreadable'],
    ['48900.5', 'kg', 'too-fine'],
    ['48.9005', 't', 'too-fine'],
  ] as const)('%j in %s is %s', (text, unit, fault) => {
    expect(kilogramsIn(text, unit)).toBe(fault)
  })

  it.each([
    ['8.5', 8.5],
    ['8.25%', 8.25],
    ['８．５％', 8.5],
    ['8.255', 'too-fine'],
    ['x', 'unreadable'],
  ])('moisture %s is %s', (text, value) => {
    expect(percentIn(text)).toBe(value)
  })

  it.each([
    ['2026-11-25 08:30', '2026-11-25T00:30:00.000Z'],
    ['2026/1/5 8:05:09', '2026-01-05T00:05:09.000Z'],
    ['2026.11.25 08:30:00.123', '2026-11-25T00:30:00.000Z'],
    ['2026年11月25日 8时30分', '2026-11-25T00:30:00.000Z'],
    ['2026年11月25日8时30分15秒', '2026-11-25T00:30:15.000Z'],
    ['２０２６－１１－２５　０８：３０', '2026-11-25T00:30:00.000Z'],
    ['2026-11-25T08:30:00+08:00', '2026-11-25T00:30:00.000Z'],
    ['2026-11-25T08:30:00Z', '2026-11-25T08:30:00.000Z'],
    ['2026-11-25 08:30 -0330', '2026-11-25T12:00:00.000Z'],
    ['2028-02-29 00:00', '2028-02-28T16:00:00.000Z'],
    ['2026-02-29 00:00', undefined],
    ['2026-13-01 00:00', undefined],
    ['2026-11-25 24:00', undefined],
    ['2026-11-25 08:60', undefined],
    ['2026-11-25', undefined],
    ['11/25/2026 08:30', undefined],
    ['26-11-25 08:30', undefined],
    ['', undefined],
  ])('the time %j is %s', (text, instant) => {
    expect(instantIn(text)).toBe(instant)
  })

  it('compares plates without what is written between their characters', () => {
    expect(comparable('鲁S·d9001 ')).toBe('鲁SD9001')
    expect(comparable('鲁 ＳＤ９００１')).toBe('鲁SD9001')
  })
})
