import { describe, expect, it } from 'vitest'
import type { Quality, QualityAdjustment } from '@/api/model'
import {
  adjustmentFaults,
  completeAdjustments,
  emptyBand,
  emptyRow,
  expectedValues,
  rowsOf,
  sameAdjustments,
  turningValues,
  type AdjustmentRow,
} from './adjustments'

const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [
    { to: 55, yuanPerTPerUnit: 20 },
    { from: 55, to: 58, yuanPerTPerUnit: 15 },
    { from: 58, yuanPerTPerUnit: 5 },
  ],
}
const moisture: QualityAdjustment = {
  parameter: 'moisture',
  basis: 'wet',
  guaranteed: 8,
  bands: [{ from: 8, yuanPerTPerUnit: -2.5 }],
}

function row(changed: Partial<AdjustmentRow> = {}): AdjustmentRow {
  const [start = emptyRow()] = rowsOf([moisture])
  return { ...start, ...changed }
}

const band = (from?: number, to?: number, yuanPerTPerUnit: number | undefined = 1) => ({
  from,
  to,
  yuanPerTPerUnit,
})

describe('rows of premiums and penalties', () => {
  it('go back as they came', () => {
    const rows = rowsOf([tfe, moisture])
    expect(adjustmentFaults(rows)).toEqual({})
    expect(completeAdjustments(rows)).toEqual([tfe, moisture])
  })

  it('are the same only with the same values, ends and rates', () => {
    const copied = structuredClone([tfe, moisture])
    expect(sameAdjustments([tfe, moisture], copied)).toBe(true)
    expect(sameAdjustments([], [])).toBe(true)
    expect(sameAdjustments([tfe], [])).toBe(false)
    expect(sameAdjustments([tfe], [{ ...tfe, guaranteed: 57 }])).toBe(false)
    expect(sameAdjustments([tfe], [{ ...tfe, bands: [{ yuanPerTPerUnit: 15 }] }])).toBe(false)
  })

  it('begin with one band that is open on both sides', () => {
    expect(emptyRow().bands).toEqual([emptyBand()])
    expect(adjustmentFaults([emptyRow()])).toEqual({
      '[0].parameter': 'fault.required',
      '[0].guaranteed': 'fault.required',
      '[0].bands[0].yuanPerTPerUnit': 'fault.required',
    })
  })

  it('name a parameter once', () => {
    expect(adjustmentFaults([row(), row()])).toEqual({
      '[1].parameter': 'fault.value-repeated',
    })
    expect(completeAdjustments([row(), row()])).toEqual([moisture])
  })

  it.each([
    ['touch', [band(undefined, 8), band(8)], undefined],
    ['leave room', [band(1, 2), band(3, 4)], undefined],
    ['are reversed', [band(2, 1)], 0],
    ['are empty', [band(2, 2)], 0],
    ['overlap', [band(1, 3), band(2, 4)], 1],
    ['follow an open one', [band(1), band(2, 4)], 1],
    ['are open below others', [band(1, 2), band(undefined, 4)], 1],
  ] as const)('with bands that %s', (_, bands, at) => {
    const found = adjustmentFaults([row({ bands: [...bands] })])
    const expected =
      at === undefined ? {} : { [`[0].bands[${at}].from`]: 'fault.bands-not-in-order' }
    expect(found).toEqual(expected)
  })

  it.each([
    ['an agreed value', { guaranteed: Number.NaN }],
    ['an end', { bands: [band(Number.NaN)] }],
    ['a rate', { bands: [band(1, 2, Number.NaN)] }],
  ])('are left out with %s that is no number', (_, changed) => {
    expect(completeAdjustments([row(changed), ...rowsOf([tfe])])).toEqual([tfe])
  })
})

describe('the values that an example begins with', () => {
  const stated = (parameter: string, basis: Quality['basis'], min: number, max: number) =>
    ({ parameter, basis, min, max }) as Quality

  it('are the middle of what the lot states, else the agreed ones', () => {
    const qualities = [stated('tfe', 'dry', 51, 57.1), stated('cao', 'dry', 1, 2)]
    expect(expectedValues([tfe, moisture], qualities)).toEqual({ tfe: 54.05, moisture: 8 })
    expect(expectedValues([tfe])).toEqual({ tfe: 56 })
  })

  it('are no middle of what is stated on another basis', () => {
    expect(expectedValues([tfe], [stated('tfe', 'wet', 10, 20)])).toEqual({ tfe: 56 })
  })

  it('have no more decimals than can be asked about', () => {
    expect(expectedValues([moisture], [stated('moisture', 'wet', 0.1, 0.2)])).toEqual({
      moisture: 0.15,
    })
  })
})

describe('the values at which a price turns', () => {
  it('are the ends of the bands and the agreed value, with room on both sides', () => {
    expect(turningValues(tfe, {})).toEqual([54.25, 55, 56, 58, 58.75])
  })

  it('lie within what the parameter can be', () => {
    const whole = { ...tfe, bands: [{ from: 0, to: 100, yuanPerTPerUnit: 1 }] }
    expect(turningValues(whole, { minimum: 0, maximum: 100 })).toEqual([0, 56, 100])
  })

  it.each([
    [8, [7.2, 8, 8.8]],
    [0, [-1, 0, 1]],
  ])('of one open band around %d are %j', (guaranteed, values) => {
    const open = { ...moisture, guaranteed, bands: [{ yuanPerTPerUnit: 1 }] }
    expect(turningValues(open, {})).toEqual(values)
  })
})
