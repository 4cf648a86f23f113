import type { Figure, Rate } from '@/api/model'

export interface BalanceLine {
  key: string
  kg: number
  side: 'in' | 'out'
  figure?: Figure
  /** It is part of the line before it and not counted again. */
  part?: boolean
}

/**
 * The mass balance of a period: what lay there and was generated, against where it went and what
 * lies there now. Tonnes that left before they were recorded stand on the incoming side.
 */
export function balanceLines(rate: Rate): BalanceLine[] {
  return [
    { key: 'opening', kg: rate.openingKg, side: 'in', figure: 'opening' },
    ...(rate.openingCurrentYearKg
      ? [
          {
            key: 'openingCurrentYear',
            kg: rate.openingCurrentYearKg,
            side: 'in' as const,
            part: true,
          },
        ]
      : []),
    { key: 'generated', kg: rate.generatedKg, side: 'in', figure: 'generated' },
    ...(rate.foundKg
      ? [{ key: 'found', kg: rate.foundKg, side: 'in' as const, figure: 'found' as const }]
      : []),
    { key: 'unreconciled', kg: rate.unreconciledKg, side: 'in', figure: 'unreconciled' },
    { key: 'ownUse', kg: rate.ownUseKg, side: 'out', figure: 'own-use' },
    { key: 'entrusted', kg: rate.entrustedDeclaredKg, side: 'out', figure: 'entrusted-declared' },
    { key: 'disposed', kg: rate.disposedKg, side: 'out', figure: 'disposed' },
    { key: 'dumped', kg: rate.dumpedKg, side: 'out', figure: 'dumped' },
    { key: 'onHand', kg: rate.onHandKg, side: 'out', figure: 'on-hand' },
  ]
}

/** What the lines leave open: incoming less outgoing. */
export function balanceDifference(lines: BalanceLine[]): number {
  return lines
    .filter((line) => !line.part)
    .reduce((sum, line) => sum + (line.side === 'in' ? line.kg : -line.kg), 0)
}
