import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import english from '@/locales/en.json'
import DueBadge from './DueBadge.vue'

afterEach(() => {
  vi.unstubAllGlobals()
})

async function badgeOf(dueCount: number) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(new Response(JSON.stringify({ dueCount, groups: [] })))
  })
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const badge = mount(DueBadge, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient() }]] },
  })
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
  const said = badge.find('.visually-hidden')
  const shown = badge.find('[aria-hidden]')
  badge.unmount()
  return { asked, said: said.exists() && said.text(), shown: shown.exists() && shown.text() }
}

it.each([
  [0, false, false],
  [1, '1', '1 thing to do'],
  [99, '99', '99 things to do'],
  [100, '99+', '99+ things to do'],
])('of %s things shows %s and says %s', async (count, shown, said) => {
  expect(await badgeOf(count)).toEqual({
    asked: ['/api/v1/work?items=0&hints=false'],
    shown,
    said,
  })
})
