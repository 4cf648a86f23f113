import { watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { exchangeNow } from '@/api/exchangeClock'
import type { Assay, Lot, NewTender, Scale } from '@/api/model'
import type { Problem } from '@/api/problem'
import { adjustmentFaults, completeAdjustments, rowsOf, type AdjustmentRow } from '@/features/price'
import { dayOf, fromLocalField, isDay, plusDays, toLocalField } from '@/lib/dates'
import { useForm } from '@/ui/useForm'
import { CLOSING_MOST_MS, usualClosing } from './course'
import { BID_YUAN_MAX } from './envelope'

export const BIDDERS_MAX = 20
export const OPENING_HOURS_MAX = 168
export const AWARD_DAYS_MAX = 30
const BIDDERS_USUAL = 3
const OPENING_HOURS_USUAL = 24
const AWARD_DAYS_USUAL = 5
const TOLERANCE_PCT = 5
const TOLERANCE_PCT_MAX = 10
const HOURS_PER_DAY = 24
const TERMS_LETTERS_MIN = 10

export interface TenderForm {
  quantityKg: number | undefined
  minimumPriceYuanPerT: number | undefined
  minimumBidders: number | undefined
  depositFen: number | undefined
  /** The value of a `datetime-local` field. */
  closesAt: string
  openingHours: number | undefined
  awardDays: number | undefined
  governingScale: Scale
  governingAssay: Assay
  tolerancePct: number | undefined
  deliverFrom: string
  deliverTo: string
  adjustments: AdjustmentRow[]
  pollutionTerms: string
  conditions: string
}

/** A whole number from least to most. */
const isWhole = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= least && value <= most

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)

type Times = Pick<TenderForm, 'closesAt' | 'openingHours' | 'awardDays'>

/** The first day of delivery that is usual: the day after the last one on which may be awarded. */
export function usualFirstDay(times: Times, lot: Lot): string {
  const closing = fromLocalField(times.closesAt)
  if (!closing) return lot.availableFrom
  const days = Math.ceil((times.openingHours ?? 0) / HOURS_PER_DAY) + (times.awardDays ?? 0) + 1
  const after = plusDays(dayOf(new Date(closing)), Number.isFinite(days) ? days : 1)
  return later(earlier(after, lot.availableTo), lot.availableFrom)
}

export function firstForm(lot: Lot, pollutionTerms: string, now: number): TenderForm {
  const times = {
    closesAt: toLocalField(new Date(usualClosing(now))),
    openingHours: OPENING_HOURS_USUAL,
    awardDays: AWARD_DAYS_USUAL,
  }
  return {
    quantityKg: lot.availableKg,
    minimumPriceYuanPerT: undefined,
    minimumBidders: BIDDERS_USUAL,
    depositFen: undefined,
    ...times,
    governingScale: 'buyer',
    governingAssay: 'buyer',
    tolerancePct: TOLERANCE_PCT,
    deliverFrom: usualFirstDay(times, lot),
    deliverTo: lot.availableTo,
    adjustments: rowsOf(lot.adjustments),
    pollutionTerms,
    conditions: '',
  }
}

/**
 * A message key for what keeps bids from being taken until then, if anything does. How long bidders
 * have at least is the exchange's to say.
 */
export function closingFault(closesAt: string, now: number): string | undefined {
  const closing = fromLocalField(closesAt)
  if (!closing) return 'fault.required'
  const ahead = Date.parse(closing) - now
  if (ahead <= 0) return 'fault.closesTooSoon'
  return ahead > CLOSING_MOST_MS ? 'fault.closesTooLate' : undefined
}

function firstDayFault(form: TenderForm, lot: Lot): string | undefined {
  if (!isDay(form.deliverFrom)) return 'fault.required'
  const closing = fromLocalField(form.closesAt)
  if (closing && form.deliverFrom <= dayOf(new Date(closing))) return 'fault.afterClosing'
  return form.deliverFrom < lot.availableFrom ? 'fault.outsideLot' : undefined
}

function lastDayFault(form: TenderForm, lot: Lot): string | undefined {
  if (!isDay(form.deliverTo)) return 'fault.required'
  if (form.deliverTo < form.deliverFrom) return 'fault.order'
  return form.deliverTo > lot.availableTo ? 'fault.outsideLot' : undefined
}

export function useTenderForm(lot: Lot, problem: Ref<Problem | undefined>) {
  const { t } = useI18n()
  const form = useForm(
    () => firstForm(lot, t('offer.pollutionDefault'), exchangeNow()),
    {
      quantityKg: (f) => {
        if (!(f.quantityKg && f.quantityKg > 0)) return 'fault.positive'
        return f.quantityKg > lot.availableKg && 'fault.overAvailable'
      },
      minimumPriceYuanPerT: (f) =>
        f.minimumPriceYuanPerT !== undefined &&
        !(Math.abs(f.minimumPriceYuanPerT) <= BID_YUAN_MAX) &&
        'fault.bidPrice',
      minimumBidders: (f) => !isWhole(f.minimumBidders, 1, BIDDERS_MAX) && 'fault.bidders',
      depositFen: (f) => f.depositFen !== undefined && !(f.depositFen >= 0) && 'fault.number',
      closesAt: (f) => closingFault(f.closesAt, exchangeNow()),
      openingHours: (f) => !isWhole(f.openingHours, 1, OPENING_HOURS_MAX) && 'fault.openingHours',
      awardDays: (f) => !isWhole(f.awardDays, 1, AWARD_DAYS_MAX) && 'fault.awardDays',
      tolerancePct: (f) =>
        !(
          f.tolerancePct !== undefined &&
          f.tolerancePct >= 0 &&
          f.tolerancePct <= TOLERANCE_PCT_MAX
        ) && 'fault.tolerance',
      deliverFrom: (f) => firstDayFault(f, lot),
      deliverTo: (f) => lastDayFault(f, lot),
      adjustments: (f) => adjustmentFaults(f.adjustments),
      pollutionTerms: (f) => {
        if (!f.pollutionTerms.trim()) return 'fault.required'
        return f.pollutionTerms.trim().length < TERMS_LETTERS_MIN && 'fault.shortTerms'
      },
    },
    problem,
  )

  /** A first day that nobody chose follows the times of the tender. */
  watch(
    () => {
      const { closesAt, openingHours, awardDays } = form.form
      return { closesAt, openingHours, awardDays }
    },
    (now, before) => {
      if (form.form.deliverFrom === usualFirstDay(before, lot)) {
        form.form.deliverFrom = usualFirstDay(now, lot)
      }
    },
  )

  function draft(): NewTender {
    const { form: f } = form
    return {
      lotId: lot.id,
      quantityKg: f.quantityKg ?? 0,
      minimumPriceYuanPerT: f.minimumPriceYuanPerT,
      minimumBidders: f.minimumBidders ?? BIDDERS_USUAL,
      depositFen: f.depositFen || undefined,
      closesAt: fromLocalField(f.closesAt) ?? '',
      openingHours: f.openingHours ?? OPENING_HOURS_USUAL,
      awardDays: f.awardDays ?? AWARD_DAYS_USUAL,
      governingScale: f.governingScale,
      governingAssay: f.governingAssay,
      tolerancePct: f.tolerancePct ?? TOLERANCE_PCT,
      deliverFrom: f.deliverFrom,
      deliverTo: f.deliverTo,
      adjustments: completeAdjustments(f.adjustments),
      pollutionTerms: f.pollutionTerms.trim(),
      conditions: f.conditions.trim() || undefined,
    }
  }

  return { ...form, draft }
}
