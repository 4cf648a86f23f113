import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Coverage, Lot, LotCoverage } from '@/api/model'
import english from '@/locales/en.json'
import StackedBar from '@/ui/StackedBar.vue'
import LotCoveragePanel from './LotCoveragePanel.vue'

const words = english.coverage

afterEach(() => {
  vi.unstubAllGlobals()
})

const beyond: Coverage = {
  until: '2026-12-31',
  state: 'beyond',
  profileStated: true,
  onHandKg: 40_000,
  expectedKg: 20_000,
  promisedKg: 90_000,
  beyondKg: 30_000,
}

async function shown(answer: LotCoverage, own: boolean, openKg = 50_000) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))))
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const lot = { id: 'l1', streamId: 's1', availableKg: openKg, reservedKg: 0 } as Lot
  const panel = mount(LotCoveragePanel, {
    props: { lot, own },
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: true },
    },
  })
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
  return panel
}

describe('whether a lot is covered', () => {
  it('is not worth a word to a buyer when it is', async () => {
    const panel = await shown({ state: 'covered' }, false)
    expect(panel.text()).toBe('')
  })

  it.each([
    ['beyond', words.beyondTitle],
    ['unknown', words.unknownTitle],
  ] as const)('is told a buyer without figures: %s', async (state, title) => {
    const panel = await shown({ state }, false)
    expect(panel.text()).toContain(title)
    expect(panel.text()).not.toContain(words.buyersRead)
    expect(panel.findComponent(StackedBar).exists()).toBe(false)
  })

  it('is drawn for the owner on one scale', async () => {
    const panel = await shown({ state: 'beyond', coverage: beyond }, true)
    expect(panel.text()).toContain(words.buyersRead)
    expect(panel.text()).toContain(words.short.replace('{mass}', '30 t'))
    expect(panel.text()).not.toContain(words.notStated)
    const bars = panel.findAllComponents(StackedBar).map((bar) => bar.props())
    expect(bars.map(({ total }) => total)).toEqual([90_000, 90_000])
    expect(bars.map(({ segments }) => segments.map(({ value }) => value))).toEqual([
      [40_000, 20_000],
      [60_000, 30_000],
    ])
  })

  it('shows the owner the figures also when it is', async () => {
    const coverage: Coverage = {
      ...beyond,
      state: 'covered',
      profileStated: false,
      promisedKg: 35_000,
      expectedKg: 0,
      beyondKg: 0,
    }
    const panel = await shown({ state: 'covered', coverage }, true)
    expect(panel.text()).toContain(words.spare.replace('{mass}', '5 t'))
    expect(panel.text()).toContain(words.notStated)
    expect(panel.text()).not.toContain(words.beyondTitle)
  })

  it('is no matter of a lot of which nothing is left to move', async () => {
    const panel = await shown({ state: 'beyond', coverage: beyond }, true, 0)
    expect(panel.text()).not.toContain(words.beyondTitle)
    expect(panel.findAllComponents(StackedBar)).toHaveLength(2)
  })
})
