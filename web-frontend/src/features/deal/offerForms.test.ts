import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type {
  ApprovalAnswer,
  Lot,
  Offer,
  OfferTerms,
  PriceQuestion,
  QualityAdjustment,
} from '@/api/model'
import english from '@/locales/en.json'
import CounterForm from './CounterForm.vue'
import NewOfferForm from './NewOfferForm.vue'

const words = english.adjustment
const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [{ from: 54, to: 58, yuanPerTPerUnit: 15 }],
}
const parameters = [
  { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', basis: 'dry', decimals: 2 },
]
const lot = {
  id: 'l1',
  availableKg: 8_000,
  availableFrom: '2026-03-01',
  availableTo: '2036-06-30',
  priceYuanPerT: 300,
  adjustments: [] as Lot['adjustments'],
  qualities: [{ parameter: 'tfe', basis: 'dry', min: 54, max: 57 }],
} as Lot
const offer = {
  id: 'o1',
  version: 1,
  quantityKg: 8_000,
  priceYuanPerT: 300,
  adjustments: [tfe],
  governingScale: 'buyer',
  governingAssay: 'buyer',
  tolerancePct: 5,
  deliverFrom: '2036-03-01',
  deliverTo: '2036-05-31',
  pollutionTerms: 'Closed vehicles.',
} as Offer

/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150

let sent: { path: string; body: OfferTerms }[]
let asked: PriceQuestion[]
let approval: ApprovalAnswer
let form: VueWrapper | undefined

function answer(url: string, { method, body }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (method !== 'POST') {
    const items = path.startsWith('/catalog/parameters') ? parameters : []
    return Promise.resolve(new Response(JSON.stringify({ items })))
  }
  if (path === '/price-examples') {
    asked.push(JSON.parse(String(body)) as PriceQuestion)
    const priced = { basePriceYuanPerT: 300, priceYuanPerT: 292.5, parts: [] }
    return Promise.resolve(new Response(JSON.stringify(priced)))
  }
  if (path === '/approvals/question') {
    return Promise.resolve(new Response(JSON.stringify(approval)))
  }
  sent.push({ path, body: JSON.parse(String(body)) as OfferTerms })
  return Promise.resolve(new Response(JSON.stringify({ id: 'o2' }), { status: 201 }))
}

beforeEach(() => {
  sent = []
  asked = []
  approval = { needed: false, sumFen: 240_000, approvers: [] }
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  form?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(component: typeof CounterForm | typeof NewOfferForm, props: object) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/offers/:id', name: 'offer', component: page },
      { path: '/approvals/:id', name: 'approval', component: page },
    ],
  })
  const made = mount(component as typeof CounterForm, {
    props: props as { offer: Offer },
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: {
        ComparisonTable: true,
        LotCoverageNote: true,
        ElSelect: {
          props: ['modelValue'],
          emits: ['update:modelValue'],
          template:
            '<select :value="modelValue" @change="$emit(`update:modelValue`, $event.target.value)"><option value="" /><slot /></select>',
        },
        ElOption: { props: ['value', 'label'], template: '<option :value>{{ label }}</option>' },
      },
    },
  })
  form = made
  await rest()
  const type = (label: string, value: string) => made.get(`[aria-label="${label}"]`).setValue(value)
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
  }
  return { made, type, send }
}

describe('an answer to an offer', () => {
  it('goes on with its premiums and penalties', async () => {
    const { type, send } = await opened(CounterForm, { offer, lot })
    await type(`total iron (TFe), band 1: ${words.rate.replace('{step}', '1 %')}`, '12')
    await send()
    expect(sent.map(({ path }) => path)).toEqual(['/offers/o1/counter'])
    expect(sent[0]?.body.adjustments).toEqual([
      { ...tfe, bands: [{ from: 54, to: 58, yuanPerTPerUnit: 12 }] },
    ])
  })

  it('is not sent with one that is half done', async () => {
    const { made, type, send } = await opened(CounterForm, { offer, lot })
    await type(`total iron (TFe): ${words.guaranteed}`, '')
    await send()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
    expect(sent).toEqual([])
    expect(made.text()).toContain(english.fault.required)
  })

  it('shows what a tonne of the quality costs that the lot states', async () => {
    const { made } = await opened(CounterForm, { offer, lot })
    expect(asked[0]?.measured).toEqual([{ parameter: 'tfe', value: 55.5 }])
    expect(made.text()).toContain('292.50')
    expect(made.text()).toContain('(base price)')
  })
})

describe('a new offer', () => {
  it('begins with the premiums and penalties of the lot, which can be changed', async () => {
    const announced = { ...lot, adjustments: [tfe] }
    const { made, type, send } = await opened(NewOfferForm, { lot: announced, iSell: true })
    expect(made.text()).toContain('(base price)')
    await type(`total iron (TFe), band 1: ${words.rate.replace('{step}', '1 %')}`, '10')
    await send()
    expect(sent[0]?.body.adjustments).toEqual([
      { ...tfe, bands: [{ from: 54, to: 58, yuanPerTPerUnit: 10 }] },
    ])
  })

  it('has no premiums and penalties unless somebody adds them', async () => {
    const { made, send } = await opened(NewOfferForm, { lot, iSell: true })
    await send()
    expect(sent.map(({ path, body }) => [path, body.adjustments])).toEqual([['/offers', []]])
    expect(made.text()).not.toContain('(base price)')
  })

  it('is sent with those that were added', async () => {
    const { made, type, send } = await opened(NewOfferForm, { lot, iSell: true })
    await made
      .findAll('button')
      .find((it) => it.text() === words.start)
      ?.trigger('click')
    await rest()
    await type(`Parameter 1: ${english.qualityReport.parameter}`, 'tfe')
    await type(`total iron (TFe): ${words.guaranteed}`, '56')
    await type(`total iron (TFe), band 1: ${words.rate.replace('{step}', '1 %')}`, '-3')
    await send()
    expect(sent[0]?.body.adjustments).toEqual([
      { parameter: 'tfe', basis: 'dry', guaranteed: 56, bands: [{ yuanPerTPerUnit: -3 }] },
    ])
  })
})

describe('an offer above the sum of the firm', () => {
  beforeEach(() => {
    approval = { needed: true, sumFen: 240_000, aboveFen: 100_000, approvers: ['Shen Qiu'] }
  })

  it.each([
    ['made', NewOfferForm, { lot, iSell: true }, '/offers/approval'],
    ['countered', CounterForm, { offer, lot }, '/offers/o1/counter/approval'],
  ])(
    'says that it will wait before it is %s, and is asked for',
    async (_, component, props, path) => {
      const { made, send } = await opened(component as typeof CounterForm, props)
      expect(made.text()).toContain(english.approval.neededTitle)
      expect(made.text()).toContain('2,400.00')
      expect(made.text()).toContain('Shen Qiu')
      expect(made.get('[type=submit]').text()).toBe(english.approval.ask)
      await send()
      expect(sent.map((each) => each.path)).toEqual([path])
    },
  )

  it('cannot be asked for where nobody could approve it', async () => {
    approval = { ...approval, approvers: [] }
    const { made } = await opened(NewOfferForm, { lot, iSell: true })
    expect(made.text()).toContain(english.approval.noApprover)
    expect(made.get('[type=submit]').attributes('disabled')).toBeDefined()
  })
})
