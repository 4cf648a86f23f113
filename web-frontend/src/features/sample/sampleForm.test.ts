import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Component } from 'vue'
import type { Lot } from '@/api/model'
import english from '@/locales/en.json'
import LotSampleButton from './LotSampleButton.vue'
import SampleForm from './SampleForm.vue'
import SampleListPage from './SampleListPage.vue'

vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    verified: { value: true },
    organisationId: { value: 'b1' },
    supplies: { value: true },
    receives: { value: true },
  }),
}))

const words = english.sample
const lot = {
  id: 'l1',
  title: 'Granulated slag',
  organisation: { id: 's1', name: 'Works' },
  site: { id: 'y1', name: 'Yard', adcode: '370300' },
} as unknown as Lot

let samples: object[]
let asked: string[]
let sent: unknown[]
let page: VueWrapper | undefined

beforeEach(() => {
  samples = []
  asked = []
  sent = []
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    const path = url.replace('/api/v1', '')
    asked.push(path)
    let answer: object = { items: [] }
    if (method === 'POST') {
      sent.push(JSON.parse(String(body)))
      answer = { id: 'p1' }
    } else if (path.startsWith('/sites')) {
      answer = { items: [{ id: 'y2', name: 'Laboratory' }] }
    } else if (path.startsWith('/samples')) {
      answer = { items: samples }
    }
    return Promise.resolve(new Response(JSON.stringify(answer)))
  })
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(component: Component, props: Record<string, unknown> = {}, at = '/') {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'home', component: empty },
      { path: '/sites', name: 'sites', component: empty },
      { path: '/samples', name: 'samples', component: empty },
      { path: '/samples/new', name: 'sample-new', component: empty },
      { path: '/samples/:id', name: 'sample', component: empty },
    ],
  })
  await router.push(at)
  const made = mount(component, {
    props,
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  page = made
  await rest()
  return { made, router }
}

it('asks for whole grams and sends them to the only site', async () => {
  const { made, router } = await opened(SampleForm, { lot })
  await made.find('input[inputmode=decimal]').setValue('0.3')
  await made.find('form').trigger('submit')
  await rest()
  expect(sent).toEqual([{ lotId: 'l1', siteId: 'y2', quantityG: 300, courierPayer: 'buyer' }])
  expect(router.currentRoute.value.fullPath).toBe('/samples/p1')
})

it.each(['0', '200.1', '1.23', 'x', ''])('does not ask for %s kilograms', async (typed) => {
  const { made } = await opened(SampleForm, { lot })
  await made.find('input[inputmode=decimal]').setValue(typed)
  await made.find('form').trigger('submit')
  await rest()
  expect(sent).toEqual([])
})

it('leads from a lot to a new request, or to the one that is open', async () => {
  const first = await opened(LotSampleButton, { lotId: 'l1' })
  expect(asked).toContain('/samples?side=buyer&lotId=l1')
  await first.made.find('button').trigger('click')
  await rest()
  expect(first.router.currentRoute.value.fullPath).toBe('/samples/new?lotId=l1')
  first.made.unmount()

  samples = [
    { id: 'p9', status: 'declined' },
    { id: 'p8', status: 'sent' },
  ]
  const second = await opened(LotSampleButton, { lotId: 'l1' })
  expect(second.made.text()).toBe(words.openLink)
  await second.made.find('button').trigger('click')
  await rest()
  expect(second.router.currentRoute.value.fullPath).toBe('/samples/p8')
})

it('lists what fits side and status in the address', async () => {
  samples = [
    {
      id: 'p1',
      status: 'concluded',
      verdict: 'suitable',
      lotTitle: 'Granulated slag',
      seller: { id: 's1', name: 'Works' },
      buyer: { id: 'b1', name: 'Own' },
      quantityG: 2_500,
      askedAt: '2026-03-01T02:00:00Z',
    },
  ]
  const { made } = await opened(SampleListPage, {}, '/samples?side=buyer&status=concluded')
  expect(asked.find((path) => path.startsWith('/samples'))).toContain('side=buyer&status=concluded')
  expect(made.text()).toContain(words.verdicts.suitable)
  expect(made.text()).toContain('Works')
  expect(made.text()).toContain('2.5 kg')
  expect(made.find('a[href="/samples/p1"]').text()).toBe('Granulated slag')
})

it('says that nothing fits', async () => {
  const { made } = await opened(SampleListPage, {}, '/samples?side=seller')
  expect(made.text()).toContain(words.noneSo)
})
