import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiKey } from '@/api/model'
import { dayOf, plusDays } from '@/lib/dates'
import english from '@/locales/en.json'
import { dialog, press, shown, type } from '@/testing/page'
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

const open = async () => (page = await shown(KeyListPage))

describe('the keys of a firm', () => {
  it('are made with the narrowest scope unless said, and told once', async () => {
    const made = await open()
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
    await open()
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
    const made = await open()
    await press(words.revoke)
    expect(sent).toEqual([])

    await press(words.revoke, dialog() ?? document)

    expect(sent).toEqual([{ path: '/api/v1/keys/k1/revocation', body: {} }])
    expect(made.text()).toContain(words.status.revoked)
    expect([...document.querySelectorAll('td button')]).toEqual([])
  })
})
