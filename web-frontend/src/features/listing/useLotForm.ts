import type { Ref } from 'vue'
import type {
  FreightInvoice,
  Lot,
  LotEdit,
  LotVisibility,
  NewLot,
  Quality,
  QualityReport,
  QuantityKind,
  Range,
} from '@/api/model'
import type { Problem } from '@/api/problem'
import { adjustmentFaults, completeAdjustments, rowsOf } from '@/features/price'
import { rangesOf } from '@/features/stream'
import { dayOf, plusDays } from '@/lib/dates'
import { PRICE_YUAN_MAX } from '@/lib/money'
import { monthsFault, scheduleOf, sumOf, type MonthKg } from '@/lib/months'
import { inOrder, needed, useForm } from '@/ui/useForm'
import { conditionsOf, hoursFault, minimumFault, writtenConditions } from './conditions'

const WINDOW_DAYS = 90
const RADIUS_KM_MAX = 3_000

function startOf(lot: Lot | undefined, title: string) {
  const today = dayOf(new Date())
  return {
    title: lot?.title ?? title,
    description: lot?.description ?? '',
    quantityKind: (lot?.quantityKind ?? 'estimate') as QuantityKind,
    quantityKg: lot?.quantityKg,
    visibility: (lot?.visibility ?? 'public') as LotVisibility,
    priceYuanPerT: lot?.priceYuanPerT,
    adjustments: rowsOf(lot?.adjustments ?? []),
    taxIncluded: lot?.taxIncluded ?? true,
    priceBasis: (lot?.delivery ? 'delivered' : 'ex-works') as 'ex-works' | 'delivered',
    radiusKm: lot?.delivery?.radiusKm,
    freightInvoice: (lot?.delivery?.freightInvoice ?? 'one-invoice') as FreightInvoice,
    availableFrom: lot?.availableFrom ?? today,
    availableTo: lot?.availableTo ?? plusDays(today, WINDOW_DAYS),
    qualities: (lot?.qualities ?? []) as Range[],
    recurring: (lot?.months.length ?? 0) > 0,
    months: Object.fromEntries(
      (lot?.months ?? []).map((it) => [it.month, it.quantityKg]),
    ) as MonthKg,
    ...conditionsOf(lot),
  }
}

export type LotForm = ReturnType<typeof startOf>

/**
 * What a new lot of the same kind begins with. A window that has begun goes on from today, one that
 * is over begins anew with the usual length; months before it are left out, and where none is left
 * the lot does not recur.
 */
export function copyOf(lot: Lot, today: string): LotForm {
  const begins = lot.availableFrom > today ? lot.availableFrom : today
  const ends = lot.availableTo >= today ? lot.availableTo : plusDays(today, WINDOW_DAYS)
  const months = lot.months.filter(
    ({ month }) => month >= begins.slice(0, 7) && month <= ends.slice(0, 7),
  )
  return {
    ...startOf({ ...lot, months }, ''),
    qualities: lot.qualities.map((quality) => ({ ...quality })),
    availableFrom: begins,
    availableTo: ends,
  }
}

/** A range is whole when both ends are there and in order: a lot states what the buyer will get. */
export function rangeFault(ranges: Range[]): string | undefined {
  if (ranges.some((range) => range.min === undefined || range.max === undefined)) {
    return 'fault.bothEnds'
  }
  return ranges.some((range) => Number(range.min) > Number(range.max)) ? 'fault.range' : undefined
}

/** The ranges that are typed whole so far. */
export const wholeRanges = (ranges: Range[]) =>
  ranges.filter(
    (range): range is Quality => Number.isFinite(range.min) && Number.isFinite(range.max),
  )

/**
 * What a lot says about itself, for publishing and for changing it.
 *
 * @param begun what a draft said already
 */
export function useLotForm(
  lot: Lot | undefined,
  title: string,
  problem: Ref<Problem | undefined>,
  begun?: LotForm,
) {
  const form = useForm(
    () => begun ?? startOf(lot, title),
    {
      title: needed('title'),
      quantityKg: (f) =>
        !lot && !f.recurring && !(f.quantityKg && f.quantityKg > 0) && 'fault.positive',
      priceYuanPerT: (f) =>
        !(f.priceYuanPerT !== undefined && Math.abs(f.priceYuanPerT) <= PRICE_YUAN_MAX) &&
        'fault.number',
      adjustments: (f) => adjustmentFaults(f.adjustments),
      'delivery.radiusKm': (f) =>
        f.priceBasis === 'delivered' &&
        !(f.radiusKm !== undefined && f.radiusKm >= 1 && f.radiusKm <= RADIUS_KM_MAX) &&
        'fault.radius',
      availableFrom: needed('availableFrom'),
      availableTo: inOrder('availableFrom', 'availableTo'),
      qualities: (f) => rangeFault(f.qualities),
      minimumKg: (f) =>
        minimumFault(
          f.minimumKg,
          lot?.quantityKg ??
            (f.recurring
              ? sumOf(scheduleOf(f.months, f.availableFrom, f.availableTo))
              : f.quantityKg),
        ),
      'loadingHours.to': hoursFault,
      months: (f) =>
        f.recurring && monthsFault(f.months, f.availableFrom, f.availableTo, lot?.quantityKg),
    },
    problem,
  )

  const schedule = () =>
    form.form.recurring
      ? scheduleOf(form.form.months, form.form.availableFrom, form.form.availableTo)
      : []

  /** What is offered in all; undefined while nothing is typed. */
  const quantityKg = () => (form.form.recurring ? sumOf(schedule()) : form.form.quantityKg)

  function edit(): LotEdit {
    return {
      title: form.form.title.trim(),
      description: form.form.description.trim() || undefined,
      priceYuanPerT: form.form.priceYuanPerT ?? 0,
      adjustments: completeAdjustments(form.form.adjustments),
      taxIncluded: form.form.taxIncluded,
      delivery:
        form.form.priceBasis === 'delivered'
          ? { radiusKm: form.form.radiusKm ?? 0, freightInvoice: form.form.freightInvoice }
          : undefined,
      availableFrom: form.form.availableFrom,
      availableTo: form.form.availableTo,
      qualities: form.form.qualities as Quality[],
      months: schedule(),
      visibility: form.form.visibility,
      ...writtenConditions(form.form),
    }
  }

  /** All that the lot says with what stands once it is published. */
  const whole = (streamId: string, kg: number): NewLot => ({
    ...edit(),
    streamId,
    saleMethod: 'negotiation',
    quantityKind: form.form.quantityKind,
    quantityKg: kg,
  })

  /** A report replaces what the lot said of its quality. */
  function take(report: QualityReport): void {
    form.form.qualities = rangesOf(report)
  }

  return { ...form, edit, whole, quantityKg, take }
}
