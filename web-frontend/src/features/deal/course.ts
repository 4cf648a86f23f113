import type { Offer } from '@/api/model'

export type Term =
  | 'price'
  | 'adjustments'
  | 'quantity'
  | 'delivery'
  | 'framework'
  | 'tolerance'
  | 'scale'
  | 'assay'
  | 'pollution'

/** What of an offer makes up each term. */
const TERMS: Record<Term, (offer: Offer) => unknown[]> = {
  price: (it) => [it.priceYuanPerT],
  adjustments: (it) => [JSON.stringify(it.adjustments)],
  quantity: (it) => [it.quantityKg],
  delivery: (it) => [it.deliverFrom, it.deliverTo],
  framework: ({ framework }) => [
    framework?.callOffDay,
    framework?.flexibilityPct,
    framework?.answerDays,
  ],
  tolerance: (it) => [it.tolerancePct],
  scale: (it) => [it.governingScale],
  assay: (it) => [it.governingAssay],
  pollution: (it) => [it.pollutionTerms],
}

export const ALL_TERMS = Object.keys(TERMS) as Term[]

/** The terms in which an offer differs from the one that it answers; until when it stands is none. */
export function changedTerms(before: Offer, after: Offer): Term[] {
  return ALL_TERMS.filter((term) => {
    const old = TERMS[term](before)
    return TERMS[term](after).some((value, index) => value !== old[index])
  })
}

export const proposerOf = (offer: Offer) =>
  offer.proposer === 'seller' ? offer.seller : offer.buyer
