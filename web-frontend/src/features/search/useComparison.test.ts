import { describe, expect, it } from 'vitest'
import { bestOf } from './useComparison'

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
