import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { TenderStatus, TenderSummary } from '@/api/model'
import english from '@/locales/en.json'
import TenderListPage from './TenderListPage.vue'

const words = english.tender
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    isTrading: { value: true },
    supplies: { value: true },
    receives: { value: true },
  }),
}))

const HOUR_MS = 3_600_000
const hence = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

const tender = (id: string, status: TenderStatus, more: object = {}) =>
  ({
    id,
    status,
    lotId: `l${id}`,
    lotTitle: `Slag ${id}`,
    materialKey: 'bof-slag',
    seller: { id: 's', name: 'Yunling Steel' },
    quantityKg: 800_000,
    closesAt: hence(2.508),
    opensUntil: hence(30),
    ...more,
  }) as TenderSummary

let pages: Record<string, { items: TenderSummary[]; next?: string }>
let asked: string[]
let fails: boolean
let page: VueWrapper | undefined

beforeEach(() => {
  pages = {}
  asked = []
  fails = false
  vi.stubGlobal('fetch', (url: string) => {
    const { pathname, search } = new URL(url, 'http://exchange')
    if (!pathname.endsWith('/tenders')) {
      return Promise.resolve(new Response(JSON.stringify({ items: [] })))
    }
    asked.push(search)
    const status = fails ? 500 : 200
    const body = fails ? { code: 'server-error' } : (pages[search] ?? { items: [] })
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
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

async function opened(query = '') {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/tenders', name: 'tenders', component: empty },
      { path: '/tenders/:id', name: 'tender', component: empty },
    ],
  })
  await router.push(`/tenders${query}`)
  const made = mount(TenderListPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  page = made
  await rest()
  const rows = () => made.findAll('tbody tr').map((row) => row.text())
  const press = async (label: string) => {
    await made
      .findAll('button')
      .find((it) => it.text() === label)
      ?.trigger('click')
    await rest()
  }
  return { made, rows, press, router }
}

describe('the list of tenders', () => {
  it('shows what is sold, until when bids are taken and how the own bid stands', async () => {
    pages[''] = { items: [tender('1', 'open', { ownBid: 'sealed' }), tender('2', 'failed')] }
    const { made, rows } = await opened()
    const [first, second] = rows()
    expect(first).toContain('Slag 1')
    expect(first).toContain('Yunling Steel')
    expect(first).toContain('800')
    expect(first).toContain('2 h 30 min')
    expect(first).toContain('Your bid: Sealed')
    expect(second).toContain(english.enum.tenderStatus.failed)
    expect(second).not.toContain(words.closesIn)
    expect(made.get('tbody a').attributes('href')).toBe('/tenders/1')
  })

  it('is narrowed in the address', async () => {
    const { press, router } = await opened()
    await press(words.stage.bids)
    expect(router.currentRoute.value.query).toEqual({ stage: 'bids' })
    await press(words.mine.bidding)
    expect(router.currentRoute.value.query).toEqual({ stage: 'bids', mine: 'bidding' })
    expect(asked.at(-1)).toBe('?status=open&mine=bidding')
  })

  it('has what is opened and what waits for an award together', async () => {
    pages['?status=opening&limit=100'] = { items: [tender('3', 'opening')] }
    pages['?status=awarding&limit=100'] = { items: [tender('4', 'awarding')] }
    const { rows } = await opened('?stage=opening')
    expect(rows().map((row) => row.slice(0, 6))).toEqual(['Slag 3', 'Slag 4'])
  })

  it('looks for what is over behind what goes on', async () => {
    pages[''] = { items: [tender('1', 'open')], next: 'c1' }
    pages['?cursor=c1'] = { items: [tender('2', 'lapsed'), tender('3', 'awarding')] }
    const { rows } = await opened('?stage=past')
    expect(rows().map((row) => row.slice(0, 6))).toEqual(['Slag 2'])
  })

  it('says that there is none, or none of a kind', async () => {
    expect((await opened()).made.text()).toContain(words.none)
    page?.unmount()
    expect((await opened('?mine=selling')).made.text()).toContain(words.noneOfKind)
  })

  it('says that it cannot be read', async () => {
    fails = true
    const { made, rows, press } = await opened()
    expect(made.get('[role=alert]').text()).toContain(english.problem['server-error'])
    fails = false
    pages[''] = { items: [tender('1', 'open')] }
    await press(english.action.retry)
    expect(rows()).toHaveLength(1)
  })
})
