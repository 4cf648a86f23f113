import { describe, expect, it } from 'vitest'
import { byteSize, wholeMegabytes } from './bytes'

describe('the size of a file', () => {
  it.each([
    [0, 0, 'bytes'],
    [999, 999, 'bytes'],
    [1_000, 1, 'kilobytes'],
    [340_499, 340, 'kilobytes'],
    [999_499, 999, 'kilobytes'],
    [999_500, 0.9995, 'megabytes'],
    [1_234_567, 1.234567, 'megabytes'],
    [10_485_760, 10.48576, 'megabytes'],
  ])('of %i bytes is %d %s', (bytes, value, unit) => {
    expect(byteSize(bytes)).toEqual({ value, unit })
  })

  it('is limited to what fits', () => {
    expect(wholeMegabytes(10_485_760)).toBe(10)
    expect(wholeMegabytes(9_999_999)).toBe(9)
  })
})
