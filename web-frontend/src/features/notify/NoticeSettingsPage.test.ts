import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { NoticeSettings } from '@/api/model'
import english from '@/locales/en.json'
import { press, rest } from '@/testing/page'
import NoticeSettingsPage from './NoticeSettingsPage.vue'

const words = english.noticeSettings

let settings: NoticeSettings
let sent: { what: string; body: unknown }[]
let page: VueWrapper | undefined

function exchange(path: string, { method, body }: RequestInit): Promise<Response> {
  if (method !== 'GET') {
    const asked = body ? (JSON.parse(String(body)) as object) : undefined
    sent.push({ what: `${method} ${path.replace('/api/v1/notice-settings', '')}`, body: asked })
    if (path.endsWith('/address')) settings = { ...settings, address: address() }
    if (path.endsWith('/confirmation')) settings = { ...settings, address: address(true) }
  }
  return Promise.resolve(new Response(JSON.stringify(settings)))
}

function address(confirmed = false): NoticeSettings['address'] {
  return {
    address: 'wang@example.cn',
    language: 'en',
    ...(confirmed ? { confirmedAt: '2026-11-01T00:00:00Z' } : {}),
  } as NoticeSettings['address']
}

beforeEach(() => {
  settings = {
    mailOn: true,
    topics: [
      { topic: 'offers', mail: 'never' },
      { topic: 'tenders', mail: 'daily' },
    ],
  }
  sent = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

async function shown(query = ''): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const blank = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/notice-settings', name: 'notice-settings', component: blank },
      { path: '/notices', name: 'notices', component: blank },
    ],
  })
  await router.push(`/notice-settings${query}`)
  page = mount(NoticeSettingsPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  await rest()
  return page
}

describe('the settings of notices', () => {
  it('take an address and then the code that was sent there', async () => {
    const made = await shown()
    await made.get('input[type=email]').setValue(' wang@example.cn ')
    await made.get('form').trigger('submit')
    await rest()

    expect(sent).toEqual([
      { what: 'PUT /address', body: { address: 'wang@example.cn', language: 'en' } },
    ])
    expect(made.get('[role=status]').text()).toContain('wang@example.cn')
    await made.get('input[maxlength="20"]').setValue('0123456789')
    await made.get('form').trigger('submit')
    await rest()

    expect(sent[1]).toEqual({ what: 'POST /address/confirmation', body: { code: '0123456789' } })
    expect(made.get('[role=status]').text()).toBe('Confirmed: wang@example.cn')
  })

  it('have another code sent to the same address', async () => {
    settings = { ...settings, address: address() }
    const made = await shown()
    await press(words.sendAgain)

    expect(sent).toEqual([
      { what: 'PUT /address', body: { address: 'wang@example.cn', language: 'en' } },
    ])
    expect(made.text()).toContain(words.sentAgain)
  })

  it('find the code that the link of the mail brought along', async () => {
    settings = { ...settings, address: address() }
    const made = await shown('?code=ABCDEFGHJK')

    expect(made.get<HTMLInputElement>('input[maxlength="20"]').element.value).toBe('ABCDEFGHJK')
    expect(sent).toEqual([])
  })

  it('send all topics when one changes', async () => {
    settings = { ...settings, address: address(true) }
    const made = await shown()
    await made.get('fieldset input[value="at-once"]').setValue(true)
    await rest()

    expect(sent).toEqual([
      {
        what: 'PUT /topics',
        body: {
          topics: [
            { topic: 'offers', mail: 'at-once' },
            { topic: 'tenders', mail: 'daily' },
          ],
        },
      },
    ])
  })

  it('offer nothing where no mail is sent', async () => {
    settings = { ...settings, mailOn: false }
    const made = await shown()

    expect(made.text()).toContain(words.off)
    expect(made.find('input').exists()).toBe(false)
  })
})
