import type {
  AgreementContent,
  ChangedField,
  DocumentAdjustment,
  DocumentChange,
  QualityAdjustment,
} from '@/api/model'
import type { MonthQuantity } from '@/lib/months'

/** What can be amended, in the order of the document. */
export const AMENDABLE: ChangedField[] = [
  'quantityKg',
  'tolerancePct',
  'months',
  'priceYuanPerT',
  'priceFrom',
  'adjustments',
  'deliverTo',
  'pollutionTerms',
  'paymentTerms',
  'filingReference',
]

/** The terms that can be amended. */
export interface AmendableTerms {
  quantityKg: number
  months: MonthQuantity[]
  priceYuanPerT: number
  /** Since when a changed price holds; empty where it holds from the last signature. */
  priceFrom: string
  adjustments: QualityAdjustment[]
  deliverTo: string
  tolerancePct: number
  pollutionTerms: string
  paymentTerms: string
  filingReference: string
}

const movementOf = ({ parameter, basis, guaranteed, bands }: DocumentAdjustment) => ({
  parameter,
  basis,
  guaranteed,
  bands,
})

export const amendableOf = (content: AgreementContent): AmendableTerms => ({
  quantityKg: content.quantityKg,
  months: content.months,
  priceYuanPerT: content.price.yuanPerT,
  priceFrom: content.price.from ?? '',
  adjustments: content.adjustments.map(movementOf),
  deliverTo: content.deliverTo,
  tolerancePct: content.tolerancePct,
  pollutionTerms: content.pollutionTerms,
  paymentTerms: content.paymentTerms ?? '',
  filingReference: content.transfer.filingReference ?? '',
})

/** A term as the exchange tells it in a change: months and bands a line each. */
function textOf(terms: AmendableTerms, field: ChangedField): string | undefined {
  if (field === 'months') {
    const lines = terms.months.map(({ month, quantityKg }) => `${month} ${quantityKg}`)
    return lines.join('\n') || undefined
  }
  if (field === 'adjustments') {
    const lines = terms.adjustments.flatMap(({ parameter, basis, guaranteed, bands }) =>
      bands.map(({ from = '*', to = '*', yuanPerTPerUnit: rate }) =>
        [parameter, basis, guaranteed, from, to, rate].join(' '),
      ),
    )
    return lines.join('\n') || undefined
  }
  return String(terms[field]) || undefined
}

const differing = (before: AmendableTerms, after: AmendableTerms) =>
  AMENDABLE.filter((field) => textOf(before, field) !== textOf(after, field))

/** What an amendment would change, before and after; a term that is empty is none. */
export const changesBetween = (before: AmendableTerms, after: AmendableTerms): DocumentChange[] =>
  differing(before, after).map((field) => ({
    field,
    before: textOf(before, field),
    after: textOf(after, field),
  }))

/** The terms that differ, as an amendment sends them. A day that is left open is not sent. */
export const changedTerms = (
  before: AmendableTerms,
  after: AmendableTerms,
): Partial<AmendableTerms> =>
  Object.fromEntries(
    differing(before, after)
      .filter((field) => field !== 'priceFrom' || after.priceFrom !== '')
      .map((field) => [field, after[field]]),
  )

/** Changes in the order of the document, whatever order they came in. */
export const ordered = (changes: DocumentChange[]) =>
  changes.toSorted((a, b) => AMENDABLE.indexOf(a.field) - AMENDABLE.indexOf(b.field))
