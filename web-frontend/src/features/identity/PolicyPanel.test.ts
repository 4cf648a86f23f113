import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Policy } from '@/api/model'
import english from '@/locales/en.json'
import PolicyPanel from './PolicyPanel.vue'

const words = english.policy

let policy: Policy
let refused: boolean
let sent: { version: string | null; body: unknown }[]
let panel: VueWrapper | undefined

function exchange(_: string, { method, body, headers }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) => new Response(JSON.stringify(it), { status })
  if (method === 'GET') return Promise.resolve(json(policy))
  const asked = JSON.parse(String(body)) as Pick<Policy, 'lotsReviewed'>
  sent.push({ version: new Headers(headers).get('If-Match'), body: asked })
  if (refused) return Promise.resolve(json({ code: 'version-stale' }, 412))
  policy = { ...policy, version: policy.version + 1, ...asked }
  return Promise.resolve(json(policy))
}

beforeEach(() => {
  policy = { version: 0, lotsReviewed: false, administratorsAlone: false }
  refused = false
  sent = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  panel?.unmount()
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function shown() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(PolicyPanel, {
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  panel = made
  await rest()
  const control = made.get<HTMLInputElement>('input[role=switch]')
  const turn = async () => {
    control.element.click()
    await rest()
  }
  return { made, control, turn }
}

describe('whether lots are reviewed', () => {
  it('is said and explained, also when nobody has decided yet', async () => {
    const { made, control } = await shown()
    expect(control.element.checked).toBe(false)
    expect(made.get(`label[for="${control.attributes('id')}"]`).text()).toBe(words.lotsReviewed)
    expect(made.text()).toContain(words.off)
  })

  it('is changed against what was read', async () => {
    const { made, control, turn } = await shown()
    await turn()
    expect(control.element.checked).toBe(true)
    expect(made.text()).toContain(words.on)
    await turn()
    expect(control.element.checked).toBe(false)
    expect(sent).toEqual([
      { version: '"0"', body: { lotsReviewed: true } },
      { version: '"1"', body: { lotsReviewed: false } },
    ])
  })

  it('stays as it is when the change is refused, and says why', async () => {
    refused = true
    const { made, control, turn } = await shown()
    await turn()
    expect(control.element.checked).toBe(false)
    expect(made.text()).toContain(words.off)
    expect(made.get('[role=alert]').text()).toContain(english.problem['version-stale'])
  })
})
