import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { OwnBid, Tender } from '@/api/model'
import english from '@/locales/en.json'
import { commitmentOf, type Envelope } from './envelope'
import { keepEnvelope, keptEnvelopes } from './envelopeStore'
import SealForm from './SealForm.vue'
import { followDigests, sealingRest } from './sealingRest'

const words = english.tender
const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ organisationId: { value: 'o1' } }),
}))

const PRICE = '-87.31'
const bidding = { tender: 't1', organisation: 'o1' }
const tender = { id: 't1', terms: { minimumPriceYuanPerT: -90 } } as Tender
const before = {
  id: 'b1',
  version: 3,
  commitment: 'ab'.repeat(32),
  buyerSite: { id: 's1', name: 'Kiln' },
} as OwnBid

let sent: { call: string; version: string | null; body: string; url: string }[]
let answer: () => Response
let form: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  const version = new Headers(headers).get('If-Match')
  sent.push({ call: `${method} ${path}`, version, body: String(body), url })
  if (method !== 'GET') return Promise.resolve(answer())
  const sites = [{ id: 's1', name: '窑', nameEn: 'Kiln' }]
  return Promise.resolve(json({ items: path.startsWith('/sites') ? sites : [] }))
}
const writes = () => sent.filter(({ call }) => !call.startsWith('GET'))

beforeEach(() => {
  followDigests()
  sent = []
  answer = () => json({ id: 'b1' }, 201)
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  vi.restoreAllMocks()
  form?.unmount()
  localStorage.clear()
  vi.unstubAllGlobals()
  saved.mockReset()
})

async function shown(props: { tender: Tender; before?: OwnBid } = { tender }) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(SealForm, {
    props,
    attachTo: document.body,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]], stubs: { RouterLink: true } },
  })
  form = made
  await sealingRest()
  const price = async (text: string) => {
    await made.get('input[inputmode=decimal]').setValue(text)
    await made.get('form').trigger('submit')
    await sealingRest()
  }
  const button = (label: string) => {
    const found = made.findAll('button').find((it) => it.text() === label)
    if (!found) throw new Error(`no button ${label}`)
    return found
  }
  const press = async (label: string) => {
    await button(label).trigger('click')
    await sealingRest()
  }
  return { made, price, button, press }
}

describe('sealing a bid', () => {
  it('tells the exchange the commitment, and neither price nor nonce', async () => {
    const { made, price, press } = await shown()
    await made.get('textarea').setValue(' Barge at quay 3. ')
    await price(PRICE)
    expect(writes()).toEqual([])
    await press(words.bid.send)
    const [kept] = keptEnvelopes(bidding)
    if (!kept) throw new Error('nothing is kept')
    expect(kept).toMatchObject({ ...bidding, price: PRICE })
    expect(kept.commitment).toBe(await commitmentOf(bidding, PRICE, kept.nonce))
    expect(writes().map(({ call }) => call)).toEqual(['POST /tenders/t1/bid'])
    expect(JSON.parse(writes()[0]?.body ?? '')).toEqual({
      commitment: kept.commitment,
      buyerSiteId: 's1',
      message: 'Barge at quay 3.',
    })
    for (const { url, body } of sent) {
      expect(`${url} ${body}`).not.toContain('87.31')
      expect(`${url} ${body}`).not.toContain(kept.nonce)
    }
    expect(made.emitted('close')).toHaveLength(1)
  })

  it('hands out a file with all that is needed to open the bid', async () => {
    const { price, press } = await shown()
    await price(PRICE)
    await press(words.envelope.download)
    const [content, name] = saved.mock.calls[0] ?? []
    const file = JSON.parse((await content?.text()) ?? '') as Envelope
    expect(file).toEqual(keptEnvelopes(bidding)[0])
    expect(name).toMatch(/^wufei-bid-t1-[0-9a-f]{8}\.json$/)
  })

  it('moves to the second step, which says what to keep', async () => {
    const { made, price } = await shown()
    await price(PRICE)
    expect(document.activeElement?.textContent).toBe(words.bid.stepTwo)
    expect(made.text()).toContain(words.envelope.keepNote)
    expect(made.text()).toContain(words.envelope.keptHere)
  })

  it('waits for the file where the browser keeps nothing', async () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, clear: () => undefined })
    const { made, price, button, press } = await shown()
    await price(PRICE)
    expect(made.text()).toContain(words.envelope.notKeptHere)
    expect(button(words.bid.send).attributes('disabled')).toBeDefined()
    await press(words.envelope.download)
    expect(button(words.bid.send).attributes('disabled')).toBeUndefined()
    await press(words.bid.send)
    expect(writes()).toHaveLength(1)
    vi.unstubAllGlobals()
  })

  it.each([
    ['', english.fault.required],
    ['abc', english.fault.number],
    ['1.234', english.fault.number],
    ['100000.01', english.fault.bidPrice],
    ['-90.01', english.fault.belowMinimum],
  ])('is not done with the price “%s”', async (text, fault) => {
    const { made, price } = await shown()
    await price(text)
    await vi.waitFor(() => expect(made.text()).toContain(fault))
    expect(made.text()).not.toContain(words.bid.stepTwo)
    expect(keptEnvelopes(bidding)).toEqual([])
  })

  it('is sent again with the same envelope after a refusal, and says why it was refused', async () => {
    answer = () => json({ code: 'bids-closed', detail: 'x' }, 409)
    const { made, price, press } = await shown()
    await price(PRICE)
    await press(words.bid.send)
    expect(made.get('[role=alert]').text()).toBe(english.problem['bids-closed'])
    expect(made.emitted('close')).toBeUndefined()
    await press(words.bid.send)
    const [first, second] = writes().map(({ body }) => body)
    expect(second).toBe(first)
    expect(keptEnvelopes(bidding)).toHaveLength(1)
  })

  it('replaces the bid that was seen, and keeps the envelope of that one too', async () => {
    const old = {
      ...bidding,
      price: '1.00',
      nonce: 'cd'.repeat(32),
      commitment: before.commitment,
      savedAt: '2026-03-01T00:00:00Z',
    }
    keepEnvelope(old)
    const { made, price, press } = await shown({ tender, before })
    expect(made.text()).toContain(words.bid.replaces)
    await price(PRICE)
    await press(words.bid.send)
    expect(writes()).toMatchObject([{ call: 'PUT /tenders/t1/bid', version: '"3"' }])
    expect(keptEnvelopes(bidding).map(({ price: text }) => text)).toEqual([PRICE, '1.00'])
  })

  it('is impossible without a secure connection, and says so', async () => {
    vi.stubGlobal('crypto', { randomUUID: () => 'x', getRandomValues: () => undefined })
    const { made } = await shown()
    expect(made.text()).toContain(words.envelope.insecureTitle)
    expect(made.find('form').exists()).toBe(false)
  })
})
