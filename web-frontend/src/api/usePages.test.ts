import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { usePages, type Pages } from './usePages'

const ITEMS = Array.from({ length: 250 }, (_, index) => index)
const asked: string[] = []
let broken = false

/** The exchange: pages of its own length or of the one asked for. */
function answer(url: string): Promise<Response> {
  asked.push(url)
  if (broken && asked.length > 1) return Promise.resolve(new Response('{}', { status: 500 }))
  const query = new URL(url, 'http://exchange').searchParams
  const limit = Number(query.get('limit') ?? 50)
  const from = Number(query.get('cursor') ?? 0)
  const next = from + limit < ITEMS.length ? String(from + limit) : undefined
  return Promise.resolve(
    new Response(JSON.stringify({ items: ITEMS.slice(from, from + limit), next })),
  )
}

beforeEach(() => {
  asked.length = 0
  broken = false
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function read(all: boolean): Promise<Pages<number>> {
  let pages: Pages<number> | undefined
  const Host = defineComponent(() => {
    pages = usePages<number>('/agreements', { status: 'active' }, { all })
    return () => h('div')
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient }]] } })
  for (let turn = 0; turn < 10; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
  if (!pages) throw new Error('no pages')
  return pages
}

describe('pages', () => {
  it('stop after the first until more is asked for', async () => {
    const pages = await read(false)
    expect(pages.items.value).toHaveLength(50)
    expect([pages.pending.value, pages.hasMore.value]).toEqual([false, true])
  })

  it('are read to the end when all are needed', async () => {
    const pages = await read(true)
    expect(pages.items.value).toEqual(ITEMS)
    expect([pages.pending.value, pages.hasMore.value]).toEqual([false, false])
    expect(asked).toEqual([
      '/api/v1/agreements?status=active&limit=100',
      '/api/v1/agreements?status=active&limit=100&cursor=100',
      '/api/v1/agreements?status=active&limit=100&cursor=200',
    ])
  })

  it('do not go on asking after a failure, and do not pass for all', async () => {
    broken = true
    const pages = await read(true)
    expect(asked).toHaveLength(2)
    expect(pages.pending.value).toBe(true)
    expect(pages.problem.value?.code).toBe('server-error')
  })
})
