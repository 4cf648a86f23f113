import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { SavedDraft } from '@/api/model'
import english from '@/locales/en.json'
import DraftListPage from './DraftListPage.vue'

const session = vi.hoisted(() => ({ mayTrade: true, isOrgAdmin: false }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    mayTrade: { value: session.mayTrade },
    isOrgAdmin: { value: session.isOrgAdmin },
  }),
}))

const words = english.draft

const written: SavedDraft = {
  id: 'd1',
  version: 2,
  status: 'draft',
  author: 'Lan',
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-02T00:00:00Z',
}
const submitted: SavedDraft = {
  ...written,
  id: 'd2',
  status: 'in-review',
  lotId: 'l1',
  title: 'Tailings',
  submitter: 'Mian',
  submittedAt: '2026-01-03T04:00:00Z',
}
const returned: SavedDraft = {
  ...submitted,
  id: 'd3',
  status: 'returned',
  lotId: undefined,
  title: 'Gypsum',
  returnReason: 'Too dear',
}

let drafts: SavedDraft[]
let asked: string[]
let sent: { call: string; version: string | null }[]
let refused: boolean
let page: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function exchange(url: string, { method, headers }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (method === 'GET') {
    asked.push(path)
    return Promise.resolve(json({ items: drafts }))
  }
  sent.push({ call: `${method} ${path}`, version: new Headers(headers).get('If-Match') })
  return Promise.resolve(refused ? json({ code: 'draft-not-in-review' }, 409) : json(written))
}

beforeEach(() => {
  drafts = [written, submitted, returned]
  asked = []
  sent = []
  refused = false
  session.mayTrade = true
  session.isOrgAdmin = false
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(query = '') {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/lots', name: 'lots', component: empty },
      { path: '/lots/new', name: 'lot-new', component: empty },
      { path: '/lots/drafts', name: 'lot-drafts', component: empty },
      { path: '/lots/drafts/:id', name: 'lot-draft', component: empty },
      { path: '/lots/:id/edit', name: 'lot-edit', component: empty },
    ],
  })
  await router.push(`/lots/drafts${query}`)
  const made = mount(DraftListPage, {
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: { ElSelect: true, ElOption: true },
    },
    attachTo: document.body,
  })
  page = made
  await rest()
  const row = (at: number) => {
    const found = made.findAll('tbody tr')[at]
    if (!found) throw new Error(`no row ${at}`)
    return found
  }
  const offered = (at: number) =>
    row(at)
      .findAll('a, button')
      .map((it) => it.text())
  return { made, row, offered }
}

describe('the drafts of a firm', () => {
  it('are listed with who wrote them, who submitted them and why they came back', async () => {
    const { row } = await opened()
    expect(row(0).text()).toContain(words.untitled)
    expect(row(0).text()).toContain(words.ofNew)
    expect(row(0).text()).toContain('Lan · 2026-01-01 08:00')
    expect(row(1).text()).toContain(words.status['in-review'])
    expect(row(1).text()).toContain(words.ofChange)
    expect(row(1).text()).toContain('Mian · 2026-01-03 12:00')
    expect(row(2).text()).toContain('Too dear')
    expect(row(0).get('a').attributes('href')).toBe('/lots/drafts/d1')
  })

  it('offer a trader what can be done with each', async () => {
    const { offered, row } = await opened()
    expect(offered(0)).toEqual([words.untitled, words.write, words.delete])
    expect(offered(1)).toEqual(['Tailings', words.recall])
    expect(offered(2)).toEqual(['Gypsum', words.write, words.delete])
    expect(row(2).findAll('a')[1]?.attributes('href')).toBe('/lots/new?draftId=d3')
  })

  it('offer an administrator those to review', async () => {
    session.isOrgAdmin = true
    const { offered } = await opened()
    expect(offered(1)).toEqual(['Tailings', words.review])
  })

  it('offer a reader nothing but reading', async () => {
    session.mayTrade = false
    const { offered } = await opened()
    expect([0, 1, 2].map((at) => offered(at).length)).toEqual([1, 1, 1])
  })

  it('are narrowed to a status by the address', async () => {
    drafts = []
    const { made } = await opened('?status=returned')
    expect(asked).toContain('/lot-drafts?status=returned')
    expect(made.text()).toContain(words.noneSo)
  })

  it('say that there are none', async () => {
    drafts = []
    const { made } = await opened()
    expect(made.text()).toContain(words.none)
  })

  it('are taken back, and say why not', async () => {
    refused = true
    const { made, row } = await opened()
    await row(1).get('button').trigger('click')
    await rest()
    expect(sent).toEqual([{ call: 'POST /lot-drafts/d2/recall', version: '"2"' }])
    expect(made.get('[role=alert]').text()).toContain(english.problem['draft-not-in-review'])
  })

  it('are deleted after a question', async () => {
    const { row } = await opened()
    await row(0).get('button').trigger('click')
    await rest()
    expect(sent).toEqual([])
    const confirm = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].find(
      (button) => button.textContent?.trim() === words.delete,
    )
    confirm?.click()
    await rest()
    expect(sent).toEqual([{ call: 'DELETE /lot-drafts/d1', version: '"2"' }])
  })
})
