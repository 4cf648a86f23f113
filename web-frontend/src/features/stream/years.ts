import type { StreamYear } from '@/api/model'

const ALWAYS = ['openingKg', 'generatedKg', 'ownUseKg', 'disposedKg', 'closingKg'] as const
const ORDER = [
  'openingKg',
  'openingStockKg',
  'generatedKg',
  'foundKg',
  'broughtInKg',
  'ownUseKg',
  'recoveredKg',
  'processLossKg',
  'passedOnKg',
  'relatedPartyKg',
  'dispatchedKg',
  'disposedKg',
  'dumpedKg',
  'closingKg',
  'closingUnreconciledKg',
  'usedProvenKg',
  'usedFromOldKg',
] as const

export type YearFigure = (typeof ORDER)[number]

/**
 * The figures of a stream's years, in the order of the balance, and after it what of the closing
 * stock left unrecorded and what the rate counts as used; what no year has is left out.
 */
export function shownColumns(years: StreamYear[]): YearFigure[] {
  const always: readonly YearFigure[] = ALWAYS
  return ORDER.filter((key) => always.includes(key) || years.some((year) => year[key] !== 0))
}

/** Left the yard and not used yet: on the road, in receivers' heaps, with related parties. */
export const withOthersKg = (year: StreamYear) =>
  year.inTransitKg + year.heapKg + year.withRelatedKg
