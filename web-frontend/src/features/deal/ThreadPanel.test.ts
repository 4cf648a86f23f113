import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Offer, OfferFile, OfferMessage, OfferThread } from '@/api/model'
import english from '@/locales/en.json'
import ThreadPanel from './ThreadPanel.vue'

const words = english.offer.thread
const organisationId = ref<string>()
const mayTrade = ref(true)
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ organisationId, mayTrade }),
}))

const first = {
  id: 'o1',
  status: 'countered',
  seller: { id: 's', name: '云岭钢铁', nameEn: 'Yunling Steel' },
  buyer: { id: 'b', name: '青石湾水泥', nameEn: 'Qingshi Bay Cement' },
} as Offer
const counter: Offer = { ...first, id: 'o2', status: 'open' }
const question: OfferMessage = {
  id: 'm1',
  offerId: 'o1',
  side: 'buyer',
  sender: 'Ning Zhao',
  text: 'Two trucks on Wednesday?',
  sentAt: '2026-03-10T04:00:00Z',
}
const plan = {
  offerId: 'o2',
  side: 'seller',
  file: { id: 'f1', name: 'plan.pdf', mediaType: 'application/pdf', sizeBytes: 2_000 },
} as OfferFile
plan.file.attachedAt = '2026-03-10T05:00:00Z'
const EMPTY: OfferThread = { messages: [], files: [] }

let course: Offer[]
let thread: OfferThread
let sent: { path: string; body: unknown }[]
let answer: () => Response
let panel: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

async function exchange(url: string, { method, body }: RequestInit): Promise<Response> {
  const { pathname } = new URL(url, 'http://exchange')
  if (method === 'POST') {
    sent.push({ path: pathname, body: JSON.parse(String(body)) })
    return answer()
  }
  return json(pathname.endsWith('/thread') ? thread : { items: course })
}

beforeEach(() => {
  organisationId.value = 'b'
  mayTrade.value = true
  course = [counter]
  thread = { messages: [question], files: [plan] }
  sent = []
  answer = () => json(question, 201)
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  panel?.unmount()
  vi.unstubAllGlobals()
})

async function settled(): Promise<void> {
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
}

async function shown(offer: Offer) {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(ThreadPanel, {
    props: { offer },
    attachTo: document.body,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] },
  })
  panel = made
  await settled()
  return made
}

const entriesIn = (made: VueWrapper) => made.findAll('ol > li').map((entry) => entry.text())

async function write(made: VueWrapper, text: string): Promise<void> {
  await made.get('textarea').setValue(text)
  await made.get('form').trigger('submit')
  await settled()
}

describe('what the parties write to each other', () => {
  it('is told with who wrote or attached it, and which of it is their own', async () => {
    const [written, attached] = entriesIn(await shown(counter))
    expect(written).toContain('Qingshi Bay Cement')
    expect(written).toContain(question.sender)
    expect(written).toContain(words.own)
    expect(written).toContain(question.text)
    expect(attached).toContain('Yunling Steel')
    expect(attached).toContain('plan.pdf')
    expect(attached).not.toContain(words.own)
  })

  it('says to which offer it belongs where there are several', async () => {
    expect(entriesIn(await shown(counter)).join()).not.toContain('No. ')
    panel?.unmount()
    course = [first, counter]
    const [written, attached] = entriesIn(await shown(counter))
    expect(written).toContain('No. 1')
    expect(attached).toContain('No. 2')
  })

  it('shows the newest of many, and the earlier ones when they are asked for', async () => {
    thread = {
      messages: Array.from({ length: 40 }, (_, n) => ({
        ...question,
        id: `m${n}`,
        text: `<${n}>`,
      })),
      files: [],
    }
    const made = await shown(counter)
    expect(entriesIn(made)).toHaveLength(30)
    expect(entriesIn(made)[0]).toContain('<10>')
    const earlier = made.findAll('button').find((button) => button.text() === words.earlier)
    await earlier?.trigger('click')
    expect(entriesIn(made)[0]).toContain('<0>')
    expect(made.text()).not.toContain(words.earlier)
  })

  it('says what it is for as long as there is nothing', async () => {
    thread = EMPTY
    expect((await shown(counter)).text()).toContain(words.none)
  })

  it('is read by an authority where there is something, and not written', async () => {
    organisationId.value = 'authority'
    mayTrade.value = false
    const made = await shown(counter)
    expect(entriesIn(made)).toHaveLength(2)
    expect(made.text()).not.toContain(words.own)
    expect(made.find('form').exists()).toBe(false)
    made.unmount()
    thread = EMPTY
    expect((await shown(counter)).text()).toBe('')
  })
})

describe('writing to the other party', () => {
  it('leaves the field empty and ready for the next message', async () => {
    const made = await shown(counter)
    await write(made, '  At eight.\nGate 2. ')
    expect(sent).toEqual([
      { path: '/api/v1/offers/o2/messages', body: { text: 'At eight.\nGate 2.' } },
    ])
    const field = made.get('textarea')
    expect(field.element.value).toBe('')
    expect(document.activeElement).toBe(field.element)
    expect(made.find('[role=alert]').exists()).toBe(false)
  })

  it('goes on beside the newest offer, whichever of them is looked at', async () => {
    course = [first, counter]
    await write(await shown(first), 'Gate 2.')
    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/offers/o2/messages'])
  })

  it('keeps what was refused and says why', async () => {
    answer = () => json({ code: 'thread-full', detail: 'x', facts: { messagesMax: 200 } }, 409)
    const made = await shown(counter)
    await write(made, 'At eight.')
    expect(made.get('[role=alert]').text()).toBe(
      english.problem['thread-full'].replace('{messagesMax}', '200'),
    )
    expect(made.get('textarea').element.value).toBe('At eight.')
  })

  it('needs a text', async () => {
    const made = await shown(counter)
    await write(made, ' \n')
    expect(sent).toEqual([])
    await vi.waitFor(() => expect(made.text()).toContain(english.fault.required))
  })

  it('is over when the offer is, and the reason is still read', async () => {
    answer = () => {
      course = [{ ...counter, status: 'expired' }]
      return json({ code: 'offer-expired', detail: 'x' }, 409)
    }
    const made = await shown(counter)
    await write(made, 'At eight.')
    expect(made.find('textarea').exists()).toBe(false)
    expect(made.findAll('button').map((it) => it.text())).toEqual(['plan.pdf'])
    expect(made.get('[role=alert]').text()).toBe(english.problem['offer-expired'])
  })

  it('is no matter of a member who only reads', async () => {
    mayTrade.value = false
    expect((await shown(counter)).find('form').exists()).toBe(false)
  })
})
