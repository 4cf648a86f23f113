import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import UploadPanel from './UploadPanel.vue'

const words = chinese.bulk
const pushed = vi.hoisted(() => vi.fn<(to: unknown) => Promise<void>>())
vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ push: pushed }),
}))

const KINDS = {
  items: [
    { key: 'streams', nameZh: '固废流', nameEn: 'Waste streams', columns: [] },
    { key: 'lots', nameZh: '供应挂牌', nameEn: 'Lots', columns: [] },
  ],
}

interface Sent {
  query: string
  key: string | null
}

let sent: Sent[]
let answers: (() => Response)[]
let panel: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const taken = () => json({ id: 'i1' }, 201)
function lost(): never {
  throw new TypeError('Failed to fetch')
}

async function exchange(url: string, init: RequestInit): Promise<Response> {
  if (init.method === 'GET') return json(KINDS)
  const key = new Headers(init.headers).get('Idempotency-Key')
  sent.push({ query: decodeURIComponent(new URL(url, 'http://exchange').search), key })
  return (answers.shift() ?? taken)()
}

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  panel?.unmount()
  vi.unstubAllGlobals()
  pushed.mockReset()
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
  panel = mount(UploadPanel, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]], stubs: { RouterLink: true } },
    attachTo: document.body,
  })
  await rest()
  return panel
}

async function choose(within: VueWrapper, ...files: File[]): Promise<void> {
  const field = within.get('input[type=file]')
  Object.defineProperty(field.element, 'files', { value: files, configurable: true })
  Object.defineProperty(field.element, 'value', { value: '', writable: true, configurable: true })
  await field.trigger('change')
  await rest()
}

async function send(within: VueWrapper): Promise<void> {
  await within.get('form').trigger('submit')
  await rest()
}

const named = (name: string) => new File(['x'], name, { lastModified: 7 })
const kindOf = (within: VueWrapper) => within.findComponent({ name: 'ElSelect' })

describe('a table that is sent', () => {
  it('is only checked unless it is said otherwise', async () => {
    const page = await opened()
    await choose(page, named('台账.xlsx'))
    expect(kindOf(page).exists()).toBe(false)
    expect(page.get('button[type=submit]').text()).toBe(words.check)
    await send(page)
    expect(sent.map(({ query }) => query)).toEqual(['?name=台账.xlsx&dryRun=true'])
    expect(pushed).toHaveBeenCalledWith({ name: 'import', params: { id: 'i1' } })
  })

  it('is imported at once when the check is taken off', async () => {
    const page = await opened()
    await choose(page, named('台账.xlsx'))
    await page.get('input[type=checkbox]').setValue(false)
    expect(page.get('button[type=submit]').text()).toBe(words.import)
    await send(page)
    expect(sent[0]?.query).toBe('?name=台账.xlsx&dryRun=false')
  })

  it('needs its kind said when it is a CSV file', async () => {
    const page = await opened()
    await choose(page, named('固废流.csv'))
    await send(page)
    expect(sent).toEqual([])
    await vi.waitFor(() => expect(page.text()).toContain(chinese.fault.required))
    await kindOf(page).setValue('streams')
    await send(page)
    expect(sent[0]?.query).toBe('?name=固废流.csv&dryRun=true&kind=streams')
  })

  it('needs its kind said when the exchange finds that it is CSV by another name', async () => {
    answers = [
      () => json({ code: 'kind-needed' }, 422),
      () => json({ code: 'imports-too-many', facts: { importsMax: 3 } }, 409),
    ]
    const page = await opened()
    await choose(page, named('台账.xlsx'))
    await send(page)
    expect(page.get('[role=alert]').text()).toContain(chinese.problem['kind-needed'])
    await kindOf(page).setValue('streams')
    await send(page)
    expect(kindOf(page).exists()).toBe(true)
    await send(page)
    expect(sent.map(({ query }) => query)).toEqual([
      '?name=台账.xlsx&dryRun=true',
      '?name=台账.xlsx&dryRun=true&kind=streams',
      '?name=台账.xlsx&dryRun=true&kind=streams',
    ])
    await choose(page, named('其他.xlsx'))
    expect(kindOf(page).exists()).toBe(false)
  })

  it('is not sent when it is none', async () => {
    const page = await opened()
    await send(page)
    await vi.waitFor(() => expect(page.text()).toContain(words.noFile))
    await choose(page, named('台账.pdf'))
    expect(page.get('[role=alert]').text()).toContain(chinese.problem['table-kind-unknown'])
    await choose(page, named('1.xlsx'), named('2.xlsx'))
    expect(page.get('[role=alert]').text()).toContain(chinese.problem['tables-too-many'])
    await send(page)
    expect(sent).toEqual([])
  })

  it('says why it was refused, until another is chosen', async () => {
    answers = [() => json({ code: 'imports-too-many', facts: { importsMax: 3 } }, 409)]
    const page = await opened()
    await choose(page, named('台账.xlsx'))
    await send(page)
    expect(page.get('[role=alert]').text()).toContain('同时最多进行 3 个导入')
    expect(pushed).not.toHaveBeenCalled()
    await choose(page, named('台账.xlsx'))
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  it('keeps its key after the connection was lost, and another file has another', async () => {
    answers = [lost, lost]
    const page = await opened()
    await choose(page, named('1.xlsx'))
    await send(page)
    await send(page)
    await choose(page, named('2.xlsx'))
    await send(page)
    expect(sent[0]?.key).toBe(sent[1]?.key)
    expect(sent[2]?.key).not.toBe(sent[1]?.key)
  })
})
