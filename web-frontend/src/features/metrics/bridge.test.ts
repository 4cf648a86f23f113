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
      refusedKg: 5,
      heapKg: 20,
      broughtForwardKg: 7,
    },
  } as Rate
}

describe('the bridge between the two rates', () => {
  it('ends where proven use is', () => {
    const steps = bridgeSteps(rate(74))
    expect(steps.map((step) => [step.key, step.kg, step.toKg])).toEqual([
      ['declared', 100, 100],
      ['inTransit', -10, 90],
      ['weighingDifference', 2, 92],
      ['refused', -5, 87],
      ['heap', -20, 67],
      ['broughtForward', 7, 74],
      ['proven', 74, 74],
    ])
  })

  it('shows what it cannot explain', () => {
    const left = bridgeSteps(rate(70)).find((step) => step.key === 'unexplained')
    expect(left).toMatchObject({ kg: -4, fromKg: 74, toKg: 70 })
  })
})
