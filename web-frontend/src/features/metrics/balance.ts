import type { Figure, Rate } from '@/api/model'

export interface BalanceLine {
  key: string
  kg: number
  side: 'in' | 'out'
  figure?: Figure
  /** Its postings are those until the period begins. */
  start?: boolean
  /** It is part of the line before it and not counted again. */
  part?: boolean
}

/** A line that is shown when it holds anything. */
function some(line: BalanceLine): BalanceLine[] {
  return line.kg === 0 ? [] : [line]
}

/**
 * The mass balance of a period: what lay there at its start and came since, against where it went
 * and what lies there at its end. Tonnes that left before they were recorded stand on the incoming
 * side at its end, and on the outgoing one where they were made good since.
 */
export function balanceLines(rate: Rate): BalanceLine[] {
  return [
    { key: 'onHandStart', kg: rate.onHandStartKg, side: 'in', figure: 'on-hand', start: true },
    { key: 'opening', kg: rate.openingKg, side: 'in', figure: 'opening' },
    ...some({
      key: 'openingCurrentYear',
      kg: rate.openingCurrentYearKg,
      side: 'in',
      part: true,
    }),
    { key: 'generated', kg: rate.generatedKg, side: 'in', figure: 'generated' },
    ...some({ key: 'found', kg: rate.foundKg, side: 'in', figure: 'found' }),
    ...some({ key: 'broughtIn', kg: rate.broughtInKg, side: 'in', figure: 'brought-in' }),
    { key: 'unreconciled', kg: rate.unreconciledKg, side: 'in', figure: 'unreconciled' },
    { key: 'ownUse', kg: rate.ownUseKg, side: 'out', figure: 'own-use' },
    ...some({ key: 'recovered', kg: rate.recoveredKg, side: 'out', figure: 'recovered' }),
    ...some({ key: 'processLoss', kg: rate.processLossKg, side: 'out', figure: 'process-loss' }),
    ...some({ key: 'passedOn', kg: rate.passedOnKg, side: 'out', figure: 'passed-on' }),
    ...some({
      key: 'related',
      kg: rate.relatedDeclaredKg,
      side: 'out',
      figure: 'related-declared',
    }),
    { key: 'entrusted', kg: rate.entrustedDeclaredKg, side: 'out', figure: 'entrusted-declared' },
    { key: 'disposed', kg: rate.disposedKg, side: 'out', figure: 'disposed' },
    { key: 'dumped', kg: rate.dumpedKg, side: 'out', figure: 'dumped' },
    ...some({
      key: 'unreconciledStart',
      kg: rate.unreconciledStartKg,
      side: 'out',
      figure: 'unreconciled',
      start: true,
    }),
    { key: 'onHand', kg: rate.onHandKg, side: 'out', figure: 'on-hand' },
  ]
}

/** What the lines leave open: incoming less outgoing. */
export function balanceDifference(lines: BalanceLine[]): number {
  return lines
    .filter((line) => !line.part)
    .reduce((sum, line) => sum + (line.side === 'in' ? line.kg : -line.kg), 0)
}
