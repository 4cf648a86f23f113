import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Lot, QualityAdjustment, QualityReport } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import { copyOf, rangeFault, useLotForm, wholeRanges } from './useLotForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })

function started(lot?: Lot) {
  let made: ReturnType<typeof useLotForm> | undefined
  const Host = defineComponent(() => {
    made = useLotForm(lot, '钢渣', ref(undefined))
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no form')
  made.form.priceYuanPerT = 5
  made.form.availableFrom = '2026-11-20'
  made.form.availableTo = '2027-01-10'
  return made
}

const moisture: QualityAdjustment = {
  parameter: 'moisture',
  basis: 'wet',
  guaranteed: 8,
  bands: [{ from: 8, to: 12, yuanPerTPerUnit: -2 }],
}

describe('a lot that recurs', () => {
  it('offers what its months sum to', () => {
    const { form, check, edit, quantityKg } = started()
    form.recurring = true
    form.months = { '2026-11': 5000, '2027-01': 7000, '2027-02': 9000 }
    expect(check()).toBe(true)
    expect(quantityKg()).toBe(12_000)
    expect(edit().months).toEqual([
      { month: '2026-11', quantityKg: 5000 },
      { month: '2026-12', quantityKg: 0 },
      { month: '2027-01', quantityKg: 7000 },
    ])
  })

  it('keeps the quantity that was published', () => {
    const lot = {
      title: '钢渣',
      quantityKg: 12_000,
      months: [
        { month: '2026-11', quantityKg: 5000 },
        { month: '2026-12', quantityKg: 7000 },
      ],
      qualities: [],
    } as unknown as Lot
    const { form, check, errorOf } = started(lot)
    expect(form.recurring).toBe(true)
    expect(check()).toBe(true)
    form.months = { ...form.months, '2026-12': 7001 }
    expect(check()).toBe(false)
    expect(errorOf('months')).toBe(chinese.fault.monthsSum)
  })

  it('is not sent with a month that cannot be read, or without any tonnes', () => {
    const { form, check, errorOf } = started()
    form.recurring = true
    expect(check()).toBe(false)
    expect(errorOf('months')).toBe(chinese.fault.monthsEmpty)
    form.months = { '2026-11': Number.NaN }
    expect(check()).toBe(false)
    expect(errorOf('months')).toBe(chinese.fault.number)
  })

  it('has no months when it moves once', () => {
    const { form, check, edit, quantityKg } = started()
    form.months = { '2026-11': 5000 }
    expect(check()).toBe(false)
    form.quantityKg = 8000
    expect(check()).toBe(true)
    expect(quantityKg()).toBe(8000)
    expect(edit().months).toEqual([])
  })
})

describe('what a lot asks of orders', () => {
  it.each([
    [undefined, undefined],
    [8000, undefined],
    [8001, chinese.fault.minimumAboveQuantity],
    [0, chinese.fault.positive],
    [Number.NaN, chinese.fault.number],
  ])('a minimum of %s kg of 8000', (minimumKg, fault) => {
    const { form, check, errorOf, edit } = started()
    form.quantityKg = 8000
    form.minimumKg = minimumKg
    expect(check()).toBe(fault === undefined)
    expect(errorOf('minimumKg')).toBe(fault ?? '')
    expect(edit().minimumKg).toBe(minimumKg)
  })

  it('has hours only where it has days, and they end after they begin', () => {
    const { form, check, errorOf, edit } = started()
    form.quantityKg = 8000
    form.loadingTo = '07:00'
    expect(check()).toBe(true)
    expect(edit().loadingHours).toBeUndefined()
    form.loadingDays = ['friday', 'monday']
    expect(check()).toBe(false)
    expect(errorOf('loadingHours.to')).toBe(chinese.fault.hours)
    form.loadingTo = '16:30'
    expect(check()).toBe(true)
    expect(edit().loadingHours).toEqual({ days: ['monday', 'friday'], from: '08:00', to: '16:30' })
  })

  it('is copied with the lot', () => {
    const lot = {
      title: '钢渣',
      availableFrom: '2026-11-20',
      availableTo: '2027-01-10',
      months: [],
      qualities: [],
      minimumKg: 30_000,
      destinations: ['370100'],
      loadingModes: ['tanker'],
      loadingHours: { days: ['monday'], from: '06:00', to: '18:00' },
    } as unknown as Lot
    expect(copyOf(lot, '2026-12-01')).toMatchObject({
      minimumKg: 30_000,
      destinations: ['370100'],
      loadingModes: ['tanker'],
      loadingDays: ['monday'],
      loadingFrom: '06:00',
      loadingTo: '18:00',
    })
  })
})

describe('ranges of a lot', () => {
  const basis = 'dry' as const

  it.each([
    [[], undefined],
    [[{ parameter: 'mgo', min: 1, max: 2, basis }], undefined],
    [[{ parameter: 'mgo', min: 0, max: 0, basis }], undefined],
    [[{ parameter: 'mgo', max: 2, basis }], 'fault.bothEnds'],
    [[{ parameter: 'mgo', min: 3, max: 2, basis }], 'fault.range'],
  ])('%j: %s', (ranges, fault) => {
    expect(rangeFault(ranges)).toBe(fault)
  })

  it('tell an example of the price what to expect only once they are typed whole', () => {
    const whole = { parameter: 'mgo', min: 0, max: 2, basis }
    const open = { parameter: 'cao', min: 1, basis }
    const unread = { parameter: 'sio2', min: 1, max: Number.NaN, basis }
    expect(wholeRanges([whole, open, unread])).toEqual([whole])
  })
})

describe('premiums and penalties of a lot', () => {
  const announced = () =>
    started({
      title: '钢渣',
      quantityKg: 12_000,
      months: [],
      qualities: [],
      adjustments: [moisture],
    } as unknown as Lot)

  it('are none unless somebody adds them', () => {
    const { form, check, edit } = started()
    form.quantityKg = 8000
    expect(check()).toBe(true)
    expect(edit().adjustments).toEqual([])
  })

  it('stay as long as nobody changes them', () => {
    const { check, edit } = announced()
    expect(check()).toBe(true)
    expect(edit().adjustments).toEqual([moisture])
  })

  it('are gone when they were taken away', () => {
    const { form, check, edit } = announced()
    form.adjustments = []
    expect(check()).toBe(true)
    expect(edit().adjustments).toEqual([])
  })

  it('are not sent half done, and say at the field what is missing', () => {
    const { form, check, errorOf } = announced()
    form.adjustments = form.adjustments.map((row) => ({ ...row, guaranteed: undefined }))
    expect(check()).toBe(false)
    expect(errorOf('adjustments[0].guaranteed')).toBe(chinese.fault.required)
  })
})

describe('the values of a report', () => {
  it('replace what the lot said of its quality', () => {
    const values = [
      { parameter: 'moisture', min: 8, max: 9.5, basis: 'wet' },
      { parameter: 'mgo', min: 5, max: 5, basis: 'dry' },
    ]
    const { form, take, check, edit } = started()
    form.quantityKg = 8000
    form.qualities = [
      { parameter: 'cao', min: 40, basis: 'dry' },
      { parameter: 'moisture', min: 1, max: 2, basis: 'wet' },
    ]
    take({ values } as QualityReport)
    expect(check()).toBe(true)
    expect(edit().qualities).toEqual(values)

    form.qualities = form.qualities.map((range) => ({ ...range, max: 50 }))
    expect(values[0]?.max).toBe(9.5)
  })
})

describe('a copy of a lot', () => {
  const lot = {
    title: '钢渣',
    quantityKg: 12_000,
    priceYuanPerT: -5,
    taxIncluded: true,
    availableFrom: '2026-10-01',
    availableTo: '2026-12-31',
    adjustments: [moisture],
    qualities: [{ parameter: 'moisture', min: 1, max: 3, basis: 'wet' }],
    months: [
      { month: '2026-10', quantityKg: 4000 },
      { month: '2026-11', quantityKg: 4000 },
      { month: '2026-12', quantityKg: 4000 },
    ],
  } as unknown as Lot

  it('goes on from today with the months that are left', () => {
    const copy = copyOf(lot, '2026-11-26')
    expect(copy).toMatchObject({
      title: '钢渣',
      priceYuanPerT: -5,
      availableFrom: '2026-11-26',
      availableTo: '2026-12-31',
      recurring: true,
      months: { '2026-11': 4000, '2026-12': 4000 },
    })
    expect(copy.qualities).toEqual(lot.qualities)
    expect(copy.qualities[0]).not.toBe(lot.qualities[0])
  })

  it('has premiums and penalties of its own, the same ones', () => {
    const copy = copyOf(lot, '2026-11-26')
    expect(copy.adjustments).toEqual(lot.adjustments)
    expect(copy.adjustments[0]?.bands[0]).not.toBe(lot.adjustments[0]?.bands[0])
  })

  it('begins anew, once, when its window is over', () => {
    expect(copyOf(lot, '2027-02-01')).toMatchObject({
      availableFrom: '2027-02-01',
      availableTo: '2027-05-02',
      recurring: false,
      quantityKg: 12_000,
    })
  })

  it('keeps a window that is still to come', () => {
    expect(copyOf(lot, '2026-09-01')).toMatchObject({
      availableFrom: '2026-10-01',
      availableTo: '2026-12-31',
    })
  })
})
