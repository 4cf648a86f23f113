import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { OwnBid, Tender, TenderBid, TenderDeposit } from '@/api/model'
import english from '@/locales/en.json'
import { envelopeText, seal } from './envelope'
import { keepEnvelope } from './envelopeStore'
import TenderDetailPage from './TenderDetailPage.vue'

const words = english.tender
const session = vi.hoisted(() => ({ organisationId: 'seller' }))
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ organisationId: { value: session.organisationId } }),
}))
const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))

const HOUR_MS = 3_600_000
const hence = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const org = (id: string, nameEn: string) => ({ id, name: nameEn, nameEn }) as Tender['seller']
const seller = org('seller', 'Yunling Steel')
const kiln = org('kiln', 'Qingshi Bay Cement')
const mill = org('mill', 'Bailu Milling')
const place = { id: 's1', name: 'Works' } as Tender['sellerSite']

const open: Tender = {
  id: 't1',
  version: 5,
  status: 'open',
  lotId: 'l1',
  lotTitle: 'Converter slag',
  materialKey: 'bof-slag',
  seller,
  sellerSite: place,
  createdAt: hence(-24),
  opensUntil: hence(48),
  deposits: [],
  acts: [],
  terms: {
    quantityKg: 800_000,
    minimumPriceYuanPerT: -20,
    minimumBidders: 2,
    closesAt: hence(25.5),
    openingHours: 24,
    awardDays: 5,
    adjustments: [],
    taxIncluded: true,
    governingScale: 'buyer',
    governingAssay: 'buyer',
    tolerancePct: 5,
    deliverFrom: '2036-03-01',
    deliverTo: '2036-06-30',
    pollutionTerms: 'Covered trucks only.',
    conditions: 'Own barges.',
  },
}
const own = {
  id: 'b1',
  version: 2,
  tenderId: 't1',
  status: 'sealed',
  commitment: 'ab'.repeat(32),
  buyerSite: place,
  sealedAt: hence(-1),
  secured: true,
} as OwnBid
const deposit = {
  id: 'd1',
  version: 7,
  tenderId: 't1',
  status: 'recorded',
  payer: kiln,
  holder: seller,
  amountFen: 5_000_000,
  bankReference: 'B-77',
  paidOn: '2026-03-01',
} as TenderDeposit

let tender: Tender | undefined
let sent: { call: string; version: string | null; body: unknown }[]
let needed: boolean
let page: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const path = url.replace('/api/v1', '')
  if (path === '/approvals/question') {
    const asked = { needed, sumFen: 80_000, aboveFen: 50_000, approvers: ['Shen Qiu'] }
    return Promise.resolve(json(asked))
  }
  if (method !== 'GET') {
    const version = new Headers(headers).get('If-Match')
    sent.push({ call: `${method} ${path}`, version, body: body && JSON.parse(String(body)) })
    return Promise.resolve(json({}))
  }
  if (path.startsWith('/tenders/t1/record.csv')) return Promise.resolve(new Response('a;b'))
  if (path !== '/tenders/t1') return Promise.resolve(json({ items: [] }))
  return Promise.resolve(tender ? json(tender) : json({ code: 'not-found', detail: 'x' }, 404))
}

beforeEach(() => {
  tender = open
  sent = []
  needed = false
  session.organisationId = 'seller'
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  localStorage.clear()
  vi.unstubAllGlobals()
  saved.mockReset()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const empty = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['tenders', 'tender', 'lot', 'agreement', 'lots', 'approval'].map((name) => ({
      path: name === 'tenders' || name === 'lots' ? `/${name}` : `/${name}s/:id`,
      name,
      component: empty,
    })),
  })
  await router.push('/tenders/t1')
  const made = mount(TenderDetailPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  page = made
  await rest()
  const buttons = () => made.findAll('button').map((it) => it.text())
  const press = async (label: string) => {
    const found = [...document.querySelectorAll<HTMLButtonElement>('button')].filter(
      (it) => it.textContent?.trim() === label,
    )
    if (found.length === 0) throw new Error(`no button ${label}`)
    found.at(-1)?.click()
    await rest()
  }
  const reason = async (text: string) => {
    const field = document.querySelector<HTMLInputElement>('.el-dialog input')
    if (!field) throw new Error('nobody asks for a reason')
    field.value = text
    field.dispatchEvent(new Event('input'))
    await rest()
  }
  return { made, buttons, press, reason }
}

describe('the page of a tender', () => {
  it('shows terms, times and what nobody knows yet', async () => {
    session.organisationId = 'stranger'
    const { made, buttons } = await opened()
    const text = made.text()
    expect(made.get('h1').text()).toBe('Tender: Converter slag')
    for (const part of ['Yunling Steel', '800 t', '-20.00 yuan/t', 'Own barges.']) {
      expect(text).toContain(part)
    }
    expect(text).toContain(words.secret.others)
    expect(text).toContain('1 d 1 h')
    expect(made.get('[aria-current=step]').text()).toContain(words.course.closing)
    expect(text).not.toContain(words.bids.title)
    expect(text).not.toContain(words.bid.title)
    expect(text).not.toContain(words.deposit.pay)
    expect(buttons()).toEqual([])
  })

  it('that is not there says so', async () => {
    tender = undefined
    const { made } = await opened()
    expect(made.get('[role=alert]').text()).toContain(english.problem['not-found'])
  })

  it('lets the seller cancel it with a reason', async () => {
    tender = { ...open, acts: ['cancel'] }
    const { made, press, reason } = await opened()
    expect(made.text()).toContain(words.secret.seller)
    await press(words.cancel)
    await reason('Furnace stands still')
    await press(words.cancel)
    expect(sent).toEqual([
      {
        call: 'POST /tenders/t1/cancellation',
        version: '"5"',
        body: { reason: 'Furnace stands still' },
      },
    ])
  })

  it('says why it is over, and how', async () => {
    tender = { ...open, status: 'cancelled', endedAt: hence(-1), endReason: 'Furnace' }
    const { made } = await opened()
    expect(made.text()).toContain('Furnace')
    expect(made.text()).toContain(english.enum.tenderStatus.cancelled)
    expect(made.findAll('ol > li')).toHaveLength(2)
    expect(made.find('[aria-current=step]').exists()).toBe(false)
  })

  it('has an award above the sum of the firm asked for', async () => {
    needed = true
    tender = {
      ...open,
      status: 'awarding',
      bids: [
        { ...own, bidder: kiln, counts: true, won: false, rank: 1, priceYuanPerT: 8 } as TenderBid,
      ],
      acts: ['award'],
    }
    const { made, press } = await opened()
    await vi.waitFor(() => expect(made.text()).toContain(english.approval.neededTitle))
    await press(english.approval.askToAward)
    await press(english.approval.askToAward)
    expect(sent).toMatchObject([{ call: 'POST /tenders/t1/award/approval', version: '"5"' }])
  })

  it('lets the seller award it', async () => {
    tender = { ...open, status: 'awarding', bids: [], acts: ['award', 'end', 'read-record'] }
    const { press } = await opened()
    await press(words.award.act)
    await press(words.award.act)
    expect(sent).toMatchObject([{ call: 'POST /tenders/t1/award', version: '"5"' }])
  })
})

describe('the own bid', () => {
  beforeEach(() => {
    session.organisationId = 'kiln'
  })

  it('is begun where there is none', async () => {
    tender = { ...open, acts: ['bid'] }
    const { made, press } = await opened()
    expect(made.text()).toContain(words.bid.none)
    await press(words.bid.make)
    expect(made.text()).toContain(words.bid.stepOne)
  })

  it('is replaced or withdrawn until the closing, and its price is not shown by itself', async () => {
    const bidding = { tender: 't1', organisation: 'kiln' }
    const envelope = await seal(bidding, -12.34, new Date())
    keepEnvelope(envelope)
    const bid = { ...own, commitment: envelope.commitment }
    tender = { ...open, ownBid: bid, acts: ['replace', 'withdraw'] }
    const { made, press } = await opened()
    expect(made.text()).toContain(words.envelope.keepNote)
    expect(made.get('details').attributes('open')).toBeUndefined()
    const shown = made.element.cloneNode(true) as Element
    shown.querySelector('details')?.remove()
    expect(shown.textContent).not.toContain('12.34')
    await press(words.bid.withdraw)
    await press(words.bid.withdraw)
    expect(sent).toMatchObject([{ call: 'DELETE /tenders/t1/bid', version: '"2"' }])
  })

  it('that was sent from another computer asks for its envelope, and takes the right one', async () => {
    const bidding = { tender: 't1', organisation: 'kiln' }
    const envelope = await seal(bidding, -12.34, new Date())
    tender = { ...open, ownBid: { ...own, commitment: envelope.commitment }, acts: ['replace'] }
    const { made } = await opened()
    const { elsewhereTitle, keptHere } = words.envelope
    expect(made.text()).toContain(elsewhereTitle)
    const field = made.get<HTMLInputElement>('input[type=file]')
    const choose = async (text: string) => {
      const files = [new File([text], 'bid.json')]
      Object.defineProperty(field.element, 'files', { value: files, configurable: true })
      await field.trigger('change')
    }
    await choose('{}')
    await vi.waitFor(() => expect(made.text()).toContain(words.fault.unreadable))
    await choose(envelopeText(envelope))
    await vi.waitFor(() => expect(made.text()).toContain(keptHere))
    expect(made.text()).not.toContain(elsewhereTitle)
    expect(sent).toEqual([])
  })

  it('that lacks a confirmed deposit is told not to count', async () => {
    tender = { ...open, ownBid: { ...own, secured: false }, acts: ['replace'] }
    expect((await opened()).made.text()).toContain(words.bid.notSecured)
  })

  it('asks to be opened after the closing', async () => {
    tender = { ...open, status: 'opening', ownBid: own, bids: [], acts: ['open'] }
    const { made } = await opened()
    expect(made.text()).toContain(words.open.notFound)
    expect(made.get('[aria-current=step]').text()).toContain(words.course.opening)
  })
})

describe('the opening record', () => {
  const bidOf = async (bidder: Tender['seller'], price: number, more: Partial<TenderBid>) => {
    const made = await seal({ tender: 't1', organisation: bidder.id }, price, new Date())
    const { commitment, nonce } = made
    return {
      id: bidder.id,
      bidder,
      buyerSite: place,
      status: 'opened',
      commitment,
      nonce,
      priceYuanPerT: price,
      sealedAt: hence(-30),
      openedAt: hence(-1),
      distanceKm: 12,
      freightYuanPerT: 5,
      counts: true,
      won: false,
      ...more,
    } as TenderBid
  }

  async function recorded() {
    const won = await bidOf(kiln, 7, { won: true, rank: 1 })
    const lied = { ...(await bidOf(mill, 5, { rank: 2 })), priceYuanPerT: 5.5 }
    const silent = {
      ...(await bidOf(org('x', 'Songjian'), 1, { status: 'unopened', counts: false })),
      notCounted: 'unopened' as const,
      nonce: undefined,
      priceYuanPerT: undefined,
      openedAt: undefined,
    }
    tender = {
      ...open,
      status: 'awarded',
      endedAt: hence(-1),
      winner: kiln,
      agreementId: 'a1',
      bids: [silent, lied, won],
      acts: ['read-record'],
    }
    return opened()
  }

  it('has the best bid first, marks the winner and checks each commitment', async () => {
    const { made } = await recorded()
    await vi.waitFor(() => expect(made.text()).toContain(words.proof.notAll))
    const rows = made
      .get(`table[aria-label="${words.bids.title}"]`)
      .findAll('tbody tr')
      .map((row) => row.text())
    expect(rows[0]).toContain('Qingshi Bay Cement')
    expect(rows[0]).toContain(words.bids.winner)
    expect(rows[0]).toContain(words.proof.true)
    expect(rows[1]).toContain(words.proof.false)
    expect(rows[2]).toContain(words.notCounted.unopened)
    expect(rows[2]).not.toMatch(/[✓✗]/)
    expect(made.get('.bars').attributes('aria-label')).toBe(
      `${words.bids.drawn}; Qingshi Bay Cement: 7.00 yuan/t; Bailu Milling: 5.50 yuan/t`,
    )
    expect(made.findAll('.bar.winner')).toHaveLength(1)
  })

  it('is kept as a file', async () => {
    const { press } = await recorded()
    await press(words.bids.download)
    expect(saved.mock.calls[0]?.[1]).toBe('wufei-tender-t1.csv')
  })

  it('of an opening that goes on is no file yet', async () => {
    tender = { ...open, status: 'opening', bids: [await bidOf(kiln, 7, {})] }
    const { made, buttons } = await opened()
    const summary = 'This browser computed the commitment of 1 bid anew'
    await vi.waitFor(() => expect(made.text()).toContain(summary))
    expect(buttons()).not.toContain(words.bids.download)
  })
})

describe('deposits', () => {
  const asked = { ...open, terms: { ...open.terms, depositFen: 5_000_000 } }

  it('are recorded by a bidder', async () => {
    session.organisationId = 'kiln'
    tender = { ...asked, acts: ['bid', 'record-deposit'] }
    const { made, press } = await opened()
    await press(words.deposit.record)
    expect(made.text()).toContain('50,000.00 yuan')
    const form = made.findAll('form').at(-1)
    await form?.get('input').setValue(' B-77 ')
    await form?.trigger('submit')
    await rest()
    expect(sent).toMatchObject([
      { call: 'POST /tenders/t1/deposits', body: { bankReference: 'B-77' } },
    ])
  })

  it('are confirmed or rejected by the seller', async () => {
    tender = { ...asked, deposits: [deposit], acts: ['answer-deposits'] }
    const { press, reason } = await opened()
    await press(english.payment.confirm)
    await press(english.payment.confirm)
    await press(english.payment.reject)
    await reason('Nothing came')
    await press(english.payment.reject)
    expect(sent).toMatchObject([
      { call: 'POST /tenders/t1/deposits/d1/confirmation', version: '"7"' },
      { call: 'POST /tenders/t1/deposits/d1/rejection', body: { reason: 'Nothing came' } },
    ])
  })

  it('are paid back, and kept only of the winner and of who did not open', async () => {
    const held = { ...deposit, status: 'confirmed' as const }
    const bid = { id: 'b1', bidder: kiln, status: 'opened', commitment: '', sealedAt: hence(-9) }
    const over: Tender = {
      ...asked,
      status: 'ended',
      endedAt: hence(-1),
      deposits: [held],
      bids: [bid as TenderBid],
      acts: ['return-deposits'],
    }
    tender = over
    const first = await opened()
    expect(first.buttons()).toContain(words.deposit.release)
    expect(first.buttons()).not.toContain(words.deposit.forfeit)
    await first.press(words.deposit.release)
    const field = document.querySelector<HTMLInputElement>('.el-dialog input')
    if (!field) throw new Error('nobody asks for the reference')
    field.value = 'R-1'
    field.dispatchEvent(new Event('input'))
    await rest()
    document.querySelector('.el-dialog form')?.dispatchEvent(new Event('submit'))
    await rest()
    expect(sent).toMatchObject([
      { call: 'POST /tenders/t1/deposits/d1/release', body: { bankReference: 'R-1' } },
    ])
    page?.unmount()

    tender = { ...over, bids: [{ ...bid, status: 'unopened' } as TenderBid] }
    const second = await opened()
    expect(second.buttons()).toContain(words.deposit.forfeit)
    page?.unmount()

    tender = { ...over, winner: kiln }
    expect((await opened()).buttons()).toContain(words.deposit.forfeit)
  })
})
