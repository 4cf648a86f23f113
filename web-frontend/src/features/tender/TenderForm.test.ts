import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lot, NewTender } from '@/api/model'
import english from '@/locales/en.json'
import TenderForm from './TenderForm.vue'
import { closingFault, firstForm, usualFirstDay } from './useTenderForm'

const words = english.tender
const NOW = Date.parse('2026-03-01T04:00:00Z')
const lot = {
  id: 'l1',
  title: 'Slag',
  availableKg: 800_000,
  availableFrom: '2026-03-01',
  availableTo: '2026-06-30',
  priceYuanPerT: 3,
  adjustments: [] as Lot['adjustments'],
  qualities: [] as Lot['qualities'],
} as Lot

describe('a tender that nobody has changed', () => {
  it('is for all that the lot has, a week ahead, and delivers after it can be awarded', () => {
    expect(firstForm(lot, 'Covered trucks only.', NOW)).toEqual({
      quantityKg: 800_000,
      minimumPriceYuanPerT: undefined,
      minimumBidders: 3,
      depositFen: undefined,
      closesAt: '2026-03-08T10:00',
      openingHours: 24,
      awardDays: 5,
      governingScale: 'buyer',
      governingAssay: 'buyer',
      tolerancePct: 5,
      deliverFrom: '2026-03-15',
      deliverTo: '2026-06-30',
      adjustments: [],
      pollutionTerms: 'Covered trucks only.',
      conditions: '',
    })
  })

  it('delivers in the window of the lot', () => {
    const times = { closesAt: '2026-03-08T10:00', openingHours: 24, awardDays: 5 }
    expect(usualFirstDay(times, { ...lot, availableFrom: '2026-04-01' })).toBe('2026-04-01')
    expect(usualFirstDay(times, { ...lot, availableTo: '2026-03-10' })).toBe('2026-03-10')
    expect(usualFirstDay({ ...times, closesAt: '' }, lot)).toBe(lot.availableFrom)
    expect(usualFirstDay({ ...times, awardDays: Number.NaN }, lot)).toBe('2026-03-09')
  })
})

describe('the closing', () => {
  it.each([
    ['', 'fault.required'],
    ['2026-03-01T12:00', 'fault.closesTooSoon'],
    ['2026-03-01T12:01', undefined],
    ['2026-04-30T12:00', undefined],
    ['2026-04-30T12:01', 'fault.closesTooLate'],
  ])('at %s is ahead, and at most sixty days', (closesAt, fault) => {
    expect(closingFault(closesAt, NOW)).toBe(fault)
  })
})

/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

let sent: { path: string; body: NewTender }[]
let answer: () => Response
let form: VueWrapper | undefined

beforeEach(() => {
  sent = []
  answer = () => new Response(JSON.stringify({ id: 't1' }), { status: 201 })
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    const path = url.replace('/api/v1', '')
    if (method !== 'POST') return Promise.resolve(new Response(JSON.stringify({ items: [] })))
    sent.push({ path, body: JSON.parse(String(body)) as NewTender })
    return Promise.resolve(answer())
  })
})
afterEach(() => {
  form?.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function shown() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/lots/:id', name: 'lot', component: empty },
      { path: '/tenders/:id', name: 'tender', component: empty },
    ],
  })
  await router.push('/lots/l1')
  const made = mount(TenderForm, {
    props: { lot },
    attachTo: document.body,
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
  })
  form = made
  await rest()
  const field = (label: string) => {
    const item = made.findAll('.el-form-item').find((it) => it.find('label').text() === label)
    if (!item) throw new Error(`no field ${label}`)
    return item.get('input, textarea')
  }
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
  }
  return { made, field, send, router }
}

describe('the form of a tender', () => {
  it('publishes it and comes to its page', async () => {
    const { field, send, router } = await shown()
    await field(words.minimumPrice).setValue('-12.5')
    await field(words.minimumBidders).setValue('2')
    await field(words.deposit.amount).setValue('50000')
    await field(words.conditions).setValue(' Own trucks. ')
    await send()
    expect(sent).toEqual([
      {
        path: '/tenders',
        body: {
          lotId: 'l1',
          quantityKg: 800_000,
          minimumPriceYuanPerT: -12.5,
          minimumBidders: 2,
          depositFen: 5_000_000,
          closesAt: '2026-03-08T02:00:00.000Z',
          openingHours: 24,
          awardDays: 5,
          governingScale: 'buyer',
          governingAssay: 'buyer',
          tolerancePct: 5,
          deliverFrom: '2026-03-15',
          deliverTo: '2026-06-30',
          adjustments: [],
          pollutionTerms: english.offer.pollutionDefault,
          conditions: 'Own trucks.',
        },
      },
    ])
    expect(router.currentRoute.value.fullPath).toBe('/tenders/t1')
  })

  it('tells the times as they follow from each other, and delivers after them', async () => {
    const { made, field } = await shown()
    await field(words.closesAt).setValue('2026-03-10T09:00')
    await field(words.openingHours).setValue('48')
    await field(words.awardDays).setValue('2')
    await rest()
    const texts = ['2026-03-10 09:00', '2026-03-12 09:00', '2026-03-14 09:00']
    for (const text of texts) expect(made.text()).toContain(text)
    expect(field(english.offer.deliverFrom).element).toHaveProperty('value', '2026-03-15')
    await field(english.offer.deliverFrom).setValue('2026-04-01')
    await field(words.awardDays).setValue('9')
    await rest()
    expect(field(english.offer.deliverFrom).element).toHaveProperty('value', '2026-04-01')
  })

  it.each([
    [english.offer.quantityT, '800.001', english.fault.overAvailable],
    [english.offer.quantityT, '', english.fault.positive],
    [words.minimumPrice, '-100000.01', english.fault.bidPrice],
    [words.minimumPrice, 'x', english.fault.number],
    [words.minimumBidders, '21', english.fault.bidders],
    [words.minimumBidders, '', english.fault.bidders],
    [words.deposit.amount, '-1', english.fault.number],
    [words.closesAt, '2026-03-01T11:30', english.fault.closesTooSoon],
    [words.openingHours, '169', english.fault.openingHours],
    [words.awardDays, '0', english.fault.awardDays],
    [english.offer.tolerance, '11', english.fault.tolerance],
    [english.offer.deliverFrom, '2026-03-08', english.fault.afterClosing],
    [english.offer.deliverTo, '2026-07-01', english.fault.outsideLot],
    [english.offer.deliverTo, '2026-03-14', english.fault.order],
    [english.offer.pollutionTerms, 'Covered.', english.fault.shortTerms],
  ])('is not sent with %s “%s”', async (label, value, fault) => {
    const { made, field, send } = await shown()
    await field(label).setValue(value)
    await send()
    expect(made.findAll('.el-form-item__error').map((it) => it.text())).toContain(fault)
    expect(sent).toEqual([])
  })

  it('says at the field what the exchange refuses', async () => {
    const fields = [{ path: 'quantityKg', code: 'quantity-not-available', message: 'x' }]
    const problem = { code: 'quantity-not-available', detail: 'x', fields }
    answer = () => new Response(JSON.stringify(problem), { status: 409 })
    const { made, send } = await shown()
    await send()
    expect(made.findAll('.el-form-item__error').map((it) => it.text())).toContain(
      english.problem['quantity-not-available'],
    )
  })
})
