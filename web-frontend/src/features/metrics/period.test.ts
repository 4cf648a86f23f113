import { describe, expect, it } from 'vitest'
import { isOfficialPeriod } from './period'

describe('isOfficialPeriod', () => {
  it.each([
    ['2025-01', '2025-12', true],
    ['2025-01', '2025-01', true],
    ['2025-02', '2025-12', false],
    ['2024-12', '2025-11', false],
    ['2024-01', '2025-12', false],
    [undefined, '2025-12', false],
  ])('%s to %s: %s', (from, to, official) => {
    expect(isOfficialPeriod(from, to)).toBe(official)
  })
})
