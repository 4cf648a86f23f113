import { describe, expect, it } from 'vitest'
import type { Rate } from '@/api/model'
import { bridgeSteps } from './bridge'

function rate(usedProvenKg: number): Rate {
  return {
    usedDeclaredKg: 100,
    usedProvenKg,
    bridge: {
      inTransitKg: 10,
      weighingDifferenceKg: -2,
      returnedKg: 5,
      heapKg: 20,
      withRelatedKg: 0,
      broughtForwardKg: 7,
    },
  } as unknown as Rate
}

describe('the bridge between the two rates', () => {
  it('ends where proven use is', () => {
    const steps = bridgeSteps(rate(79))
    expect(steps.map((step) => [step.key, step.kg, step.toKg])).toEqual([
      ['declared', 100, 100],
      ['broughtForward', 7, 107],
      ['weighingDifference', 2, 109],
      ['inTransit', -10, 99],
      ['heap', -20, 79],
      ['proven', 79, 79],
    ])
  })

  it('takes off what related parties have not used yet', () => {
    const steps = bridgeSteps({
      ...rate(74),
      bridge: { ...rate(74).bridge, withRelatedKg: 5 },
    })
    expect(steps.map((step) => step.key)).toContain('withRelated')
    expect(steps.map((step) => step.key)).not.toContain('unexplained')
  })

  it('never writes -0', () => {
    const steps = bridgeSteps({
      ...rate(127),
      bridge: {
        inTransitKg: 0,
        weighingDifferenceKg: 0,
        returnedKg: 0,
        heapKg: 0,
        withRelatedKg: 0,
        broughtForwardKg: 27,
      },
    })
    expect(steps.some((step) => Object.is(step.kg, -0))).toBe(false)
  })

  it('shows what it cannot explain', () => {
    const left = bridgeSteps(rate(70)).find((step) => step.key === 'unexplained')
    expect(left).toMatchObject({ kg: -9, fromKg: 79, toKg: 70 })
  })
})
