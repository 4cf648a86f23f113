import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import type { Conditions } from './conditions'
import LotConditionsNote from './LotConditionsNote.vue'

const REGIONS = [{ adcode: '370100', nameZh: '济南市', nameEn: 'Jinan', parent: '370000' }]

beforeEach(() => {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      new Response(JSON.stringify({ items: url.includes('/catalog/regions') ? REGIONS : [] })),
    ),
  )
})
afterEach(() => vi.unstubAllGlobals())

async function shown(lot: Conditions): Promise<string> {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const note = mount(LotConditionsNote, {
    props: { lot },
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
  })
  await flushPromises()
  return note.text()
}

it('says what a lot asks of an order and of whoever fetches it', async () => {
  const text = await shown({
    minimumKg: 30_000,
    destinations: ['370100', '990000'],
    loadingModes: ['bulk-tipper', 'tanker'],
    loadingHours: {
      days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      from: '08:00',
      to: '16:00',
    },
  })
  expect(text).toContain('30')
  expect(text).toContain('济南市、990000')
  expect(text).toContain('自卸车散装、罐车')
  expect(text).toContain('周一 – 周五 08:00 – 16:00')
})

it('names days one by one that do not follow each other', async () => {
  const text = await shown({
    loadingHours: { days: ['monday', 'wednesday', 'friday'], from: '00:00', to: '24:00' },
  })
  expect(text).toContain('周一、周三、周五 00:00 – 24:00')
  expect(text).not.toContain(chinese.lot.minimum)
})

it('says nothing of a lot that asks nothing', async () => {
  expect(await shown({ destinations: [], loadingModes: [] })).toBe('')
})
