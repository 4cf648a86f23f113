import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { AdjustedPrice, PriceQuestion, Quality, QualityAdjustment } from '@/api/model'
import english from '@/locales/en.json'
import PriceExample from './PriceExample.vue'

const words = english.adjustment
const PAUSE_MS = 320
const parameters = [
  { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', basis: 'dry', decimals: 2 },
  { key: 'moisture', symbol: 'H2O', nameEn: 'moisture', unit: '%', basis: 'wet', decimals: 2 },
]
const adjustments: QualityAdjustment[] = [
  { parameter: 'tfe', basis: 'dry', guaranteed: 56, bands: [{ yuanPerTPerUnit: 15 }] },
  { parameter: 'moisture', basis: 'wet', guaranteed: 8, bands: [{ yuanPerTPerUnit: -2 }] },
]
const qualities = [{ parameter: 'tfe', basis: 'dry', min: 54, max: 57 }] as Quality[]

let asked: PriceQuestion[] = []
let answer: () => Response
let example: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

const priced: AdjustedPrice = {
  basePriceYuanPerT: 300,
  priceYuanPerT: 292.5,
  parts: [
    { parameter: 'tfe', measured: 55.5, yuanPerT: -7.5 },
    { parameter: 'moisture', measured: 8, yuanPerT: 0 },
  ],
}

beforeEach(() => {
  asked = []
  answer = () => json(priced)
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (!url.endsWith('/price-examples')) {
      return Promise.resolve(json({ items: url.includes('/parameters') ? parameters : [] }))
    }
    asked.push(JSON.parse(String(body)) as PriceQuestion)
    return Promise.resolve(answer())
  })
})
afterEach(() => {
  example?.unmount()
  vi.unstubAllGlobals()
})

async function settled(ms = 0): Promise<void> {
  await flushPromises()
  await new Promise((done) => setTimeout(done, ms))
  await flushPromises()
}

async function shown(priceYuanPerT?: number, moved = adjustments) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(PriceExample, {
    props: { priceYuanPerT, adjustments: moved, qualities },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
  })
  example = made
  await settled()
  return made
}

const facts = (made: VueWrapper) =>
  made.findAll('dl > div').map((it) => [it.get('dt').text(), it.get('dd').text()])

describe('the example of a price', () => {
  it('asks what the quality costs that the lot states, else the agreed one', async () => {
    await shown(300)
    expect(asked).toEqual([
      {
        priceYuanPerT: 300,
        adjustments,
        measured: [
          { parameter: 'tfe', value: 55.5 },
          { parameter: 'moisture', value: 8 },
        ],
      },
    ])
  })

  it('shows the base price, what each parameter adds and what it comes to', async () => {
    expect(facts(await shown(300))).toEqual([
      [words.base, '300.00 yuan/t'],
      ['total iron (TFe) 55.5 %', '-7.50 yuan/t'],
      ['moisture (H2O) 8 %', '0.00 yuan/t'],
      [words.result, '292.50 yuan/t'],
    ])
  })

  it('asks again only when somebody has typed another value', async () => {
    const made = await shown(300)
    const [iron] = made.findAll('input')
    await iron?.setValue('5')
    await iron?.setValue('57')
    expect(asked).toHaveLength(1)
    await settled(PAUSE_MS)
    expect(asked.map(({ measured }) => measured?.[0]?.value)).toEqual([55.5, 57])
  })

  it.each([
    ['nothing', ''],
    ['no number', '5x'],
  ])('says nothing and asks nothing while a value is %s', async (_, typed) => {
    const made = await shown(300)
    await made.get('input').setValue(typed)
    expect(facts(made)).toEqual([])
    await settled(PAUSE_MS)
    expect(asked).toHaveLength(1)
  })

  it('says nothing and asks nothing as long as there is no price', async () => {
    expect(facts(await shown(undefined))).toEqual([])
    expect(facts(await shown(Number.NaN))).toEqual([])
    expect(asked).toEqual([])
  })

  it('is nothing where the price does not depend on quality', async () => {
    expect((await shown(300, [])).text()).toBe('')
    expect(asked).toEqual([])
  })

  it('says why there is no answer, and asks again when told to', async () => {
    answer = () => json({ code: 'server-error' }, 500)
    const made = await shown(300)
    expect(made.get('[role=alert]').text()).toContain(english.problem['server-error'])
    answer = () => json(priced)
    await made.get('[role=alert] button').trigger('click')
    await settled()
    expect(facts(made)).toHaveLength(4)
  })
})
