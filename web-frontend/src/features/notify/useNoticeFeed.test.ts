import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Notice } from '@/api/model'
import type { Listener } from './follow'
import { useNoticeFeed } from './useNoticeFeed'

const heard = vi.hoisted(() => ({ by: undefined as Listener | undefined }))
vi.mock('./follow', () => ({
  follow: (listener: Listener) => {
    heard.by = listener
    return () => undefined
  },
}))

const BUNDLE_MS = 1_500
const DRAFT = '/lot-drafts/d1'
const PRICES = '/lots/l1/prices'
const READ = ['/work', '/work/offer', '/notices', '/workshops', '/lots', '/streams', DRAFT, PRICES]

let queryClient: QueryClient

beforeEach(() => {
  vi.useFakeTimers()
  queryClient = new QueryClient()
  for (const path of READ) queryClient.setQueryData([path, {}], {})
  const Host = defineComponent(() => {
    useNoticeFeed(() => undefined)
    return () => h('div')
  })
  mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient }]] } })
})
afterEach(() => {
  vi.useRealTimers()
})

const stale = () =>
  READ.filter((path) => queryClient.getQueryState([path, {}])?.isInvalidated === true)

it.each([
  ['lot-expired', ['/work', '/work/offer', '/notices', '/lots']],
  ['lot-draft-published', ['/work', '/work/offer', '/notices', '/lots', DRAFT, PRICES]],
  ['never-heard-of', ['/work', '/work/offer', '/notices']],
])('a notice asks anew for what waits, whatever it tells: %s', (kind, paths) => {
  heard.by?.notice({ kind, number: 1, subjects: {}, facts: {}, read: false } as unknown as Notice)
  expect(stale()).toEqual([])
  vi.advanceTimersByTime(BUNDLE_MS)
  expect(stale()).toEqual(paths)
})

it('a stream of notices that breaks off asks anew for all that it might have told', () => {
  heard.by?.trouble()
  expect(stale()).toEqual(READ.filter((path) => path !== '/workshops'))
})
