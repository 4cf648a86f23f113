import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { DraftContent, SavedDraft } from '@/api/model'
import english from '@/locales/en.json'
import LotEditPage from './LotEditPage.vue'
import LotNewPage from './LotNewPage.vue'

const session = vi.hoisted(() => ({ isOrgAdmin: false }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    organisationId: { value: 'own' },
    isOrgAdmin: { value: session.isOrgAdmin },
  }),
}))

const words = english.draft

const stream = {
  id: 's1',
  name: 'Steel slag',
  siteName: 'Works',
  materialKey: 'steel-slag',
  classCode: 'SW01',
  balance: { onHandKg: 70_000 },
}
const lot = {
  id: 'l1',
  version: 3,
  streamId: 's1',
  materialKey: 'steel-slag',
  organisation: { id: 'own' },
  title: 'Tailings',
  quantityKind: 'firm',
  quantityKg: 8_000,
  availableKg: 8_000,
  reservedKg: 0,
  priceYuanPerT: 3,
  adjustments: [],
  taxIncluded: true,
  availableFrom: '2026-03-01',
  availableTo: '2036-06-30',
  qualities: [],
  months: [],
}
const content: DraftContent = {
  streamId: 's1',
  title: 'Slag, half written',
  saleMethod: 'negotiation',
  quantityKind: 'firm',
  quantityKg: 9_000,
  priceYuanPerT: -4.5,
  taxIncluded: false,
  delivery: { radiusKm: 60, freightInvoice: 'two-invoice' },
  availableFrom: '2026-03-01',
  availableTo: '2036-06-30',
  qualities: [{ parameter: 'mgo', min: 5, max: 9, basis: 'dry' }],
  adjustments: [],
}
const draft: SavedDraft = {
  id: 'd1',
  version: 5,
  status: 'draft',
  title: 'Slag, half written',
  content,
  author: 'Lan',
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
}

interface Sent {
  call: string
  version: string | null
  body: Record<string, unknown>
}

let sent: Sent[]
let kept: SavedDraft | undefined
let lotsReviewed: boolean
let refusal: { code: string; status: number } | undefined
let page: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function changed(path: string): Response {
  if (refusal) return json({ code: refusal.code }, refusal.status)
  if (path === '/lots' || path === '/lots/l1') return json(lot)
  const { version } = kept ?? draft
  kept = { ...(kept ?? draft), version: version + 1 }
  return json(kept)
}

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (method !== 'GET') {
    sent.push({
      call: `${method} ${path}`,
      version: new Headers(headers).get('If-Match'),
      body: JSON.parse(String(body ?? '{}')) as Record<string, unknown>,
    })
    return Promise.resolve(changed(path))
  }
  if (path === '/policy') return Promise.resolve(json({ version: 1, lotsReviewed }))
  if (path === '/lot-drafts/d1') return Promise.resolve(json(kept ?? {}, kept ? 200 : 404))
  if (path === '/lots/l1') return Promise.resolve(json(lot))
  return Promise.resolve(json({ items: path.startsWith('/streams?') ? [stream] : [] }))
}

beforeEach(() => {
  sent = []
  kept = undefined
  lotsReviewed = false
  refusal = undefined
  session.isOrgAdmin = false
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(at: string) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/lots', name: 'lots', component: empty },
      { path: '/lots/new', name: 'lot-new', component: empty },
      { path: '/lots/drafts/:id', name: 'lot-draft', component: empty },
      { path: '/lots/:id', name: 'lot', component: empty },
      { path: '/lots/:id/edit', name: 'lot-edit', component: empty },
      { path: '/streams/new', name: 'stream-new', component: empty },
    ],
  })
  await router.push(at)
  const made = mount(at.startsWith('/lots/new') ? LotNewPage : LotEditPage, {
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: { CoverageForecast: true, ElSelect: true, ElOption: true },
    },
  })
  page = made
  await rest()
  const field = (label: string) => {
    const items = made.findAll('.el-form-item')
    const item = items.find((it) => it.find('label').exists() && it.get('label').text() === label)
    if (!item) throw new Error(`no field ${label}`)
    return item.get('input')
  }
  const button = (label: string) => {
    const found = made.findAll('button').find((it) => it.text() === label)
    if (!found) throw new Error(`no button ${label}`)
    return found
  }
  const valueOf = (label: string) => (field(label).element as HTMLInputElement).value
  const save = async () => {
    await button(words.save).trigger('click')
    await rest()
  }
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
  }
  return { made, field, valueOf, button, save, send, router }
}

const calls = () => sent.map(({ call }) => call)

describe('a lot that is not finished', () => {
  it('is kept as it is, and then over what was kept before', async () => {
    const { made, field, save, router } = await opened('/lots/new')
    await field(english.lot.titleField).setValue('Slag')
    await field(english.lot.quantityT).setValue('about')
    await save()
    expect(calls()).toEqual(['POST /lot-drafts'])
    expect(sent[0]?.body.content).toMatchObject({ streamId: 's1', title: 'Slag' })
    expect(sent[0]?.body.content).not.toHaveProperty('quantityKg')
    expect(router.currentRoute.value.fullPath).toBe('/lots/new?draftId=d1')
    expect(made.get('[role=status]').text()).not.toBe('')

    await save()
    expect(calls()).toEqual(['POST /lot-drafts', 'PUT /lot-drafts/d1'])
    expect(sent[1]?.version).toBe('"6"')
  })

  it('is gone on with as it was', async () => {
    kept = draft
    const { valueOf, save } = await opened('/lots/new?draftId=d1')
    expect(valueOf(english.lot.titleField)).toBe('Slag, half written')
    expect(valueOf(english.price.radius)).toBe('60')
    await save()
    const whole = { ...content, visibility: 'public' }
    expect(sent[0]).toEqual({
      call: 'PUT /lot-drafts/d1',
      version: '"5"',
      body: { content: whole },
    })
  })

  it('leaves open what it left open', async () => {
    kept = { ...draft, content: { streamId: 's1' } }
    const { valueOf } = await opened('/lots/new?draftId=d1')
    expect(valueOf(english.lot.titleField)).toBe('')
    expect(valueOf(english.lot.quantityT)).toBe('')
    expect(valueOf(english.lot.availableFrom)).toBe('')
  })

  it('may be the change of another', async () => {
    kept = { ...draft, lotId: 'l1' }
    const { valueOf, field, save } = await opened('/lots/l1/edit?draftId=d1')
    expect(valueOf(english.lot.titleField)).toBe('Slag, half written')
    await field(english.lot.titleField).setValue('Slag, better')
    await save()
    expect(calls()).toEqual(['PUT /lot-drafts/d1'])
    expect(sent[0]?.body.content).toMatchObject({ title: 'Slag, better', quantityKg: 8_000 })
  })

  it('is opened in the form that it belongs to', async () => {
    kept = { ...draft, lotId: 'l1' }
    const { router } = await opened('/lots/new?draftId=d1')
    expect(router.currentRoute.value.fullPath).toBe('/lots/l1/edit?draftId=d1')
  })
})

describe('where nobody reviews lots', () => {
  it('a lot is published and its draft is deleted', async () => {
    kept = draft
    const { button, send, router } = await opened('/lots/new?draftId=d1')
    expect(button(english.lot.publish).attributes('type')).toBe('submit')
    await send()
    expect(calls()).toEqual(['POST /lots', 'DELETE /lot-drafts/d1'])
    expect(sent[1]?.version).toBe('"5"')
    expect(router.currentRoute.value.fullPath).toBe('/lots/l1')
  })

  it('a change is saved and its draft is deleted', async () => {
    kept = { ...draft, lotId: 'l1' }
    const { send } = await opened('/lots/l1/edit?draftId=d1')
    await send()
    expect(calls()).toEqual(['PUT /lots/l1', 'DELETE /lot-drafts/d1'])
    expect(sent[0]?.version).toBe('"3"')
  })

  it('a draft stays where the lot is refused', async () => {
    kept = draft
    refusal = { code: 'window-over', status: 422 }
    const { made, send, router } = await opened('/lots/new?draftId=d1')
    await send()
    expect(calls()).toEqual(['POST /lots'])
    expect(made.get('[role=alert]').text()).toContain(english.problem['window-over'])
    expect(router.currentRoute.value.path).toBe('/lots/new')
  })
})

describe('where an administrator reviews lots', () => {
  beforeEach(() => {
    lotsReviewed = true
  })

  it('a trader saves a draft and submits it', async () => {
    const { made, field, button, send, router } = await opened('/lots/new')
    expect(button(words.submit).attributes('type')).toBe('submit')
    expect(made.text()).toContain(words.reviewedNote)
    await field('Ex works').setValue('5')
    await send()
    expect(calls()).toEqual(['POST /lot-drafts', 'POST /lot-drafts/d1/submission'])
    expect(sent[1]).toMatchObject({
      version: '"6"',
      body: { streamId: 's1', title: 'Steel slag', quantityKg: 70_000, priceYuanPerT: 5 },
    })
    expect(router.currentRoute.value.fullPath).toBe('/lots/drafts/d1')
  })

  it('a trader submits what is kept already with what is typed now', async () => {
    kept = { ...draft, lotId: 'l1', status: 'returned', returnReason: 'Too dear' }
    const { made, field, send } = await opened('/lots/l1/edit?draftId=d1')
    expect(made.text()).toContain('Too dear')
    await field(english.lot.titleField).setValue('Slag, cheaper')
    await send()
    expect(calls()).toEqual(['POST /lot-drafts/d1/submission'])
    expect(sent[0]).toMatchObject({
      version: '"5"',
      body: { streamId: 's1', title: 'Slag, cheaper', quantityKind: 'firm', quantityKg: 8_000 },
    })
  })

  it('nothing is submitted that is not whole', async () => {
    const { send } = await opened('/lots/new')
    await send()
    expect(sent).toEqual([])
  })

  it('an administrator publishes all the same', async () => {
    session.isOrgAdmin = true
    kept = draft
    const { made, button, send } = await opened('/lots/new?draftId=d1')
    expect(button(english.lot.publish).attributes('type')).toBe('submit')
    expect(made.text()).not.toContain(words.reviewedNote)
    await send()
    expect(calls()).toEqual(['POST /lots', 'DELETE /lot-drafts/d1'])
  })
})

describe('a draft that somebody else had a hand in', () => {
  it('is not written over unsaid, and nothing typed is lost', async () => {
    kept = draft
    const { made, field, valueOf, save } = await opened('/lots/new?draftId=d1')
    await field(english.lot.titleField).setValue('Mine')
    kept = { ...draft, version: 9 }
    refusal = { code: 'version-stale', status: 412 }
    await save()
    expect(made.get('[role=alert]').text()).toContain(words.overtaken.changed)
    expect(valueOf(english.lot.titleField)).toBe('Mine')

    refusal = undefined
    await save()
    expect(sent.map(({ version }) => version)).toEqual(['"5"', '"9"'])
    expect(made.find('[role=alert]').exists()).toBe(false)
  })

  it('is begun anew when it is gone', async () => {
    kept = draft
    const { made, field, save } = await opened('/lots/new?draftId=d1')
    await field(english.lot.titleField).setValue('Mine')
    kept = undefined
    refusal = { code: 'not-found', status: 404 }
    await save()
    expect(made.get('[role=alert]').text()).toContain(words.overtaken.gone)

    refusal = undefined
    await save()
    expect(calls()).toEqual(['PUT /lot-drafts/d1', 'POST /lot-drafts'])
    expect(sent[1]?.body.content).toMatchObject({ title: 'Mine' })
  })

  it('is not changed while it is in review', async () => {
    kept = { ...draft, status: 'in-review' }
    const { made, button } = await opened('/lots/new?draftId=d1')
    expect(made.text()).toContain(words.inReviewTitle)
    expect(button(words.save).attributes('disabled')).toBeDefined()
    expect(button(english.lot.publish).attributes('disabled')).toBeDefined()
  })

  it('says so when it went to review meanwhile', async () => {
    kept = draft
    const { made, save } = await opened('/lots/new?draftId=d1')
    kept = { ...draft, version: 6, status: 'in-review' }
    refusal = { code: 'draft-in-review', status: 409 }
    await save()
    expect(made.get('[role=alert]').text()).toContain(english.problem['draft-in-review'])
    expect(made.text()).toContain(words.inReviewTitle)
  })
})
