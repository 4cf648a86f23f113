import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, shallowMount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lot } from '@/api/model'
import english from '@/locales/en.json'
import NoteBox from '@/ui/NoteBox.vue'
import PageHeader from '@/ui/PageHeader.vue'
import LotDetailPage from './LotDetailPage.vue'

const session = vi.hoisted(() => ({ isOrgAdmin: false }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    organisationId: { value: 'o1' },
    mayTrade: { value: true },
    isOrgAdmin: { value: session.isOrgAdmin },
    receives: { value: false },
    verified: { value: true },
    supplies: { value: true },
  }),
}))

const words = english.lot

const lot = {
  id: 'l1',
  version: 2,
  status: 'paused',
  title: 'Slag',
  organisation: { id: 'o1', name: 'Works' },
  site: { id: 's1', name: 'Yard', adcode: '370300' },
  quantityKg: 1_000,
  availableKg: 1_000,
  reservedKg: 0,
  fulfilledKg: 0,
  publishedAt: '2026-01-01T00:00:00Z',
  months: [],
  qualities: [],
} as unknown as Lot

let lotsReviewed: boolean
let status: Lot['status']
let asked: string[]
let page: VueWrapper | undefined

beforeEach(() => {
  lotsReviewed = true
  status = 'paused'
  asked = []
  session.isOrgAdmin = false
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.replace('/api/v1', '')
    asked.push(path)
    const answers: Record<string, object> = {
      '/lots/l1': { ...lot, status },
      '/policy': { version: 1, lotsReviewed },
    }
    return Promise.resolve(new Response(JSON.stringify(answers[path] ?? { items: [] })))
  })
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/lots', name: 'lots', component: empty },
      { path: '/lots/:id', name: 'lot', component: empty },
      { path: '/lots/:id/story', name: 'lot-story', component: empty },
    ],
  })
  await router.push('/lots/l1')
  const made = shallowMount(LotDetailPage, {
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: { PageHeader, NoteBox, ElButton: { template: '<button><slot /></button>' } },
    },
  })
  page = made
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
  return { made, offered: made.findAll('button').map((it) => it.text()) }
}

it('is put back on the market by an administrator where lots are reviewed', async () => {
  const { made, offered } = await opened()
  expect(made.text()).toContain(words.pausedNote)
  expect(made.text()).toContain(words.resumeReviewed)
  expect(offered).not.toContain(words.resume)
  expect(offered).not.toContain(words.pause)

  page?.unmount()
  session.isOrgAdmin = true
  const admin = await opened()
  expect(admin.offered).toContain(words.resume)
  expect(admin.made.text()).not.toContain(words.resumeReviewed)
})

it('is put back by whoever trades where lots are not reviewed', async () => {
  lotsReviewed = false
  const { made, offered } = await opened()
  expect(offered).toContain(words.resume)
  expect(made.text()).not.toContain(words.resumeReviewed)
})

it('is paused without asking for the policy', async () => {
  status = 'published'
  const { offered } = await opened()
  expect(offered).toContain(words.pause)
  expect(asked).not.toContain('/policy')
})
