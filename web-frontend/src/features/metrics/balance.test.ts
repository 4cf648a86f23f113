import { describe, expect, it } from 'vitest'
import type { Rate } from '@/api/model'
import { balanceDifference, balanceLines } from './balance'

const rate = {
  onHandStartKg: 0,
  unreconciledStartKg: 0,
  broughtInKg: 0,
  passedOnKg: 0,
  recoveredKg: 0,
  processLossKg: 0,
  relatedDeclaredKg: 0,
  openingKg: 50,
  openingCurrentYearKg: 0,
  generatedKg: 100,
  foundKg: 0,
  unreconciledKg: 0,
  ownUseKg: 20,
  entrustedDeclaredKg: 70,
  disposedKg: 5,
  dumpedKg: 0,
  onHandKg: 55,
} as Rate

describe('mass balance', () => {
  it('closes when every tonne went somewhere', () => {
    expect(balanceDifference(balanceLines(rate))).toBe(0)
  })

  it('counts what a stock-take found', () => {
    const lines = balanceLines({ ...rate, foundKg: 3, onHandKg: 58 })
    expect(lines.find((line) => line.key === 'found')).toMatchObject({ kg: 3, figure: 'found' })
    expect(balanceDifference(lines)).toBe(0)
  })

  it('does not count the part of the opening stock twice', () => {
    const lines = balanceLines({ ...rate, openingCurrentYearKg: 20 })
    expect(lines.find((line) => line.key === 'openingCurrentYear')).toMatchObject({ kg: 20 })
    expect(balanceDifference(lines)).toBe(0)
  })

  it('closes over a period that begins with a stock and with tonnes unrecorded', () => {
    const lines = balanceLines({
      ...rate,
      onHandStartKg: 40,
      unreconciledStartKg: 10,
      onHandKg: 85,
    })
    expect(lines.filter((line) => line.start).map((line) => [line.key, line.side])).toEqual([
      ['onHandStart', 'in'],
      ['unreconciledStart', 'out'],
    ])
    expect(balanceDifference(lines)).toBe(0)
  })

  it('tells what processing and related parties took', () => {
    const lines = balanceLines({
      ...rate,
      broughtInKg: 12,
      passedOnKg: 20,
      recoveredKg: 4,
      processLossKg: -2,
      relatedDeclaredKg: 6,
      onHandKg: 39,
    })
    expect(lines.map((line) => line.key)).toContain('processLoss')
    expect(balanceDifference(lines)).toBe(0)
  })

  it('keeps what does not close', () => {
    expect(balanceDifference(balanceLines({ ...rate, onHandKg: 50 }))).toBe(5)
  })
})
