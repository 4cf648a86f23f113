import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Demand, Lot, Offer, QualityAdjustment } from '@/api/model'
import { Problem } from '@/api/problem'
import chinese from '@/locales/zh-CN.json'
import { openQuantity, proposal, useTermsForm, type TermsSource } from './useTermsForm'

const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
const { fault } = chinese

const lot = {
  availableKg: 8_000,
  priceYuanPerT: -12.5,
  availableFrom: '2026-03-01',
  availableTo: '2026-06-30',
} as Lot
const demand = { openKg: 5_000, neededFrom: '2026-04-01', neededTo: '2026-05-31' } as Demand

function started(source: TermsSource, problem?: Problem) {
  let made: ReturnType<typeof useTermsForm> | undefined
  const Host = defineComponent(() => {
    made = useTermsForm(source, ref(problem))
    return () => h('div')
  })
  mount(Host, { global: { plugins: [i18n] } })
  if (!made) throw new Error('no form')
  return made
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [
    { to: 55, yuanPerTPerUnit: 20 },
    { from: 55, to: 58, yuanPerTPerUnit: 15 },
  ],
}

describe('the first proposal', () => {
  it('takes the common window, the open quantity and the price of the lot', () => {
    expect(proposal({ lot, demand }, 'terms')).toMatchObject({
      quantityKg: 5_000,
      priceYuanPerT: -12.5,
      tolerancePct: 5,
      deliverFrom: '2026-04-01',
      deliverTo: '2026-05-31',
      validTo: '2026-03-17',
      pollutionTerms: 'terms',
    })
  })

  it('does not begin in the past', () => {
    expect(proposal({ lot }, '').deliverFrom).toBe('2026-03-10')
  })

  it('keeps a window in order when the two have no common day', () => {
    const over = { ...lot, availableTo: '2026-03-15' } as Lot
    const made = proposal({ lot: over, demand }, '')
    expect([made.deliverFrom, made.deliverTo]).toEqual(['2026-04-01', '2026-05-01'])
  })

  it('is valid for no longer than the lot is there or the delivery lasts', () => {
    const short = { ...lot, availableTo: '2026-03-15' } as Lot
    expect(proposal({ lot: short }, '').validTo).toBe('2026-03-15')
    const offer = { deliverFrom: '2026-03-11', deliverTo: '2026-03-13' } as Offer
    expect(proposal({ offer }, '').validTo).toBe('2026-03-13')
  })

  it('knows no quantity without lot and demand', () => {
    expect(openQuantity({})).toBeUndefined()
    expect(openQuantity({ demand })).toBe(5_000)
  })
})

describe('the last day of an offer', () => {
  it('is sent with the terms', () => {
    const { form, check, terms } = started({ lot, demand })
    form.validTo = '2026-03-20'
    expect(check()).toBe(true)
    expect(terms()).toMatchObject({ validTo: '2026-03-20' })
  })

  it.each([
    ['', fault.required],
    ['2026-03-09', fault['validity-over']],
    ['2026-04-10', fault['validity-too-long']],
  ])('%s is not sent', (day, text) => {
    const { form, check, errorOf } = started({ lot })
    form.validTo = day
    expect(check()).toBe(false)
    expect(errorOf('validTo')).toBe(text)
  })

  it('lies on a day on which the lot is there, where that is known', () => {
    const short = { ...lot, availableTo: '2026-03-15' } as Lot
    const offer = proposal({ lot }, 'terms') as unknown as Offer
    const known = started({ lot: short, offer })
    known.form.validTo = '2026-03-16'
    expect(known.check()).toBe(false)
    expect(known.errorOf('validTo')).toBe(fault['validity-beyond-window'])
    const unknown = started({ offer })
    unknown.form.validTo = '2026-03-16'
    expect(unknown.check()).toBe(true)
  })

  it('follows the delivery until somebody chooses another', async () => {
    const { form } = started({ lot })
    form.deliverTo = '2026-03-14'
    await nextTick()
    expect(form.validTo).toBe('2026-03-14')
    form.validTo = '2026-03-13'
    form.deliverTo = '2026-03-12'
    await nextTick()
    expect(form.validTo).toBe('2026-03-13')
  })

  it('shows at its field why the exchange refused it', () => {
    const code = 'validity-beyond-window'
    const fields = [{ path: 'validTo', code, message: 'Too long.' }]
    const { errorOf } = started({ lot }, new Problem({ status: 422, code, detail: '', fields }))
    expect(errorOf('validTo')).toBe(fault[code])
  })
})

describe('premiums and penalties', () => {
  const countered = () =>
    started({
      offer: { ...proposal({ lot }, 'terms'), adjustments: [tfe] } as unknown as Offer,
    })

  it('are none unless somebody adds them', () => {
    expect(started({ lot }).terms().adjustments).toEqual([])
  })

  it('begin with those that the lot announces', () => {
    const { form, check, terms } = started({ lot: { ...lot, adjustments: [tfe] } })
    expect(check()).toBe(true)
    expect(terms().adjustments).toEqual([tfe])
    form.adjustments = []
    expect(terms().adjustments).toEqual([])
  })

  it('stay away from the answer to an offer without any, whatever the lot announces', () => {
    const offer = { ...proposal({ lot }, 'terms'), adjustments: [] } as unknown as Offer
    const { terms } = started({ lot: { ...lot, adjustments: [tfe] }, offer })
    expect(terms().adjustments).toEqual([])
  })

  it('go on from those of the offer that is countered', () => {
    const { check, terms } = countered()
    expect(check()).toBe(true)
    expect(terms().adjustments).toEqual([tfe])
  })

  it('are not sent half done, and say at the field what is missing', () => {
    const { form, check, errorOf } = countered()
    const [band] = form.adjustments[0]?.bands ?? []
    if (band) band.yuanPerTPerUnit = undefined
    expect(check()).toBe(false)
    expect(errorOf('adjustments[0].bands[0].yuanPerTPerUnit')).toBe(fault.required)
  })

  it('show at its field why the exchange refused one', () => {
    const problem = new Problem({
      status: 422,
      code: 'value-out-of-bounds',
      detail: '',
      facts: { minimum: 0, maximum: 100 },
      fields: [
        { path: 'adjustments[0].guaranteed', code: 'value-out-of-bounds', message: 'Too much.' },
      ],
    })
    expect(started({ lot }, problem).errorOf('adjustments[0].guaranteed')).toContain('0 至 100')
  })
})
