import { describe, expect, it } from 'vitest'
import { rangeFault } from './useLotForm'

describe('ranges of a lot', () => {
  const basis = 'dry' as const

  it.each([
    [[], undefined],
    [[{ parameter: 'mgo', min: 1, max: 2, basis }], undefined],
    [[{ parameter: 'mgo', min: 0, max: 0, basis }], undefined],
    [[{ parameter: 'mgo', max: 2, basis }], 'fault.bothEnds'],
    [[{ parameter: 'mgo', min: 3, max: 2, basis }], 'fault.range'],
  ])('%j: %s', (ranges, fault) => {
    expect(rangeFault(ranges)).toBe(fault)
  })
})
