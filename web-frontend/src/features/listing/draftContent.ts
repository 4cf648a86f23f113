import type {
  Basis,
  DraftContent,
  FreightInvoice,
  Lot,
  LotVisibility,
  QuantityKind,
  Range,
} from '@/api/model'
import { BASES } from '@/features/catalog'
import type { AdjustmentRow } from '@/features/price'
import { MONTHS_MAX, monthsOf, scheduleOf, sumOf, type MonthKg } from '@/lib/months'
import {
  conditionsOf,
  LOADING_MODES,
  WEEKDAYS,
  writtenConditions,
  type ConditionsForm,
} from './conditions'
import type { LotForm } from './useLotForm'

const QUANTITY_KINDS: QuantityKind[] = ['estimate', 'firm']
const VISIBILITIES: LotVisibility[] = ['public', 'approved-buyers']
const FREIGHT_INVOICES: FreightInvoice[] = ['one-invoice', 'two-invoice']

type Fields = Record<string, unknown>

/** A value without what says nothing: empty fields, and numbers that cannot be read. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, it]) => it !== undefined && it !== '' && !Number.isNaN(it))
      .map(([name, it]) => [name, said(it)]),
  )
}

/** A lot that recurs has months also before any tonnes are typed: those of its window. */
function monthsIn({ months, availableFrom, availableTo }: LotForm): Fields[] {
  const shown = monthsOf(availableFrom, availableTo).slice(0, MONTHS_MAX)
  const all = new Set([...shown, ...Object.keys(months)])
  return [...all].sort().map((month) => ({ month, quantityKg: months[month] }))
}

/** A draft of before says nothing of what it could not; one of now is alike where nothing is typed. */
function saidConditions(form: ConditionsForm): Fields {
  const { minimumKg, destinations, loadingModes, loadingHours } = writtenConditions(form)
  return {
    minimumKg,
    destinations: destinations?.length ? destinations : undefined,
    loadingModes: loadingModes?.length ? loadingModes : undefined,
    loadingHours,
  }
}

/**
 * What a form says so far, in the words of a lot's body. What is not typed is left out, and so is a
 * number that is half typed: JSON has no word for it.
 */
export function contentOf(form: LotForm, streamId: string): DraftContent {
  const { months, availableFrom, availableTo } = form
  const sumKg = sumOf(scheduleOf(months, availableFrom, availableTo)) || undefined
  const delivered = form.priceBasis === 'delivered'
  return said({
    streamId,
    title: form.title,
    description: form.description,
    saleMethod: 'negotiation',
    quantityKind: form.quantityKind,
    quantityKg: form.recurring ? sumKg : form.quantityKg,
    priceYuanPerT: form.priceYuanPerT,
    taxIncluded: form.taxIncluded,
    delivery: delivered
      ? { radiusKm: form.radiusKm, freightInvoice: form.freightInvoice }
      : undefined,
    availableFrom,
    availableTo,
    qualities: form.qualities,
    adjustments: form.adjustments,
    months: form.recurring ? monthsIn(form) : undefined,
    visibility: form.visibility,
    ...saidConditions(form),
  }) as DraftContent
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined)

function wordOf<Word extends string>(value: unknown, words: Word[], usual: Word): Word {
  return words.find((word) => word === value) ?? usual
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

const basisOf = (value: unknown) => wordOf<Basis>(value, BASES, 'none')

const rangeOf = ({ parameter, min, max, basis }: Fields): Range => ({
  parameter: textOf(parameter),
  min: numberOf(min),
  max: numberOf(max),
  basis: basisOf(basis),
})

const adjustmentOf = ({ parameter, basis, guaranteed, bands }: Fields): AdjustmentRow => ({
  parameter: textOf(parameter),
  basis: basisOf(basis),
  guaranteed: numberOf(guaranteed),
  bands: listOf(bands).map(({ from, to, yuanPerTPerUnit }) => ({
    from: numberOf(from),
    to: numberOf(to),
    yuanPerTPerUnit: numberOf(yuanPerTPerUnit),
  })),
})

const monthKgOf = (months: Fields[]): MonthKg =>
  Object.fromEntries(
    months
      .map(({ month, quantityKg }) => [textOf(month), numberOf(quantityKg)] as const)
      .filter(([, kg]) => kg !== undefined),
  )

const wordsOf = <Word extends string>(value: unknown, words: Word[]): Word[] =>
  Array.isArray(value) ? words.filter((word) => value.includes(word)) : []

function conditionsIn({ minimumKg, destinations, loadingModes, loadingHours }: Fields) {
  const hours = isFields(loadingHours) ? loadingHours : {}
  const days = wordsOf(hours.days, WEEKDAYS)
  return conditionsOf({
    minimumKg: numberOf(minimumKg),
    destinations: Array.isArray(destinations)
      ? destinations.filter((it) => typeof it === 'string')
      : [],
    loadingModes: wordsOf(loadingModes, LOADING_MODES),
    loadingHours: days.length
      ? { days, from: textOf(hours.from), to: textOf(hours.to) }
      : undefined,
  })
}

/** The stream that a draft is about; empty while none is chosen. */
export const streamOf = (content: DraftContent) => textOf(content.streamId)

/**
 * The form that a draft fills in again. A draft is kept as it was sent, so whatever is not as a form
 * says it counts as not typed.
 *
 * @param lot the lot that is to be changed, whose quantity stands
 */
export function formOf(content: DraftContent, lot?: Lot): LotForm {
  const delivery = isFields(content.delivery) ? content.delivery : undefined
  const months = listOf(content.months)
  return {
    title: textOf(content.title),
    description: textOf(content.description),
    quantityKind: lot?.quantityKind ?? wordOf(content.quantityKind, QUANTITY_KINDS, 'estimate'),
    quantityKg: lot?.quantityKg ?? numberOf(content.quantityKg),
    visibility: wordOf(content.visibility, VISIBILITIES, lot?.visibility ?? 'public'),
    priceYuanPerT: numberOf(content.priceYuanPerT),
    adjustments: listOf(content.adjustments).map(adjustmentOf),
    taxIncluded: content.taxIncluded !== false,
    priceBasis: delivery ? 'delivered' : 'ex-works',
    radiusKm: numberOf(delivery?.radiusKm),
    freightInvoice: wordOf(delivery?.freightInvoice, FREIGHT_INVOICES, 'one-invoice'),
    availableFrom: textOf(content.availableFrom),
    availableTo: textOf(content.availableTo),
    qualities: listOf(content.qualities).map(rangeOf),
    recurring: months.length > 0,
    months: monthKgOf(months),
    ...conditionsIn(content),
  }
}
