import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { WorkGroup, WorkItem, Worklist } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import ActionQueue from './ActionQueue.vue'
import WorkPage from './WorkPage.vue'

const words = chinese.work
const SHOWN = 5
const PAGE = 6
const COUNTS = '/work?items=0&hints=false'

vi.mock('@/features/catalog', () => ({
  useCatalog: () => ({ materialName: (key: string) => key }),
}))

const offer = (number: number): WorkItem => ({
  kind: 'offer',
  key: `o${number}`,
  subjectId: `o${number}`,
  label: `货源 ${number}`,
  since: '2026-03-07T16:00:00Z',
  due: '2026-03-12',
  voids: false,
})
const unlisted: WorkGroup = {
  kind: 'unlisted',
  due: false,
  count: 1,
  more: false,
  items: [{ kind: 'unlisted', key: 's1', subjectId: 's1', label: '水渣', massKg: 1, voids: false }],
}
const matches: WorkGroup = { kind: 'match', due: false, count: 200, more: true, items: [] }

let offers: WorkItem[]
let hints: WorkGroup[]
let fails: boolean
let asked: string[]
let shown: VueWrapper | undefined

function worklist(): Worklist {
  const group: WorkGroup = {
    kind: 'offer',
    due: true,
    count: offers.length,
    more: false,
    items: offers.slice(0, SHOWN),
    next: offers.length > SHOWN ? String(SHOWN) : undefined,
  }
  return { dueCount: offers.length, groups: [...(offers.length ? [group] : []), ...hints] }
}

function exchange(url: string): Promise<Response> {
  asked.push(url.replace('/api/v1', ''))
  if (fails) return Promise.resolve(new Response('{}', { status: 500 }))
  const { pathname, searchParams } = new URL(url, 'http://exchange')
  const from = Number(searchParams.get('cursor') ?? 0)
  const next = from + PAGE < offers.length ? String(from + PAGE) : undefined
  const page = { items: offers.slice(from, from + PAGE), next }
  const answer = pathname.endsWith('/work') ? worklist() : page
  return Promise.resolve(new Response(JSON.stringify(answer)))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T04:00:00Z') })
  offers = [1, 2].map(offer)
  hints = [unlisted, matches]
  fails = false
  asked = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  shown?.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(component: Component = WorkPage, at = '/work') {
  const empty = defineComponent(() => () => h('p'))
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/work', name: 'work', component: empty },
      { path: '/offers/:id', name: 'offer', component: empty },
      { path: '/matches', name: 'matches', component: empty },
      { path: '/lots/new', name: 'lot-new', component: empty },
    ],
  })
  await router.push(at)
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  shown = mount(component, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
  })
  await rest()
  return { page: shown, router, queryClient }
}

const linksOf = (page: VueWrapper) => page.findAll('li a').map((link) => link.attributes('href'))
const headings = (page: VueWrapper) =>
  page.findAll('h2, h3').map((heading) => heading.text().replace(/\s+/g, ' '))
const button = (page: VueWrapper, label: string) =>
  page.findAll('button').find((it) => it.text().startsWith(label))

describe('the list of what to do', () => {
  it('names what waits before what is only a hint', async () => {
    const { page } = await opened()
    expect(headings(page)).toEqual([
      words.due,
      `${words.kind.offer} 2`,
      words.hints,
      `${words.kind.unlisted} 1`,
      `${words.kind.match} 200+`,
    ])
    expect(linksOf(page)).toEqual(['/offers/o1', '/offers/o2', '/lots/new?streamId=s1', '/matches'])
  })

  it('says for how long something has waited and how many days are left', async () => {
    const { page } = await opened()
    const first = page.get('li').text()
    expect(first).toContain('剩 2 天')
    expect(first).toContain('已等 2 天')
  })

  it('shows one kind, which the address keeps', async () => {
    const { page, router } = await opened()
    await button(page, words.kind.unlisted)?.trigger('click')
    await rest()
    expect(router.currentRoute.value.query).toEqual({ kind: 'unlisted' })
    expect(headings(page)).toEqual([words.hints, `${words.kind.unlisted} 1`])
    expect(button(page, words.kind.unlisted)?.attributes('aria-pressed')).toBe('true')
    await button(page, chinese.label.all)?.trigger('click')
    await rest()
    expect(router.currentRoute.value.query).toEqual({})
    expect(headings(page)).toHaveLength(5)
  })

  it('says that nothing of the chosen kind is there, and leads back to all', async () => {
    const { page } = await opened(WorkPage, '/work?kind=payment')
    expect(page.text()).toContain(words.noneOfKind)
    await button(page, chinese.label.all)?.trigger('click')
    await rest()
    expect(page.text()).not.toContain(words.noneOfKind)
  })

  it('says that nothing waits, also when there are hints', async () => {
    offers = []
    const { page } = await opened()
    expect(page.text()).toContain(words.none)
    expect(headings(page)).toContain(words.hints)
  })

  it('says that it could not be read, and reads it again', async () => {
    fails = true
    const { page } = await opened()
    expect(page.find('[role=alert]').exists()).toBe(true)
    fails = false
    await button(page, chinese.action.retry)?.trigger('click')
    await rest()
    expect(linksOf(page)).toHaveLength(4)
  })
})

describe('a long kind', () => {
  beforeEach(() => {
    offers = Array.from({ length: 13 }, (_, index) => offer(index + 1))
    hints = []
  })

  it('is read on page by page when more of it is asked for', async () => {
    const { page } = await opened()
    const counts = [linksOf(page).length]
    while (button(page, chinese.action.loadMore)) {
      await button(page, chinese.action.loadMore)?.trigger('click')
      await rest()
      counts.push(linksOf(page).length)
    }
    expect(counts).toEqual([SHOWN, PAGE, 2 * PAGE, 13])
    expect(asked.filter((url) => url !== COUNTS)).toEqual([
      '/work?items=5&hints=true',
      '/work/offer',
      '/work/offer?cursor=6',
      '/work/offer?cursor=12',
    ])
  })

  it('is read at once when it was chosen', async () => {
    const { page } = await opened(WorkPage, '/work?kind=offer')
    expect(linksOf(page)).toHaveLength(PAGE)
  })

  it('loses what was done', async () => {
    const { page, queryClient } = await opened(WorkPage, '/work?kind=offer')
    offers = offers.slice(1)
    await queryClient.invalidateQueries()
    await rest()
    expect(linksOf(page)[0]).toBe('/offers/o2')
    expect(headings(page)).toContain(`${words.kind.offer} 12`)
  })

  it('follows the count that is read anew by itself', async () => {
    const { page, queryClient } = await opened(WorkPage, '/work?kind=offer')
    offers = offers.slice(1)
    await queryClient.invalidateQueries({ queryKey: ['/work'] })
    await rest()
    expect(linksOf(page)[0]).toBe('/offers/o2')
  })

  it('stands on the home page with its oldest, and leads to all of it', async () => {
    const { page } = await opened(ActionQueue)
    expect(linksOf(page)).toHaveLength(SHOWN)
    const all = page.get(`a[aria-label="全部 13 项：${words.kind.offer}"]`)
    expect(all.attributes('href')).toBe('/work?kind=offer')
    expect(page.findAll('button')).toHaveLength(0)
  })
})
