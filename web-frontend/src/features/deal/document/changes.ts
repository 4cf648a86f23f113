import type { AgreementContent, ChangedField, DocumentChange } from '@/api/model'

/** What can be amended, in the order of the document. */
export const AMENDABLE: ChangedField[] = [
  'tolerancePct',
  'deliverTo',
  'pollutionTerms',
  'paymentTerms',
  'filingReference',
]

/** The terms that can be amended. */
export interface AmendableTerms {
  deliverTo: string
  tolerancePct: number
  pollutionTerms: string
  paymentTerms: string
  filingReference: string
}

export const amendableOf = (content: AgreementContent): AmendableTerms => ({
  deliverTo: content.deliverTo,
  tolerancePct: content.tolerancePct,
  pollutionTerms: content.pollutionTerms,
  paymentTerms: content.paymentTerms ?? '',
  filingReference: content.transfer.filingReference ?? '',
})

const textOf = (value: string | number) => (value === '' ? undefined : String(value))

/** What an amendment would change, before and after; a term that is empty is none. */
export function changesBetween(before: AmendableTerms, after: AmendableTerms): DocumentChange[] {
  return AMENDABLE.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: textOf(before[field]),
    after: textOf(after[field]),
  }))
}

/** The terms that differ, as an amendment sends them. */
export function changedTerms(
  before: AmendableTerms,
  after: AmendableTerms,
): Partial<AmendableTerms> {
  return Object.fromEntries(
    AMENDABLE.filter((field) => before[field] !== after[field]).map((f) => [f, after[f]]),
  )
}

/** Changes in the order of the document, whatever order they came in. */
export const ordered = (changes: DocumentChange[]) =>
  changes.toSorted((a, b) => AMENDABLE.indexOf(a.field) - AMENDABLE.indexOf(b.field))
