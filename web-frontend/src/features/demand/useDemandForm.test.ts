import { describe, expect, it } from 'vitest'
import { rangeFault } from './useDemandForm'

describe('ranges of a demand', () => {
  const basis = 'wet' as const

  it.each([
    [[], undefined],
    [[{ parameter: 'moisture', max: 12, basis }], undefined],
    [[{ parameter: 'moisture', min: 0, basis }], undefined],
    [[{ parameter: 'moisture', basis }], 'fault.oneEnd'],
    [[{ parameter: 'moisture', min: 5, max: 4, basis }], 'fault.range'],
  ])('%j: %s', (ranges, fault) => {
    expect(rangeFault(ranges)).toBe(fault)
  })
})
