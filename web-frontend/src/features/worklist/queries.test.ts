import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useWork } from './queries'

const COUNTS = '/api/v1/work?items=0&hints=false'
const LIST = '/api/v1/work?items=5&hints=true'

let waiting: number
let asked: string[]
let page: VueWrapper

const List = defineComponent(() => {
  const { data } = useWork()
  return () => h('p', data.value?.groups.map(({ count }) => count).join())
})

beforeEach(() => {
  vi.useFakeTimers()
  waiting = 2
  asked = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    const group = { kind: 'offer', due: true, count: waiting, more: false, items: [] }
    return Promise.resolve(
      new Response(JSON.stringify({ dueCount: waiting, groups: waiting ? [group] : [] })),
    )
  })
  page = mount(List, {
    global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] },
  })
})
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const times = (url: string) => asked.filter((each) => each === url).length

async function pass(minutes: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(minutes * 60_000 + 100)
}

it('is counted every minute, and read again only when the count has changed', async () => {
  await pass(0)
  expect([times(COUNTS), times(LIST)]).toEqual([1, 1])

  await pass(2)
  expect([times(COUNTS), times(LIST)]).toEqual([3, 1])
  expect(page.text()).toBe('2')

  waiting = 3
  await pass(1)
  expect([times(COUNTS), times(LIST)]).toEqual([4, 2])
  expect(page.text()).toBe('3')

  waiting = 0
  await pass(1)
  expect([times(COUNTS), times(LIST)]).toEqual([5, 3])
  expect(page.text()).toBe('')
})
