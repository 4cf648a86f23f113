import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, shallowMount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import FigureBox from '@/ui/FigureBox.vue'
import LoadState from '@/ui/LoadState.vue'
import PanelBox from '@/ui/PanelBox.vue'
import AuditHome from './AuditHome.vue'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('shows the rate with its own denominator', async () => {
  const total = { generatedKg: 120_000, producedKg: 100_000, usedFromOldProvenKg: 5_000 }
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify({ total, months: [], items: [] }))),
  )
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = shallowMount(AuditHome, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { LoadState, PanelBox, RouterLink: true },
    },
  })
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()

  const figures = page.findAllComponents(FigureBox).map((figure) => figure.props())
  expect(figures.at(-1)).toEqual({
    label: english.rate.produced,
    value: '100 t',
    note: english.rate.oldNote.replace('{old}', '5 t'),
    tone: undefined,
  })
})
