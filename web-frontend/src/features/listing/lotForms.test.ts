import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lot, LotEdit, PriceQuestion, QualityAdjustment } from '@/api/model'
import english from '@/locales/en.json'
import LotEditForm from './LotEditForm.vue'
import LotNewPage from './LotNewPage.vue'

vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ organisationId: { value: 'own' }, isOrgAdmin: { value: false } }),
}))

const words = english.adjustment
const rate = `total iron (TFe), band 1: ${words.rate.replace('{step}', '1 %')}`
const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [{ from: 54, to: 58, yuanPerTPerUnit: 15 }],
}
const parameters = [
  { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', basis: 'dry', decimals: 2 },
]
const stream = {
  id: 's1',
  name: 'Magnetic fines',
  siteName: 'Works',
  materialKey: 'steel-slag',
  classCode: 'SW01',
  balance: { onHandKg: 0 },
}
const lot = {
  id: 'l1',
  version: 3,
  streamId: 's1',
  materialKey: 'steel-slag',
  organisation: { id: 'own' },
  title: 'Magnetic fines',
  quantityKind: 'firm',
  quantityKg: 8_000,
  availableKg: 8_000,
  reservedKg: 0,
  priceYuanPerT: 300,
  adjustments: [tfe],
  taxIncluded: true,
  availableFrom: '2026-03-01',
  availableTo: '2036-06-30',
  qualities: [{ parameter: 'tfe', basis: 'dry', min: 54, max: 57 }],
  months: [],
} as unknown as Lot

/** A fault appears a little later, so that none flickers. */
const SHOWN_MS = 150
/** A price is asked for once nothing was typed for a while. */
const PAUSE_MS = 320

let sent: { call: string; body: LotEdit }[]
let asked: PriceQuestion[]
let form: VueWrapper | undefined

const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body)))

function answer(url: string, { method, body }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (path === '/price-examples') {
    asked.push(JSON.parse(String(body)) as PriceQuestion)
    return json({ basePriceYuanPerT: 300, priceYuanPerT: 292.5, parts: [] })
  }
  if (method !== 'GET') {
    sent.push({ call: `${method} ${path}`, body: JSON.parse(String(body)) as LotEdit })
    return json({ ...lot, id: 'l2' })
  }
  if (path === '/lots/l1') return json(lot)
  if (path.startsWith('/streams?')) return json({ items: [stream] })
  return json({ items: path.startsWith('/catalog/parameters') ? parameters : [] })
}

beforeEach(() => {
  sent = []
  asked = []
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  form?.unmount()
  vi.unstubAllGlobals()
})

const pause = (ms = 0) => new Promise((done) => setTimeout(done, ms))

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await pause()
  }
}

async function opened(
  component: typeof LotEditForm | typeof LotNewPage,
  props: object,
  query = '',
) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/lots', name: 'lots', component: page },
      { path: '/lots/:id', name: 'lot', component: page },
      { path: '/streams/new', name: 'stream-new', component: page },
    ],
  })
  await router.push(`/${query}`)
  const made = mount(component as typeof LotEditForm, {
    props: props as { lot: Lot },
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: {
        CoverageForecast: true,
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
  const control = (label: string) => made.get(`[aria-label="${label}"]`)
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
  }
  return { made, control, send }
}

async function fill(made: VueWrapper, label: string, value: string): Promise<void> {
  const items = made.findAll('.el-form-item')
  const item = items.find((it) => it.find('label').exists() && it.get('label').text() === label)
  await item?.get('input').setValue(value)
}

describe('changing a lot', () => {
  it('goes on with its premiums and penalties', async () => {
    const { made, control, send } = await opened(LotEditForm, { lot })
    expect(made.text()).toContain('Ex works (base price)')
    await control(rate).setValue('12')
    await send()
    expect(sent.map(({ call }) => call)).toEqual(['PUT /lots/l1'])
    expect(sent[0]?.body.adjustments).toEqual([
      { ...tfe, bands: [{ from: 54, to: 58, yuanPerTPerUnit: 12 }] },
    ])
  })

  it('takes them away when they were removed', async () => {
    const { made, control, send } = await opened(LotEditForm, { lot })
    await control(`total iron (TFe): ${english.action.remove}`).trigger('click')
    await send()
    expect(sent[0]?.body.adjustments).toEqual([])
    expect(made.text()).not.toContain('(base price)')
  })

  it('is not sent with one that is half done, and says what is missing', async () => {
    const { made, control, send } = await opened(LotEditForm, { lot })
    await control(`total iron (TFe): ${words.guaranteed}`).setValue('')
    await send()
    await pause(SHOWN_MS)
    expect(sent).toEqual([])
    expect(made.text()).toContain(english.fault.required)
  })

  it('shows what a tonne of the quality costs that is typed', async () => {
    const { made } = await opened(LotEditForm, { lot })
    expect(asked.at(-1)?.measured).toEqual([{ parameter: 'tfe', value: 55.5 }])
    await made.findAll('.range input')[1]?.setValue('60')
    await pause(PAUSE_MS)
    await rest()
    expect(asked.at(-1)?.measured).toEqual([{ parameter: 'tfe', value: 57 }])
  })
})

describe('publishing a lot', () => {
  it('copies the premiums and penalties of the lot that is copied', async () => {
    const { send } = await opened(LotNewPage, {}, '?copyOf=l1')
    await send()
    expect(sent.map(({ call }) => call)).toEqual(['POST /lots'])
    expect(sent[0]?.body.adjustments).toEqual([tfe])
  })

  it('sends none unless somebody adds them', async () => {
    const { made, send } = await opened(LotNewPage, {}, '?streamId=s1')
    await fill(made, 'Ex works', '5')
    await fill(made, english.lot.quantityT, '8')
    await send()
    expect(sent[0]?.body.adjustments).toEqual([])
  })
})
