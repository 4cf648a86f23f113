import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Policy } from '@/api/model'
import english from '@/locales/en.json'
import ApprovalPolicyPanel from './ApprovalPolicyPanel.vue'

const words = english.policy.approval

let policy: Policy
let refused: boolean
let sent: { url: string; version: string | null; body: unknown }[]
let panel: VueWrapper | undefined

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) => new Response(JSON.stringify(it), { status })
  if (method === 'GET') return Promise.resolve(json(policy))
  const asked = JSON.parse(String(body)) as { aboveFen?: number; administratorsAlone: boolean }
  sent.push({ url, version: new Headers(headers).get('If-Match'), body: asked })
  if (refused) return Promise.resolve(json({ code: 'version-stale' }, 412))
  const { aboveFen, administratorsAlone } = asked
  policy = {
    version: policy.version + 1,
    lotsReviewed: policy.lotsReviewed,
    administratorsAlone,
    ...(aboveFen !== undefined && { approvalAboveFen: aboveFen }),
  }
  return Promise.resolve(json(policy))
}

beforeEach(() => {
  policy = { version: 0, lotsReviewed: true, administratorsAlone: false }
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
  const made = mount(ApprovalPolicyPanel, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: true },
    },
    attachTo: document.body,
  })
  panel = made
  await rest()
  const turn = async (label: string) => {
    const id = made
      .findAll('label')
      .find((each) => each.text() === label)
      ?.attributes('for')
    made.get<HTMLInputElement>(`[id="${id}"]`).element.click()
    await rest()
  }
  const type = async (yuan: string) => {
    await made.get('input:not([role=switch])').setValue(yuan)
    await rest()
  }
  const save = async () => {
    await made.get('form').trigger('submit')
    await rest()
  }
  const readAgain = async () => {
    await queryClient.invalidateQueries()
    await rest()
  }
  return { made, turn, type, save, readAgain }
}

describe('above which sum a second person approves', () => {
  it('is asked for only where there is to be one', async () => {
    const { made, turn } = await shown()
    expect(made.find('input:not([role=switch])').exists()).toBe(false)
    await turn(words.limited)
    expect(made.find('input:not([role=switch])').exists()).toBe(true)
    expect(made.text()).toContain(words.aloneOff)
  })

  it('is kept in whole fen, against what was read', async () => {
    const { made, turn, type, save } = await shown()
    await turn(words.limited)
    await type('500000.5')
    await turn(words.alone)
    expect(made.text()).toContain(words.aloneOn)
    await save()
    expect(sent).toEqual([
      {
        url: '/api/v1/policy/approval',
        version: '"0"',
        body: { aboveFen: 50_000_050, administratorsAlone: true },
      },
    ])
    expect(made.get('[role=status]').text()).toBe(words.saved)
  })

  it('is taken away again', async () => {
    policy = { version: 3, lotsReviewed: true, approvalAboveFen: 100, administratorsAlone: false }
    const { turn, save } = await shown()
    await turn(words.limited)
    await save()
    expect(sent).toEqual([
      {
        url: '/api/v1/policy/approval',
        version: '"3"',
        body: { administratorsAlone: false },
      },
    ])
  })

  it('is still what was typed when the rest of the policy changes meanwhile', async () => {
    const { made, turn, type, save, readAgain } = await shown()
    await turn(words.limited)
    await type('300')
    policy = { ...policy, version: 1, lotsReviewed: false }
    await readAgain()
    expect(made.get<HTMLInputElement>('input:not([role=switch])').element.value).toBe('300')
    await save()
    expect(sent).toEqual([
      {
        url: '/api/v1/policy/approval',
        version: '"1"',
        body: { aboveFen: 30_000, administratorsAlone: false },
      },
    ])
  })

  it('is not sent while it is no sum', async () => {
    const { turn, type, save } = await shown()
    await turn(words.limited)
    await save()
    await type('-1')
    await save()
    expect(sent).toEqual([])
  })

  it('says why it was not kept', async () => {
    refused = true
    const { made, turn, type, save } = await shown()
    await turn(words.limited)
    await type('1')
    await save()
    expect(made.get('[role=alert]').text()).toContain(english.problem['version-stale'])
  })
})
