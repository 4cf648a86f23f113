import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Webhook } from '@/api/model'
import english from '@/locales/en.json'
import { dialog, press, shown, type } from '@/testing/page'
import WebhookListPage from './WebhookListPage.vue'

const words = english.webhook
const SECRET = 'whs_0123456789012345678901234567890123456789abc'

let webhooks: Webhook[]
let sent: { path: string; body: unknown }[]
let refusal: object | undefined
let page: VueWrapper | undefined

function webhook(more: Partial<Webhook>): Webhook {
  return {
    id: 'w1',
    name: 'ERP',
    url: 'https://erp.example.com/hook',
    state: 'active',
    failuresInRow: 0,
    waiting: 0,
    failed: 0,
    createdBy: 'Wang',
    createdAt: '2026-11-01T00:00:00Z',
    version: 1,
    ...more,
  }
}

function exchange(path: string, { method, body }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) =>
    new Response(JSON.stringify(it), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    })
  if (method === 'GET') return Promise.resolve(json({ items: webhooks }))
  const asked = JSON.parse(String(body)) as Partial<Webhook>
  sent.push({ path, body: asked })
  if (refusal) return Promise.resolve(json(refusal, 422))
  const made = webhook(asked)
  webhooks = [made, ...webhooks]
  return Promise.resolve(json({ webhook: made, secret: SECRET }, 201))
}

beforeEach(() => {
  webhooks = []
  sent = []
  refusal = undefined
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

const open = async () => (page = await shown(WebhookListPage))

describe('the webhooks of a firm', () => {
  it('are sent all notices unless said, and their secret is told once', async () => {
    const made = await open()
    expect(made.text()).toContain(words.none)
    await press(words.add)
    await type('input[maxlength="60"]', ' ERP ')
    await type('input[maxlength="500"]', 'https://erp.example.com/hook ')
    await press(words.make)

    expect(sent).toEqual([
      { path: '/api/v1/webhooks', body: { name: 'ERP', url: 'https://erp.example.com/hook' } },
    ])
    expect(made.get('[role=alert]').text()).toContain(words.secretNote)
    expect(made.get('[role=alert] pre').text()).toBe(SECRET)

    await press(words.kept)
    expect(document.body.innerHTML).not.toContain(SECRET)
    expect(made.text()).toContain(words.state.active)
  })

  it('are not registered where the exchange does not call the address', async () => {
    refusal = {
      status: 422,
      code: 'webhook-address-private',
      fields: [{ path: 'url', code: 'webhook-address-private', message: '' }],
    }
    await open()
    await press(words.add)
    await type('input[maxlength="60"]', 'ERP')
    await type('input[maxlength="500"]', 'https://10.0.0.1/')
    await press(words.make)

    await vi.waitFor(() => {
      expect(dialog()?.textContent).toContain(english.problem['webhook-address-private'])
    })
    expect(webhooks).toEqual([])
  })

  it('say how they stand', async () => {
    webhooks = [
      webhook({ state: 'paused', pauseReason: 'failures', waiting: 12, failed: 3, kinds: ['a'] }),
    ]
    const made = await open()

    expect(made.text()).toContain(words.state.paused)
    expect(made.text()).toContain('1 kind')
    expect(made.text()).toContain('12')
  })
})
