import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { AgreementDocument } from '@/api/model'
import english from '@/locales/en.json'
import { amended, content, first, paper, signed, toSign } from './contractSample'
import DocumentPanel from './DocumentPanel.vue'
import { sha256Of } from './fingerprint'

const words = english.contract

let document: AgreementDocument
let bytes: string
let sent: { path: string; body: unknown }[]
let panel: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  document = toSign
  bytes = JSON.stringify(content)
  sent = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    const path = url.replace('/api/v1', '')
    if (method === 'POST') {
      sent.push({ path, body: JSON.parse(String(body)) })
      return json(document)
    }
    return path.endsWith('/content') ? new Response(bytes) : json(document)
  })
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
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/agreements/:id/document', name: 'agreement-document', component: page },
    ],
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(DocumentPanel, {
    props: { agreementId: 'a1' },
    global: {
      plugins: [i18n, router, [VueQueryPlugin, { queryClient }]],
      stubs: {
        ElDialog: {
          props: ['modelValue'],
          template: '<div v-if="modelValue" role="dialog"><slot /><slot name="footer" /></div>',
        },
      },
    },
  })
  panel = made
  await rest()
  const buttons = () => made.findAll('button').map((button) => button.text())
  const press = async (name: string, within = '') => {
    const button = made.findAll(`${within} button`).find((it) => it.text() === name)
    if (!button) throw new Error(`no button ${name}`)
    await button.trigger('click')
    await rest()
  }
  return { made, buttons, press }
}

const acting = [
  words.sign.title,
  words.paper.title,
  words.amend.title,
  words.paper.confirm,
  words.paper.refuse,
  words.paper.withdraw,
  words.amend.refuse,
  words.amend.withdraw,
]
const acts = (buttons: string[]) => acting.filter((name) => buttons.includes(name))

describe('the text of an agreement', () => {
  it('says where it stands and offers what the reader may do', async () => {
    const { made, buttons } = await shown()
    expect(made.text()).toContain(words.standing['to-sign'])
    expect(made.text()).toContain(words.untilSigned)
    expect(acts(buttons())).toEqual([words.sign.title, words.paper.title])
    expect(buttons()).toContain(words.pdf.zh)
    expect(buttons()).toContain(words.pdf.en)
  })

  it('is read, and nothing else, by whoever may do nothing', async () => {
    document = { ...toSign, side: undefined, acts: [] }
    const { buttons } = await shown()
    expect(acts(buttons())).toEqual([])
  })

  it('shows what an amendment changes, and that the version before holds meanwhile', async () => {
    document = amended
    const { made, buttons } = await shown()
    expect(made.text()).toContain(words.standing.amendment)
    expect(made.text()).toContain(words.meanwhile.replace('{number}', '1'))
    const rows = made.findAll('tbody tr').map((row) => row.findAll('td').map((it) => it.text()))
    expect(rows).toEqual([
      [words.field.deliverTo, '2026-05-31', '2026-06-30'],
      [words.field.paymentTerms, words.nothing, '月结 30 天'],
    ])
    expect(acts(buttons())).toEqual([words.sign.title, words.paper.title, words.amend.refuse])
  })

  it('can be amended once it is signed', async () => {
    document = { ...toSign, open: undefined, inForce: 1, acts: ['amend'], versions: [signed] }
    const { made, buttons } = await shown()
    expect(made.text()).toContain(words.standing.signed)
    expect(acts(buttons())).toEqual([words.amend.title])
  })

  it('asks before a signing outside is confirmed', async () => {
    document = {
      ...toSign,
      side: 'buyer',
      acts: ['confirm-paper', 'refuse-paper'],
      versions: [{ ...first, papers: [paper] }],
    }
    const { made, buttons, press } = await shown()
    expect(made.text()).toContain('HT-2026-118')
    expect(made.text()).toContain(words.paper.noScan)
    expect(acts(buttons())).toEqual([words.paper.confirm, words.paper.refuse])
    await press(words.paper.confirm)
    expect(sent).toEqual([])
    await press(words.paper.confirm, '[role=dialog]')
    expect(sent).toEqual([
      { path: '/agreements/a1/document/versions/1/papers/p1/confirmation', body: {} },
    ])
  })

  it('says what keeps it from being read', async () => {
    vi.stubGlobal('fetch', async () => json({ code: 'forbidden', detail: 'x' }, 403))
    const { made } = await shown()
    expect(made.get('[role=alert]').text()).toContain(english.problem.forbidden)
  })

  it('is not there yet for a moment after an update of the exchange', async () => {
    vi.stubGlobal('fetch', async () => json({ code: 'not-found', detail: 'x' }, 404))
    const { made } = await shown()
    expect(made.text()).toContain(words.unwritten)
    expect(made.find('[role=alert]').exists()).toBe(false)
  })
})

describe('the fingerprint', () => {
  it('is shown short, and in full when asked for', async () => {
    const { made, press } = await shown()
    expect(made.text()).not.toContain(first.sha256)
    await press(words.hashWhole)
    expect(made.text()).toContain(first.sha256)
  })

  it('agrees with the stored bytes', async () => {
    const sha256 = await sha256Of(new TextEncoder().encode(bytes).buffer)
    document = { ...toSign, versions: [{ ...first, sha256 }] }
    const { made, press } = await shown()
    await press(words.check)
    await vi.waitFor(() => expect(made.text()).toContain(words.verdict.agrees))
  })

  it('does not agree with other bytes', async () => {
    const { made, press } = await shown()
    await press(words.check)
    await vi.waitFor(() => expect(made.text()).toContain(words.verdict.differs))
  })
})
