import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lot, TenderStatus } from '@/api/model'
import english from '@/locales/en.json'
import LotDetailPage from './LotDetailPage.vue'

const words = english.tender
const session = vi.hoisted(() => ({ organisationId: 'seller', receives: false }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    organisationId: { value: session.organisationId },
    mayTrade: { value: true },
    isOrgAdmin: { value: true },
    receives: { value: session.receives },
    supplies: { value: !session.receives },
    verified: { value: true },
  }),
}))

const lot = {
  id: 'l1',
  version: 1,
  status: 'published',
  title: 'Slag',
  organisation: { id: 'seller', name: 'Yunling Steel' },
  site: { id: 's1', name: 'Works', adcode: '370117' },
  quantityKg: 900_000,
  availableKg: 800_000,
  reservedKg: 100_000,
  fulfilledKg: 0,
  months: [] as Lot['months'],
  qualities: [] as Lot['qualities'],
  publishedAt: '2026-03-01T00:00:00Z',
} as Lot

let shown: Lot
let tenders: { id: string; status: TenderStatus; closesAt: string }[]
let page: VueWrapper | undefined

beforeEach(() => {
  shown = lot
  tenders = []
  session.organisationId = 'seller'
  session.receives = false
  vi.stubGlobal('fetch', (url: string) => {
    const { pathname } = new URL(url, 'http://exchange')
    const body = pathname.endsWith('/lots/l1')
      ? shown
      : { items: pathname.endsWith('/tenders') ? tenders : [] }
    return Promise.resolve(new Response(JSON.stringify(body)))
  })
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const names = ['search-lots', 'lots', 'lot-new', 'lot-edit', 'offer-new', 'tender-new']
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [...names, 'lot-story', 'tender', 'lot'].map((name) => ({
      path: names.includes(name) ? `/${name}` : `/${name}/:id`,
      name,
      component: { template: '<div />' },
    })),
  })
  await router.push('/lot/l1')
  const stubs = [
    'LotTermsPanel',
    'LotCoveragePanel',
    'PriceHistoryPanel',
    'LotQualityReports',
    'QualityList',
    'MatchesPanel',
    'WhyNotPanel',
    'FreshnessTag',
  ]
  const made = mount(LotDetailPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]], stubs },
  })
  page = made
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
  const buttons = made.findAll('.page-header button').map((it) => it.text())
  return { made, buttons, router }
}

const running = (status: TenderStatus) => ({ id: 't1', status, closesAt: '2036-03-01T00:00:00Z' })

describe('a lot and its tender', () => {
  it('may be put to tender by its owner', async () => {
    const { made, buttons, router } = await opened()
    expect(buttons).toContain(words.start)
    expect(buttons).toContain(english.action.edit)
    await made
      .findAll('button')
      .find((it) => it.text() === words.start)
      ?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/tender-new?lotId=l1')
  })

  it.each<[string, Partial<Lot>]>([
    ['that recurs', { months: [{ month: '2036-01', quantityKg: 900_000 }] as Lot['months'] }],
    ['of which nothing is left', { availableKg: 0 }],
    ['that is paused', { status: 'paused' }],
  ])('%s is not sold by tender', async (_, more) => {
    shown = { ...lot, ...more }
    expect((await opened()).buttons).not.toContain(words.start)
  })

  it.each<TenderStatus>(['open', 'opening', 'awarding'])(
    'stays as it is while the tender is %s, and leads to it',
    async (status) => {
      tenders = [running(status)]
      const { made, buttons } = await opened()
      expect(buttons).toEqual([english.lot.copy])
      expect(made.text()).toContain(words.ofLot.note)
      expect(made.get('a[href="/tender/t1"]').text()).toBe(words.ofLot.open)
    },
  )

  it('takes no offers meanwhile, but who bids may want a sample', async () => {
    session.organisationId = 'kiln'
    session.receives = true
    expect((await opened()).buttons).toEqual([english.offer.make, english.sample.ask])
    page?.unmount()
    tenders = [running('open')]
    expect((await opened()).buttons).toEqual([english.sample.ask])
  })

  it('is free again when the tender is over', async () => {
    tenders = [running('failed')]
    const { made, buttons } = await opened()
    expect(buttons).toContain(words.start)
    expect(made.text()).not.toContain(words.ofLot.note)
  })
})
