import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Approval, OfferTerms } from '@/api/model'
import english from '@/locales/en.json'
import ApprovalDetailPage from './ApprovalDetailPage.vue'

vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ verified: { value: true } }),
}))

const words = english.approval
const terms: OfferTerms = {
  quantityKg: 10_000,
  priceYuanPerT: -10,
  governingScale: 'buyer',
  governingAssay: 'third-party',
  tolerancePct: 5,
  deliverFrom: '2026-03-01',
  deliverTo: '2026-04-30',
  pollutionTerms: 'Closed vehicles, nothing is spilt.',
}
const pending = {
  id: 'p1',
  status: 'pending',
  act: 'accept',
  subjectId: 'o1',
  subjectVersion: 1,
  title: 'Granulated slag',
  quantityKg: 10_000,
  priceYuanPerT: -10,
  sumFen: 10_000,
  aboveFen: 5_000,
  asker: 'Yue Lan',
  askedAt: '2026-03-01T02:00:00Z',
  lastDay: '2026-03-08',
  steps: ['approve', 'refuse', 'withdraw'],
} as Approval

let approval: Approval
let answer: Approval
let sent: { call: string; body: unknown }[]
let page: VueWrapper | undefined

function exchange(url: string, { method, body }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) => new Response(JSON.stringify(it), { status })
  const path = url.replace('/api/v1', '')
  if (method !== 'GET') {
    sent.push({ call: path, body: JSON.parse(String(body)) })
    approval = answer
    return Promise.resolve(json(answer))
  }
  if (path === '/approvals/p1') return Promise.resolve(json(approval))
  if (path.startsWith('/sites')) {
    return Promise.resolve(json({ items: [{ id: 's1', name: '东厂区', nameEn: 'East yard' }] }))
  }
  return Promise.resolve(json({ ...terms, id: 'o1', adjustments: [] }))
}

beforeEach(() => {
  approval = pending
  answer = { ...pending, status: 'refused', steps: [], reason: 'Too cheap' }
  sent = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
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
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['approvals', 'approval', 'offer', 'agreement', 'tender', 'lot', 'demand'].map(
      (name) => ({
        path: `/${name}/:id?`,
        name,
        component: { template: '<div />' },
      }),
    ),
  })
  await router.push('/approval/p1')
  const made = mount(ApprovalDetailPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  page = made
  await rest()
  const buttons = () => made.findAll('button').map((button) => button.text())
  const press = async (label: string) => {
    await made
      .findAll('button')
      .find((button) => button.text() === label)
      ?.trigger('click')
    await rest()
  }
  const confirm = async (label: string) => {
    const inDialog = [...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')]
    inDialog.find((button) => button.textContent.trim() === label)?.click()
    await rest()
  }
  return { made, router, buttons, press, confirm }
}

describe('a request for approval', () => {
  it('is shown with its sum and the terms of the offer', async () => {
    const { made } = await opened()
    expect(made.text()).toContain(words.acts.accept)
    expect(made.text()).toContain('100.00')
    expect(made.text()).toContain('Yue Lan')
    expect(made.text()).toContain(terms.pollutionTerms)
  })

  it('is approved and leads to what came of it', async () => {
    answer = { ...pending, status: 'approved', steps: [], resultId: 'a1' }
    const { router, press, confirm } = await opened()
    await press(words.approve)
    expect(document.body.textContent).toContain(words.approveQuestion.accept)
    await confirm(words.approve)
    expect(sent).toEqual([{ call: '/approvals/p1/approval', body: {} }])
    expect(router.currentRoute.value.fullPath).toBe('/agreement/a1')
  })

  it('says so when it was overtaken instead, and offers nothing more', async () => {
    answer = { ...pending, status: 'overtaken', steps: [], overtakenBy: 'moved-on' }
    const { made, buttons, press, confirm } = await opened()
    await press(words.approve)
    await confirm(words.approve)
    expect(made.text()).toContain(words.overtakenBy['moved-on'])
    expect(buttons()).not.toContain(words.approve)
  })

  it('is refused only with a reason', async () => {
    const { made, press, confirm } = await opened()
    await press(words.refuse)
    await confirm(words.refuse)
    expect(sent).toEqual([])
    const input = document.querySelector<HTMLInputElement>('.el-dialog input')
    expect(input).not.toBeNull()
    if (input) input.value = 'Too cheap'
    input?.dispatchEvent(new Event('input'))
    await rest()
    await confirm(words.refuse)
    expect(sent).toEqual([{ call: '/approvals/p1/refusal', body: { reason: 'Too cheap' } }])
    expect(made.text()).toContain('Too cheap')
  })

  it('is only withdrawn by who asked', async () => {
    approval = { ...pending, steps: ['withdraw'] }
    const { buttons } = await opened()
    expect(buttons()).toContain(words.withdraw)
    expect(buttons()).not.toContain(words.approve)
  })

  it('shows the offer that would be made, where its price holds and what it is about', async () => {
    approval = {
      ...pending,
      act: 'propose',
      content: {
        offer: { ...terms, lotId: 'l1', buyerSiteId: 's1', message: 'For the long run' },
        freightInvoice: 'two-invoice',
      },
    }
    delete approval.subjectId
    const { made } = await opened()
    expect(made.text()).toContain('For the long run')
    expect(made.text()).toContain(words.acts.propose)
    expect(made.text()).toContain(english.enum.priceBasis.delivered)
    expect(made.text()).toContain(english.enum.freightInvoice['two-invoice'])
    expect(made.text()).toContain('East yard')
    expect(made.findAll('a').map((link) => [link.text(), link.attributes('href')])).toContainEqual([
      words.subject.lot,
      '/lot/l1',
    ])
    expect(made.text()).not.toContain(words.subject.demand)
  })

  it('leads to the tender that would be awarded', async () => {
    approval = { ...pending, act: 'award', subjectId: 't1' }
    const { made } = await opened()
    expect(made.find('a[href="/tender/t1"]').text()).toBe(words.subject.tender)
    expect(made.text()).not.toContain(english.price.basis)
  })
})
