import { describe, expect, it } from 'vitest'
import type { SearchIndexStatus } from '@/api/model'
import { differences, progress, tone } from './figures'

const NOW = Date.parse('2026-05-01T08:00:00Z')

const status: SearchIndexStatus = {
  kind: 'lot',
  documents: 10,
  waiting: 0,
  setAside: 0,
  indexed: 10,
  comparisonRequested: false,
  rebuild: { state: 'idle', scanned: 0, total: 0 },
}

describe('progress', () => {
  it.each([
    ['idle', 0, 0, 100],
    ['requested', 0, 0, 0],
    ['filling', 0, 0, 0],
    ['filling', 333, 1_000, 33],
    ['filling', 1_000, 1_000, 99],
    ['checking', 1_004, 1_000, 99],
  ] as const)('of %s with %i of %i is %i %%', (state, scanned, total, expected) => {
    expect(progress({ state, scanned, total })).toBe(expected)
  })
})

describe('differences', () => {
  it('are those of every kind', () => {
    const comparison = {
      comparedAt: '2026-05-01T08:00:00Z',
      tookMs: 5,
      documents: 9,
      indexed: 9,
      missing: 1,
      older: 2,
      newer: 3,
      surplus: 4,
      mended: 10,
    }
    expect(differences(comparison)).toBe(10)
  })
})

describe('tone', () => {
  it.each([
    ['all is there', {}, 'good'],
    ['something has just come', { waiting: 1, waitingSince: '2026-05-01T07:59:55Z' }, 'good'],
    ['something waits long', { waiting: 1, waitingSince: '2026-05-01T07:59:00Z' }, 'warn'],
    ['something is refused', { setAside: 1 }, 'bad'],
    ['the search server is away', { indexed: undefined }, 'bad'],
  ] as const)('when %s', (_, change, expected) => {
    expect(tone({ ...status, ...change }, NOW)).toBe(expected)
  })
})
