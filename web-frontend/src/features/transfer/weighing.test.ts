import { describe, expect, it } from 'vitest'
import { netOf, weighing } from './weighing'

const origin = { ticketNumber: 'A1', grossKg: 49_000, tareKg: 17_000, netKg: 32_000, at: '' }

describe('weighing', () => {
  it.each([
    [{ grossKg: 48_000, tareKg: 16_000 }, 32_000],
    [{ grossKg: 16_000, tareKg: 16_000 }, undefined],
    [{ grossKg: 16_000 }, undefined],
    [{}, undefined],
    [{ grossKg: Number.NaN, tareKg: 16_000 }, undefined],
  ])('net of %j', (weighed, net) => {
    expect(netOf(weighed)).toBe(net)
  })

  it('tells accepted from settled, and the difference of the two ends', () => {
    const weighed = { grossKg: 48_900, tareKg: 17_000, rejectedKg: 400, deductionKg: 120 }
    expect(weighing(origin, weighed, 'buyer')).toEqual({
      netKg: 31_900,
      acceptedKg: 31_500,
      settledKg: 31_380,
      differenceKg: -100,
      differencePct: -0.31,
      unusual: false,
    })
  })

  it('settles on the scale that governs', () => {
    const weighed = { grossKg: 48_900, tareKg: 17_000, rejectedKg: 400, deductionKg: 120 }
    expect(weighing(origin, weighed, 'seller')).toMatchObject({
      acceptedKg: 31_500,
      settledKg: 31_480,
    })
  })

  it('tells nothing while a weight is no number', () => {
    const weighed = { grossKg: 48_900, tareKg: 17_000, deductionKg: Number.NaN }
    expect(weighing(origin, weighed, 'buyer')).toBeUndefined()
  })

  it('warns when the two scales are far apart', () => {
    expect(weighing(origin, { grossKg: 48_000, tareKg: 17_000 }, 'buyer')?.unusual).toBe(true)
    expect(weighing(origin, { grossKg: 49_300, tareKg: 17_000 }, 'buyer')?.unusual).toBe(true)
  })
})
