import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Lot, SavedDraft } from '@/api/model'
import english from '@/locales/en.json'
import DraftDetailPage from './DraftDetailPage.vue'

const session = vi.hoisted(() => ({ mayTrade: true, isOrgAdmin: false }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    mayTrade: { value: session.mayTrade },
    isOrgAdmin: { value: session.isOrgAdmin },
    verified: { value: true },
  }),
}))

const words = english.draft

const content = {
  streamId: 's1',
  title: 'Tailings',
  saleMethod: 'negotiation',
  quantityKind: 'firm',
  quantityKg: 8_000,
  priceYuanPerT: -4.5,
  taxIncluded: true,
  delivery: { radiusKm: 60, freightInvoice: 'two-invoice' },
  availableFrom: '2026-03-01',
  availableTo: '2036-06-30',
  qualities: [{ parameter: 'mgo', min: 5, max: 9, basis: 'dry' }],
}
const submitted: SavedDraft = {
  id: 'd1',
  version: 4,
  status: 'in-review',
  title: 'Tailings',
  content,
  author: 'Lan',
  submitter: 'Mian',
  submittedAt: '2026-01-03T04:00:00Z',
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-03T04:00:00Z',
}
const lot = {
  ...content,
  id: 'l1',
  version: 3,
  priceYuanPerT: 3,
  delivery: undefined,
  visibility: 'public',
  availableKg: 8_000,
  reservedKg: 0,
  months: [],
  adjustments: [],
} as unknown as Lot
const stream = {
  id: 's1',
  name: 'Slag of furnace 2',
  siteName: 'Works',
  materialKey: 'steel-slag',
  classCode: 'SW01',
}

let draft: SavedDraft | undefined
let refusal: { code: string; status: number; fields?: { path: string }[] } | undefined
/** What the exchange says of the lot that a change is about. */
let lotNow: Lot
let sent: { call: string; version: string | null; body: unknown }[]
let page: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (method !== 'GET') {
    sent.push({
      call: `${method} ${path}`,
      version: new Headers(headers).get('If-Match'),
      body: JSON.parse(String(body)),
    })
    if (refusal) return Promise.resolve(json(refusal, refusal.status))
    return Promise.resolve(json(path.endsWith('/publication') ? lot : draft))
  }
  if (path === '/lot-drafts/d1') {
    return Promise.resolve(draft ? json(draft) : json({ code: 'not-found' }, 404))
  }
  if (path === '/lots/l1') return Promise.resolve(json(lotNow))
  return Promise.resolve(json(path === '/streams/s1' ? stream : { items: [] }))
}

beforeEach(() => {
  draft = submitted
  refusal = undefined
  lotNow = lot
  sent = []
  session.mayTrade = true
  session.isOrgAdmin = false
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/lots/new', name: 'lot-new', component: empty },
      { path: '/lots/drafts', name: 'lot-drafts', component: empty },
      { path: '/lots/drafts/:id', name: 'lot-draft', component: empty },
      { path: '/lots/:id', name: 'lot', component: empty },
      { path: '/lots/:id/edit', name: 'lot-edit', component: empty },
    ],
  })
  await router.push('/lots/drafts/d1')
  const made = mount(DraftDetailPage, {
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: { CoverageForecast: true },
    },
    attachTo: document.body,
  })
  page = made
  await rest()
  const offered = () => made.findAll('.page-header button').map((it) => it.text())
  const press = async (label: string) => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('button')].filter(
      (it) => it.textContent?.trim() === label,
    )
    found.at(-1)?.click()
    await rest()
  }
  return { made, offered, press, router }
}

describe('a draft', () => {
  it('is read as the lot that it would be', async () => {
    const { made } = await opened()
    const text = made.text()
    expect(made.get('h1').text()).toBe('Tailings')
    expect(text).toContain('Mian · 2026-01-03 12:00')
    expect(text).toContain('Slag of furnace 2')
    expect(text).toContain('-4.50 yuan/t')
    expect(text).toContain('60 km')
    expect(text).toContain('2026-03-01')
    expect(text).toContain('5 – 9')
    expect(text).not.toContain(words.changes)
  })

  it('that is half written is read as far as it goes', async () => {
    draft = { ...submitted, status: 'draft', title: undefined, content: { description: 'Ready' } }
    const { made } = await opened()
    expect(made.get('h1').text()).toBe(words.untitled)
    expect(made.text()).toContain('Ready')
    expect(made.text()).not.toMatch(/NaN|undefined|yuan\/t/)
  })

  it('of a change shows old and new side by side, and only what differs', async () => {
    draft = { ...submitted, lotId: 'l1' }
    const { made } = await opened()
    const rows = made
      .get(`table[aria-label="${words.changes}"]`)
      .findAll('tbody tr')
      .map((row) => row.findAll('td').map((cell) => cell.text()))
    expect(rows).toEqual([
      [english.price.basis, english.enum.priceBasis['ex-works'], english.enum.priceBasis.delivered],
      [english.price.deliveredWithin, '–', expect.stringContaining('60 km')],
      [english.label.price, '3.00 yuan/t', '-4.50 yuan/t'],
    ])
  })

  it('that is no more says so', async () => {
    draft = undefined
    const { made } = await opened()
    expect(made.text()).toContain(words.goneTitle)
    expect(made.find('[role=alert]').exists()).toBe(false)
  })
})

describe('who decides about a draft', () => {
  it('is the administrator, who publishes it and comes to the lot', async () => {
    session.isOrgAdmin = true
    const { offered, press, router } = await opened()
    expect(offered()).toEqual([english.lot.publish, words.return])
    await press(english.lot.publish)
    expect(sent).toEqual([{ call: 'POST /lot-drafts/d1/publication', version: '"4"', body: {} }])
    expect(router.currentRoute.value.fullPath).toBe('/lots/l1')
  })

  it('saves a change under its own name', async () => {
    session.isOrgAdmin = true
    draft = { ...submitted, lotId: 'l1' }
    const { offered, press } = await opened()
    expect(offered()).toEqual([words.publishChange, words.return])
    await press(words.publishChange)
    expect(sent).toEqual([
      { call: 'POST /lot-drafts/d1/publication', version: '"4"', body: { lotVersion: 3 } },
    ])
  })

  it('is told that the lot changed meanwhile, and decides again beside what it is now', async () => {
    session.isOrgAdmin = true
    draft = { ...submitted, lotId: 'l1' }
    const { made, press } = await opened()
    refusal = { code: 'version-stale', status: 412, fields: [{ path: 'lotVersion' }] }
    lotNow = { ...lot, version: 4, priceYuanPerT: 7 }
    await press(words.publishChange)
    expect(made.get('[role=alert]').text()).toContain(words.lotChangedTitle)
    expect(made.get(`table[aria-label="${words.changes}"]`).text()).toContain('7.00 yuan/t')
    refusal = undefined
    await press(words.publishChange)
    expect(sent.map(({ body }) => body)).toEqual([{ lotVersion: 3 }, { lotVersion: 4 }])
  })

  it('reads why it is not published', async () => {
    session.isOrgAdmin = true
    refusal = { code: 'window-over', status: 422 }
    const { made, press, router } = await opened()
    await press(english.lot.publish)
    expect(made.get('[role=alert]').text()).toContain(english.problem['window-over'])
    expect(router.currentRoute.value.fullPath).toBe('/lots/drafts/d1')
  })

  it('is told when somebody else was first', async () => {
    session.isOrgAdmin = true
    refusal = { code: 'not-found', status: 404 }
    const { made, offered, press } = await opened()
    await press(english.lot.publish)
    expect(made.text()).toContain(words.goneTitle)
    expect(offered()).toEqual([])
  })

  it('gives it back with a reason', async () => {
    session.isOrgAdmin = true
    const { press } = await opened()
    await press(words.return)
    const reason = document.querySelector<HTMLInputElement>('.el-dialog input')
    if (!reason) throw new Error('nobody asks for a reason')
    reason.value = 'Too dear'
    reason.dispatchEvent(new Event('input'))
    await rest()
    await press(words.return)
    expect(sent).toEqual([
      { call: 'POST /lot-drafts/d1/return', version: '"4"', body: { reason: 'Too dear' } },
    ])
  })

  it('is not the trader, who takes it back', async () => {
    const { offered, press } = await opened()
    expect(offered()).toEqual([words.recall])
    await press(words.recall)
    expect(sent).toEqual([{ call: 'POST /lot-drafts/d1/recall', version: '"4"', body: {} }])
  })

  it('leaves it to the trader once it came back', async () => {
    draft = { ...submitted, status: 'returned', returnReason: 'Too dear' }
    const { made, offered, press, router } = await opened()
    expect(made.text()).toContain('Too dear')
    expect(offered()).toEqual([words.write])
    await press(words.write)
    expect(router.currentRoute.value.fullPath).toBe('/lots/new?draftId=d1')
  })

  it('is nobody who only reads', async () => {
    session.mayTrade = false
    const { offered } = await opened()
    expect(offered()).toEqual([])
  })
})
