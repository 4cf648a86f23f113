import { watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Assay, Demand, Lot, Offer, OfferTerms, Scale } from '@/api/model'
import type { Problem } from '@/api/problem'
import {
  adjustmentFaults,
  completeAdjustments,
  completeFormula,
  formulaFaults,
  formulaForm,
  rowsOf,
  type AdjustmentRow,
  type FormulaForm,
} from '@/features/price'
import { dayOf, plusDays } from '@/lib/dates'
import { PRICE_YUAN_MAX } from '@/lib/money'
import { inOrder, needed, useForm } from '@/ui/useForm'
import {
  frameworkFaults,
  frameworkForm,
  frameworkOf,
  type FrameworkForm,
} from './calloff/framework'
import type { BindingTerms } from './approvals'
import { usualLastDay, validityFault } from './validity'

/** What the exchange takes where nothing is said. */
export const TOLERANCE_PCT = 5
const TOLERANCE_PCT_MAX = 10
const WINDOW_DAYS = 30

export interface TermsSource {
  lot?: Lot
  demand?: Demand
  offer?: Offer
}

/** The later of two days, or the one that is there. */
function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

/** The quantity that both sides still have open. */
export function openQuantity({ lot, demand }: TermsSource): number | undefined {
  const amounts = [lot?.availableKg, demand?.openKg].filter((kg) => kg !== undefined)
  return amounts.length ? Math.min(...amounts) : undefined
}

/**
 * The first proposal from what is known: the common window and quantity, and the lot's price with
 * its premiums and penalties.
 */
export function proposal(source: TermsSource, terms: string): OfferTermsForm {
  const { lot, demand, offer } = source
  const today = dayOf(new Date())
  const from = later(today, later(lot?.availableFrom, demand?.neededFrom)) ?? today
  const end = earlier(lot?.availableTo, demand?.neededTo) ?? plusDays(from, WINDOW_DAYS)
  const deliverTo = offer?.deliverTo ?? (end < from ? plusDays(from, WINDOW_DAYS) : end)
  return {
    quantityKg: offer?.quantityKg ?? openQuantity(source),
    priceYuanPerT: offer?.priceYuanPerT ?? lot?.priceYuanPerT,
    adjustments: rowsOf(offer?.adjustments ?? lot?.adjustments ?? []),
    formula: formulaForm(offer?.formula),
    governingScale: offer?.governingScale ?? 'buyer',
    governingAssay: offer?.governingAssay ?? 'buyer',
    tolerancePct: offer?.tolerancePct ?? TOLERANCE_PCT,
    deliverFrom: offer?.deliverFrom ?? from,
    deliverTo,
    framework: frameworkForm(offer?.framework),
    validTo: usualLastDay(today, deliverTo, lot?.availableTo),
    pollutionTerms: offer?.pollutionTerms ?? terms,
    message: '',
  }
}

export interface OfferTermsForm {
  quantityKg: number | undefined
  priceYuanPerT: number | undefined
  adjustments: AdjustmentRow[]
  formula: FormulaForm
  governingScale: Scale
  governingAssay: Assay
  tolerancePct: number | undefined
  deliverFrom: string
  deliverTo: string
  framework: FrameworkForm
  validTo: string
  pollutionTerms: string
  message: string
}

export function useTermsForm(source: TermsSource, problem: Ref<Problem | undefined>) {
  const { t } = useI18n()
  const today = dayOf(new Date())
  const form = useForm(
    () => proposal(source, t('offer.pollutionDefault')),
    {
      quantityKg: (f) => !(f.quantityKg && f.quantityKg > 0) && 'fault.positive',
      priceYuanPerT: (f) =>
        !(f.priceYuanPerT !== undefined && Math.abs(f.priceYuanPerT) <= PRICE_YUAN_MAX) &&
        'fault.number',
      adjustments: (f) => adjustmentFaults(f.adjustments),
      formula: (f) => formulaFaults(f.formula),
      tolerancePct: (f) =>
        !(
          f.tolerancePct !== undefined &&
          f.tolerancePct >= 0 &&
          f.tolerancePct <= TOLERANCE_PCT_MAX
        ) && 'fault.tolerance',
      deliverFrom: needed('deliverFrom'),
      deliverTo: inOrder('deliverFrom', 'deliverTo'),
      framework: (f) => frameworkFaults(f.framework),
      validTo: (f) => validityFault(f.validTo, today, source.lot?.availableTo),
      pollutionTerms: needed('pollutionTerms'),
    },
    problem,
  )

  const usual = (deliverTo: string) => usualLastDay(today, deliverTo, source.lot?.availableTo)
  /** A last day that nobody chose follows the delivery. */
  watch(
    () => form.form.deliverTo,
    (now, before) => {
      if (form.form.validTo === usual(before)) form.form.validTo = usual(now)
    },
  )

  function terms(): OfferTerms {
    const { form: f } = form
    return {
      quantityKg: f.quantityKg ?? 0,
      priceYuanPerT: f.priceYuanPerT ?? 0,
      adjustments: completeAdjustments(f.adjustments),
      formula: completeFormula(f.formula),
      governingScale: f.governingScale,
      governingAssay: f.governingAssay,
      tolerancePct: f.tolerancePct ?? TOLERANCE_PCT,
      deliverFrom: f.deliverFrom,
      deliverTo: f.deliverTo,
      framework: frameworkOf(f.framework),
      validTo: f.validTo,
      pollutionTerms: f.pollutionTerms.trim(),
      message: f.message.trim() || undefined,
    }
  }

  /** What of the terms binds to a sum, as soon as there is one. */
  function binding(): BindingTerms | undefined {
    const { quantityKg, priceYuanPerT, adjustments, formula } = form.form
    const known =
      quantityKg !== undefined &&
      quantityKg > 0 &&
      priceYuanPerT !== undefined &&
      Number.isFinite(priceYuanPerT) &&
      Object.keys({ ...adjustmentFaults(adjustments), ...formulaFaults(formula) }).length === 0
    return known
      ? {
          quantityKg,
          priceYuanPerT,
          adjustments: completeAdjustments(adjustments),
          formula: completeFormula(formula),
        }
      : undefined
  }

  return { ...form, terms, binding }
}
