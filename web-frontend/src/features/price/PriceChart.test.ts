import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { PriceQuestion, QualityAdjustment } from '@/api/model'
import english from '@/locales/en.json'
import PriceChart from './PriceChart.vue'

vi.mock('@/ui/charts', () => ({
  CHART_COLORS: {},
  EChart: { props: ['label'], template: '<div role="img" :aria-label="label" />' },
}))

const parameters = [
  { key: 'tfe', symbol: 'TFe', nameEn: 'total iron', unit: '%', decimals: 2, maximum: 100 },
]
const tfe: QualityAdjustment = {
  parameter: 'tfe',
  basis: 'dry',
  guaranteed: 56,
  bands: [{ from: 54, to: 58, yuanPerTPerUnit: 15 }],
}
/** The exchange is asked for every price: these follow no rule that the page could know. */
const PRICES: Record<number, number> = { 53: 271, 54: 272, 56: 300, 58: 333, 59: 334 }

let asked: PriceQuestion[] = []
let chart: VueWrapper | undefined

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    if (!url.endsWith('/price-examples')) {
      const items = url.includes('/parameters') ? parameters : []
      return Promise.resolve(new Response(JSON.stringify({ items })))
    }
    const question = JSON.parse(String(body)) as PriceQuestion
    asked.push(question)
    const priceYuanPerT = PRICES[question.measured?.[0]?.value ?? 0]
    return Promise.resolve(new Response(JSON.stringify({ priceYuanPerT, parts: [] })))
  })
})
afterEach(() => {
  chart?.unmount()
  vi.unstubAllGlobals()
})

async function shown(adjustments: QualityAdjustment[]) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  chart = mount(PriceChart, {
    props: { priceYuanPerT: 300, adjustments },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
  })
  for (let turn = 0; turn < 4; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
  return chart
}

describe('how a price runs with a parameter', () => {
  it('is asked for where it turns, and told in words and as a table', async () => {
    const made = await shown([tfe])
    expect(asked.map(({ measured }) => measured?.[0]?.value)).toEqual([53, 54, 56, 58, 59])
    const label = made.get('[role=img]').attributes('aria-label')
    expect(label).toBe(
      '300.00 yuan/t at the agreed value 56 %; 271.00 yuan/t at 53 %, 334.00 yuan/t at 59 %.',
    )
    await made.get('button').trigger('click')
    const cells = made.findAll('tbody tr').map((row) => row.findAll('td').map((it) => it.text()))
    expect(cells[3]).toEqual(['58 %', '333.00'])
  })

  it('is not drawn where it turns too often, or of what the catalog does not know', async () => {
    const bands = Array.from({ length: 10 }, (_, n) => ({ from: n, to: n + 1, yuanPerTPerUnit: n }))
    const made = await shown([
      { ...tfe, bands },
      { ...tfe, parameter: 'unheard-of' },
    ])
    expect(made.text()).toBe('')
    expect(asked).toEqual([])
  })
})
