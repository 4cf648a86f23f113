import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import ExportPage from './ExportPage.vue'

const words = chinese.export
const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))

const TABLES = {
  items: [
    {
      key: 'loads',
      nameZh: '车次',
      nameEn: 'Loads',
      columns: [{ key: 'originNetKg', headingZh: '发货净重(kg)', headingEn: 'Origin: net (kg)' }],
    },
  ],
}

let asked: string[]
let answer: () => Response | Promise<Response>
let page: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

async function exchange(url: string): Promise<Response> {
  if (url.includes('/export/tables')) return json(TABLES)
  asked.push(new URL(url, 'http://exchange').search)
  return answer()
}

beforeEach(() => {
  asked = []
  answer = () => new Response(new Blob(['PK']))
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
  saved.mockReset()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  page = mount(ExportPage, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]], stubs: { RouterLink: true } },
    attachTo: document.body,
  })
  await rest()
  return page
}

function buttons(within: VueWrapper) {
  return within.findAll('button').filter((button) => button.text().startsWith('导出'))
}

describe('the export', () => {
  it('says which tables it has, with the headings of both languages', async () => {
    const within = await opened()
    expect(within.text()).toContain('车次 loads.csv')
    expect(within.text()).toContain('发货净重(kg)')
    expect(within.text()).toContain('Origin: net (kg)')
  })

  it('is kept under the name of the day once it is made', async () => {
    const within = await opened()
    await buttons(within)[1]?.trigger('click')
    await rest()
    expect(asked).toEqual(['?language=en'])
    expect(saved.mock.calls[0]?.[1]).toMatch(/^wufei-export-\d{4}-\d{2}-\d{2}\.zip$/)
    expect(within.text()).toContain(words.saved)
  })

  it('says that it is being made, and is not asked for twice meanwhile', async () => {
    let made: (response: Response) => void = () => undefined
    answer = () => new Promise((done) => (made = done))
    const within = await opened()
    await buttons(within)[0]?.trigger('click')
    await rest()
    expect(within.get('[role=status]').text()).toBe(words.making)
    expect(buttons(within).every((button) => button.attributes('disabled') !== undefined)).toBe(
      true,
    )
    made(new Response(new Blob(['PK'])))
    await rest()
    expect(asked).toHaveLength(1)
    expect(within.get('[role=status]').text()).toBe(words.saved)
  })

  it('says why it was refused', async () => {
    answer = () => json({ code: 'export-going-on' }, 409)
    const within = await opened()
    await buttons(within)[0]?.trigger('click')
    await rest()
    expect(within.get('[role=alert]').text()).toContain(chinese.problem['export-going-on'])
    expect(saved).not.toHaveBeenCalled()
  })
})
