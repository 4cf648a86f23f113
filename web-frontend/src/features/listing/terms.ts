import type {
  FreightInvoice,
  LotVisibility,
  QualityAdjustment,
  QuantityKind,
  Range,
} from '@/api/model'
import { completeAdjustments } from '@/features/price'
import type { MonthQuantity } from '@/lib/months'
import { writtenConditions, type Conditions } from './conditions'
import type { LotForm } from './useLotForm'

/** What a lot, or a draft of one, says of itself, as far as it says anything. */
export interface Terms extends Conditions {
  title?: string
  description?: string
  quantityKind?: QuantityKind
  quantityKg?: number
  priceYuanPerT?: number
  taxIncluded: boolean
  delivery?: { radiusKm?: number; freightInvoice: FreightInvoice }
  availableFrom?: string
  availableTo?: string
  qualities: Range[]
  months: MonthQuantity[]
  adjustments: QualityAdjustment[]
  visibility?: LotVisibility
}

/** What a draft says that fills a form; a premium or penalty that is half done says nothing yet. */
export function termsOf(form: LotForm): Terms {
  const { priceBasis, radiusKm, freightInvoice, months } = form
  return {
    title: form.title || undefined,
    description: form.description || undefined,
    quantityKind: form.quantityKind,
    quantityKg: form.quantityKg,
    priceYuanPerT: form.priceYuanPerT,
    taxIncluded: form.taxIncluded,
    delivery: priceBasis === 'delivered' ? { radiusKm, freightInvoice } : undefined,
    availableFrom: form.availableFrom || undefined,
    availableTo: form.availableTo || undefined,
    qualities: form.qualities,
    months: Object.entries(months)
      .map(([month, quantityKg = 0]) => ({ month, quantityKg }))
      .sort((one, other) => one.month.localeCompare(other.month)),
    adjustments: completeAdjustments(form.adjustments),
    visibility: form.visibility,
    ...writtenConditions(form),
  }
}
