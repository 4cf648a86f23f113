import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { OwnBid, Tender } from '@/api/model'
import english from '@/locales/en.json'
import { envelopeText, seal, type Envelope } from './envelope'
import { keepEnvelope, keptEnvelopes } from './envelopeStore'
import OpenBid from './OpenBid.vue'
import { followDigests, sealingRest } from './sealingRest'

const words = english.tender
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ organisationId: { value: 'o1' } }),
}))

const bidding = { tender: 't1', organisation: 'o1' }
const tender = { id: 't1', opensUntil: '2026-03-02T04:00:00Z' } as Tender

let envelope: Envelope
let sent: { call: string; body: unknown }[]
let answer: () => Response
let panel: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(async () => {
  followDigests()
  envelope = await seal(bidding, -12.5, new Date('2026-03-01T04:00:00Z'))
  sent = []
  answer = () => json({ id: 'b1' })
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    sent.push({ call: `${method} ${url.replace('/api/v1', '')}`, body: JSON.parse(String(body)) })
    return Promise.resolve(answer())
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  panel?.unmount()
  localStorage.clear()
  vi.unstubAllGlobals()
})

async function shown() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const bid = { commitment: envelope.commitment } as OwnBid
  const made = mount(OpenBid, {
    props: { tender, bid },
    attachTo: document.body,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
  })
  panel = made
  await sealingRest()
  const choose = async (...texts: string[]) => {
    const field = made.get<HTMLInputElement>('input[type=file]')
    const files = texts.map((text) => new File([text], 'bid.json'))
    Object.defineProperty(field.element, 'files', { value: files, configurable: true })
    await field.trigger('change')
    await sealingRest()
  }
  const open = async () => {
    for (let step = 0; step < 2; step++) {
      const found = [...document.querySelectorAll<HTMLButtonElement>('button')].filter(
        (it) => it.textContent?.trim() === words.open.act,
      )
      found.at(-1)?.click()
      await sealingRest()
    }
  }
  return { made, choose, open }
}

describe('opening a bid', () => {
  it('sends what is in the envelope that the browser kept', async () => {
    keepEnvelope(envelope)
    const { made, open } = await shown()
    expect(made.text()).toContain('-12.50 yuan/t')
    await open()
    expect(sent).toEqual([
      {
        call: 'POST /tenders/t1/bid/opening',
        body: { priceYuanPerT: -12.5, nonce: envelope.nonce },
      },
    ])
  })

  it('asks for the file where the browser has nothing, and keeps it', async () => {
    const { made, choose, open } = await shown()
    expect(made.text()).toContain(words.open.notFound)
    await choose(envelopeText(envelope))
    expect(made.find('.bad').exists()).toBe(false)
    expect(keptEnvelopes(bidding)).toEqual([envelope])
    await open()
    expect(sent).toHaveLength(1)
  })

  it('finds the envelope among several files', async () => {
    const { made, choose } = await shown()
    await choose('{}', envelopeText(envelope), 'x')
    expect(made.text()).toContain('-12.50 yuan/t')
    expect(made.find('.bad').exists()).toBe(false)
  })

  it('takes no file that is something else', async () => {
    const { made, choose } = await shown()
    const fault = () => made.get('.bad').text()
    await choose('price: 5')
    expect(fault()).toBe(words.fault.unreadable)
    await choose(envelopeText(await seal({ ...bidding, tender: 't2' }, 5, new Date())))
    expect(fault()).toBe(words.fault['other-tender'])
    await choose(envelopeText(await seal({ ...bidding, organisation: 'o2' }, 5, new Date())))
    expect(fault()).toBe(words.fault['other-organisation'])
    await choose(envelopeText(await seal(bidding, 5, new Date())))
    expect(fault()).toBe(words.fault['other-bid'])
    await choose(envelopeText({ ...envelope, price: '99.00' }))
    expect(fault()).toBe(words.fault.altered)
    await choose(`${envelopeText(envelope)}${' '.repeat(10_000)}`)
    expect(fault()).toBe(words.fault.unreadable)
    expect(made.text()).not.toContain(words.open.act)
    expect(sent).toEqual([])
  })

  it('sends nothing that does not give the commitment', async () => {
    keepEnvelope({ ...envelope, price: '99.00' })
    const { made, open } = await shown()
    await open()
    expect(sent).toEqual([])
    expect(made.get('.bad').text()).toBe(words.fault.altered)
  })

  it('says why the exchange refuses', async () => {
    keepEnvelope(envelope)
    const fields = [{ path: 'nonce', code: 'commitment-mismatch', message: 'x' }]
    answer = () => json({ code: 'commitment-mismatch', detail: 'x', fields }, 422)
    const { made, open } = await shown()
    await open()
    expect(made.get('.alert').text()).toBe(english.problem['commitment-mismatch'])
  })
})
