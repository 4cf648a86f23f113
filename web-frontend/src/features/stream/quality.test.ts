import { describe, expect, it } from 'vitest'
import type { Measured, QualityReport } from '@/api/model'
import { newestHolding, rangesOf, runningOut, trends } from './quality'

const moisture = (min: number, max = min): Measured => ({
  parameter: 'moisture',
  min,
  max,
  basis: 'wet',
})
const mgo = (value: number, basis: Measured['basis'] = 'dry'): Measured => ({
  parameter: 'mgo',
  min: value,
  max: value,
  basis,
})

function report(
  id: string,
  sampledOn: string,
  values: Measured[] = [moisture(8)],
  status: QualityReport['status'] = 'current',
): QualityReport {
  return { id, reportNumber: `R-${id}`, sampledOn, values, status } as QualityReport
}

describe('trends', () => {
  it('go from the oldest sample to the newest, whatever was recorded first', () => {
    const found = trends([
      report('3', '2026-02-01', [moisture(7)]),
      report('2', '2026-03-01', [moisture(9, 10)]),
      report('1', '2026-01-01', [moisture(8, 9.5)]),
    ])

    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ key: 'moisture/wet', parameter: 'moisture', basis: 'wet' })
    expect(found[0]?.points).toEqual([
      { reportId: '1', reportNumber: 'R-1', sampledOn: '2026-01-01', min: 8, max: 9.5 },
      { reportId: '3', reportNumber: 'R-3', sampledOn: '2026-02-01', min: 7, max: 7 },
      { reportId: '2', reportNumber: 'R-2', sampledOn: '2026-03-01', min: 9, max: 10 },
    ])
  })

  it('need two days, and keep each basis by itself', () => {
    expect(trends([])).toEqual([])
    expect(trends([report('2', '2026-01-01'), report('1', '2026-01-01')])).toEqual([])
    expect(
      trends([report('2', '2026-02-01', [mgo(5)]), report('1', '2026-01-01', [mgo(5, 'wet')])]),
    ).toEqual([])
  })

  it('leave out what was withdrawn', () => {
    expect(
      trends([report('2', '2026-02-01', [moisture(8)], 'withdrawn'), report('1', '2026-01-01')]),
    ).toEqual([])
  })

  it('begin with the parameter that was measured most often', () => {
    const found = trends([
      report('3', '2026-03-01', [moisture(8)]),
      report('2', '2026-02-01', [mgo(5), moisture(8)]),
      report('1', '2026-01-01', [mgo(6), moisture(9)]),
    ])
    expect(found.map(({ key, points }) => [key, points.length])).toEqual([
      ['moisture/wet', 3],
      ['mgo/dry', 2],
    ])
  })

  it('keep the order of recording within a day', () => {
    const found = trends([
      report('3', '2026-02-01'),
      report('2', '2026-01-01'),
      report('1', '2026-01-01'),
    ])
    expect(found[0]?.points.map((point) => point.reportId)).toEqual(['1', '2', '3'])
  })
})

describe('the newest report', () => {
  it('is told of when it runs out', () => {
    const expiring = report('2', '2026-02-01', [], 'expiring')
    const expired = report('2', '2026-02-01', [], 'expired')
    const older = report('1', '2026-01-01')
    expect(runningOut([expiring, older])).toBe(expiring)
    expect(runningOut([older, expired])).toBe(expired)
    expect(runningOut([])).toBeUndefined()
  })

  it('is the one sampled last, not the one recorded last or withdrawn', () => {
    const fresh = report('1', '2026-03-01')
    const old = report('3', '2026-01-01', [], 'expired')
    const withdrawn = report('2', '2026-04-01', [], 'withdrawn')
    expect(runningOut([old, withdrawn, fresh])).toBeUndefined()
    expect(newestHolding([old, withdrawn, fresh])).toBe(fresh)
  })

  it('that holds may be an older one', () => {
    const expired = report('2', '2026-02-01', [], 'expired')
    const expiring = report('1', '2026-01-01', [], 'expiring')
    expect(newestHolding([expired, expiring])).toBe(expiring)
    expect(newestHolding([expired])).toBeUndefined()
  })

  it('of one day is the one recorded last', () => {
    const last = report('2', '2026-02-01')
    expect(newestHolding([last, report('1', '2026-02-01')])).toBe(last)
  })
})

describe('values of a report', () => {
  it('are copies', () => {
    const it = report('1', '2026-01-01', [moisture(8, 9.5)])
    expect(rangesOf(it)).toEqual(it.values)
    expect(rangesOf(it)[0]).not.toBe(it.values[0])
  })
})
