import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { ApiKey } from '@/api/model'
import { dayOf, plusDays } from '@/lib/dates'
import english from '@/locales/en.json'
import KeyListPage from './KeyListPage.vue'

const words = english.key
const SECRET = 'wfk_0123456789012345678901234567890123456789abc'

let keys: ApiKey[]
let sent: { path: string; body: unknown }[]
let page: VueWrapper | undefined

function key(more: Partial<ApiKey>): ApiKey {
  return {
    id: 'k1',
    memberId: 'm1',
    name: 'ERP',
    role: 'reader',
    hint: '9abc',
    status: 'active',
    createdBy: 'Wang',
    createdAt: '2026-11-01T00:00:00Z',
    expiresOn: '2027-05-01',
    ...more,
  }
}

function exchange(path: string, { method, body }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) => new Response(JSON.stringify(it), { status })
  if (method === 'GET') return Promise.resolve(json({ items: keys }))
  const asked = JSON.parse(String(body)) as Partial<ApiKey>
  sent.push({ path, body: asked })
  if (path.endsWith('/revocation')) {
    keys = keys.map((it) => ({ ...it, status: 'revoked' }))
    return Promise.resolve(json(keys[0]))
  }
  const made = key(asked)
  keys = [made, ...keys]
  return Promise.resolve(json({ key: made, secret: SECRET }, 201))
}

beforeEach(() => {
  keys = []
  sent = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function shown(): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  page = mount(KeyListPage, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: RouterLinkStub },
    },
    attachTo: document.body,
  })
  await rest()
  return page
}

/** Dialogs stand beside the page. */
async function press(label: string, within: ParentNode = document): Promise<void> {
  const button = [...within.querySelectorAll('button')].find((it) => it.innerText === label)
  if (!button) throw new Error(`no button ${label}`)
  button.click()
  await rest()
}

const dialog = () => document.querySelector<HTMLElement>('.el-dialog')

async function type(selector: string, value: string): Promise<void> {
  const field = dialog()?.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`no field ${selector}`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await rest()
}

describe('the keys of a firm', () => {
  it('are made with the narrowest scope unless said, and told once', async () => {
    const made = await shown()
    await press(words.add)
    await type('input[maxlength="60"]', ' ERP ')
    await press(words.make)

    const expiresOn = plusDays(dayOf(new Date()), 180)
    expect(sent).toEqual([
      { path: '/api/v1/keys', body: { name: 'ERP', role: 'reader', expiresOn } },
    ])
    const told = made.get('[role=alert]')
    expect(told.text()).toContain(words.secretNote)
    expect(told.get('pre').text()).toBe(SECRET)
    expect(made.text()).toContain(words.status.active)

    await press(words.kept)
    expect(document.body.innerHTML).not.toContain(SECRET)
  })

  it('need a name and a day within a year', async () => {
    await shown()
    await press(words.add)
    await type('input[type="date"]', plusDays(dayOf(new Date()), 367))
    await press(words.make)

    // The component library waits a moment before it says what is wrong.
    await vi.waitFor(() => {
      expect(dialog()?.textContent).toContain(english.fault.keyDay)
      expect(dialog()?.textContent).toContain(english.fault.required)
    })
    expect(sent).toEqual([])
  })

  it('are revoked once it was asked again, and then no more', async () => {
    keys = [key({})]
    const made = await shown()
    await press(words.revoke)
    expect(sent).toEqual([])

    await press(words.revoke, dialog() ?? document)

    expect(sent).toEqual([{ path: '/api/v1/keys/k1/revocation', body: {} }])
    expect(made.text()).toContain(words.status.revoked)
    expect([...document.querySelectorAll('td button')]).toEqual([])
  })
})
