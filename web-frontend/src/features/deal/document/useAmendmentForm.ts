import { computed, type Ref } from 'vue'
import type { AmendmentDraft, DocumentVersion } from '@/api/model'
import type { Problem } from '@/api/problem'
import {
  adjustmentFaults,
  completeAdjustments,
  rowsOf,
  sameAdjustments,
  type AdjustmentRow,
} from '@/features/price'
import { dayOf, isDay } from '@/lib/dates'
import { PRICE_YUAN_MAX } from '@/lib/money'
import { monthsFault, scheduleOf, type MonthKg, type MonthQuantity } from '@/lib/months'
import { needed, useForm } from '@/ui/useForm'
import { amendableOf, changedTerms, changesBetween, type AmendableTerms } from './changes'

export const TOLERANCE_PCT_MAX = 10
export const POLLUTION_MIN = 10
/** Less than this is a sample, not a delivery. */
const QUANTITY_KG_MIN = 1_000

type Texts = 'deliverTo' | 'priceFrom' | 'pollutionTerms' | 'paymentTerms' | 'filingReference'

interface AmendmentForm extends Pick<AmendableTerms, Texts> {
  quantityKg: number | undefined
  months: MonthKg
  priceYuanPerT: number | undefined
  adjustments: AdjustmentRow[]
  tolerancePct: number | undefined
  note: string
}

/** Spaces at its ends do not change a text. */
const kept = (now: string, before: string) => (now.trim() === before.trim() ? before : now.trim())

const known = (typed: number | undefined, before: number) =>
  typed === undefined || Number.isNaN(typed) ? before : typed

/** Months that stand with nothing in them are none. */
const moved = (months: MonthQuantity[]) => months.filter(({ quantityKg }) => quantityKg > 0)

const sameMonths = (some: MonthQuantity[], others: MonthQuantity[]) =>
  JSON.stringify(moved(some)) === JSON.stringify(moved(others))

/** The terms as they would be; what cannot be read yet stays as it was. */
export function termsOf(
  form: AmendmentForm,
  before: AmendableTerms,
  deliverFrom: string,
): AmendableTerms {
  const deliverTo = isDay(form.deliverTo) ? form.deliverTo : before.deliverTo
  const months = scheduleOf(form.months, deliverFrom, deliverTo)
  const readable =
    Object.keys(adjustmentFaults(form.adjustments)).length === 0
      ? completeAdjustments(form.adjustments)
      : before.adjustments
  const adjustments = sameAdjustments(readable, before.adjustments) ? before.adjustments : readable
  const priceYuanPerT = known(form.priceYuanPerT, before.priceYuanPerT)
  const repriced =
    priceYuanPerT !== before.priceYuanPerT || !sameAdjustments(adjustments, before.adjustments)
  return {
    quantityKg: known(form.quantityKg, before.quantityKg),
    months:
      before.months.length === 0 || sameMonths(months, before.months) ? before.months : months,
    priceYuanPerT,
    priceFrom: repriced ? form.priceFrom : before.priceFrom,
    adjustments,
    deliverTo,
    tolerancePct: known(form.tolerancePct, before.tolerancePct),
    pollutionTerms: kept(form.pollutionTerms, before.pollutionTerms),
    paymentTerms: kept(form.paymentTerms, before.paymentTerms),
    filingReference: kept(form.filingReference, before.filingReference),
  }
}

/** An amendment of the version in force, as it is typed. */
export function useAmendmentForm(
  version: () => DocumentVersion,
  problem: Ref<Problem | undefined>,
) {
  const today = dayOf(new Date())
  const before = computed(() => amendableOf(version().content))
  const termsNow = (it: AmendmentForm) => termsOf(it, before.value, version().content.deliverFrom)

  function dayFault({ deliverTo }: AmendmentForm): string | undefined {
    if (!isDay(deliverTo)) return 'fault.required'
    if (deliverTo === before.value.deliverTo) return undefined
    if (deliverTo < version().content.deliverFrom) return 'fault.order'
    return deliverTo < today ? 'fault.validity-over' : undefined
  }

  function scheduleFault(it: AmendmentForm): string | undefined {
    const { months, quantityKg } = termsNow(it)
    if (months === before.value.months) return undefined
    return monthsFault(it.months, version().content.deliverFrom, it.deliverTo, quantityKg)
  }

  function priceDayFault(it: AmendmentForm): string | undefined {
    const { priceFrom: from } = it
    if (from === '' || from === before.value.priceFrom) return undefined
    if (!isDay(from)) return 'fault.required'
    const outside = from < version().content.deliverFrom || from > it.deliverTo
    if (outside) return 'problem.price-day-outside-delivery'
    return termsNow(it).priceFrom === from ? undefined : 'problem.price-day-alone'
  }

  const form = useForm<AmendmentForm>(
    () => {
      const { months, adjustments, ...terms } = amendableOf(version().content)
      return {
        ...terms,
        priceFrom: '',
        months: Object.fromEntries(months.map(({ month, quantityKg }) => [month, quantityKg])),
        adjustments: rowsOf(adjustments),
        note: '',
      }
    },
    {
      quantityKg: ({ quantityKg: it }) =>
        !(it !== undefined && it >= QUANTITY_KG_MIN) && 'fault.positive',
      months: scheduleFault,
      priceYuanPerT: ({ priceYuanPerT: it }) =>
        !(it !== undefined && Math.abs(it) <= PRICE_YUAN_MAX) && 'fault.number',
      priceFrom: priceDayFault,
      adjustments: (f) => adjustmentFaults(f.adjustments),
      deliverTo: dayFault,
      tolerancePct: ({ tolerancePct: it }) =>
        !(it !== undefined && it >= 0 && it <= TOLERANCE_PCT_MAX) && 'fault.tolerance',
      pollutionTerms: (f) => f.pollutionTerms.trim().length < POLLUTION_MIN && 'fault.shortTerms',
      note: needed('note'),
      changes: (f) =>
        changesBetween(before.value, termsNow(f)).length === 0 && 'contract.amend.unchanged',
    },
    problem,
  )

  const changes = computed(() => changesBetween(before.value, termsNow(form.form)))

  const draft = (): AmendmentDraft => ({
    basedOn: version().sha256,
    note: form.form.note.trim(),
    ...changedTerms(before.value, termsNow(form.form)),
  })

  return { ...form, changes, draft, today }
}
