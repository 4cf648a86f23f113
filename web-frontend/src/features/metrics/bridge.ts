import type { Rate } from '@/api/model'

export type BridgeKey =
  | 'declared'
  | 'inTransit'
  | 'weighingDifference'
  | 'heap'
  | 'withRelated'
  | 'broughtForward'
  | 'unexplained'
  | 'proven'

export interface BridgeStep {
  key: BridgeKey
  /** The signed change, or the whole for the two ends. */
  kg: number
  /** Where the bar begins and ends. */
  fromKg: number
  toKg: number
  end: boolean
}

/**
 * The way from use as declared at shipment to proven use: what was used of earlier arrivals comes on;
 * what the scales lost, what is still on the road and what lies in receivers' heaps goes off. Tonnes
 * that came back are already off the declared figure. A step that is left over is shown as
 * unexplained, never hidden.
 */
export function bridgeSteps(rate: Rate): BridgeStep[] {
  const { bridge } = rate
  // 0 - x, because the opposite of nothing would be written as -0
  const changes: [BridgeKey, number][] = [
    ['broughtForward', bridge.broughtForwardKg],
    ['weighingDifference', 0 - bridge.weighingDifferenceKg],
    ['inTransit', 0 - bridge.inTransitKg],
    ['heap', 0 - bridge.heapKg],
    ...(bridge.withRelatedKg
      ? [['withRelated', 0 - bridge.withRelatedKg] as [BridgeKey, number]]
      : []),
  ]
  const explained = changes.reduce((sum, [, kg]) => sum + kg, rate.usedDeclaredKg)
  const left = rate.usedProvenKg - explained
  if (left !== 0) changes.push(['unexplained', left])

  const steps: BridgeStep[] = [
    {
      key: 'declared',
      kg: rate.usedDeclaredKg,
      fromKg: 0,
      toKg: rate.usedDeclaredKg,
      end: true,
    },
  ]
  let at = rate.usedDeclaredKg
  for (const [key, kg] of changes) {
    steps.push({ key, kg, fromKg: at, toKg: at + kg, end: false })
    at += kg
  }
  steps.push({
    key: 'proven',
    kg: rate.usedProvenKg,
    fromKg: 0,
    toKg: rate.usedProvenKg,
    end: true,
  })
  return steps
}
