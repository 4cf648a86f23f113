import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Partner } from '@/api/model'
import english from '@/locales/en.json'
import PartnerDetailPage from './PartnerDetailPage.vue'
import PartnerListPage from './PartnerListPage.vue'

const words = english.partner
const session = vi.hoisted(() => ({ isOrgAdmin: true }))
const route = vi.hoisted(() => ({ query: {} as Record<string, string>, params: { id: 'w1' } }))

vi.mock('@/features/identity', async () => {
  const { ref } = await import('vue')
  return {
    OrganisationName: { props: ['organisation'], template: '<span>{{ organisation.name }}</span>' },
    useSession: () => ({ isOrgAdmin: ref(session.isOrgAdmin), verified: ref(true) }),
  }
})
vi.mock('vue-router', () => ({ useRoute: () => route }))

const approved: Partner = {
  organisation: {
    id: 'w1',
    name: 'Cement works',
    kind: 'receiver',
    status: 'verified',
    adcode: '370100',
    demo: false,
  },
  standing: 'approved',
  valid: true,
  approvalNumber: 'SE-17',
  validTo: '2099-01-31',
  scope: 'Slag',
  decidedAt: '2026-11-01T00:00:00Z',
  decidedBy: 'Wang',
}

let now: Partner
let firms: object[]
let asked: string[]
let sent: unknown[]
let refused: object | undefined
let page: VueWrapper | undefined

function exchange(path: string, { method, body }: RequestInit): Promise<Response> {
  const json = (it: unknown, status = 200) =>
    new Response(JSON.stringify(it), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    })
  asked.push(path)
  if (method === 'POST') {
    sent.push(JSON.parse(String(body)))
    return Promise.resolve(refused ? json(refused, 409) : json(now, 201))
  }
  if (path.includes('/partners/firms')) {
    return Promise.resolve(json({ items: firms }))
  }
  const isList = path.includes('?') || path.endsWith('/decisions') || path.endsWith('/partners')
  return Promise.resolve(json(isList ? { items: [now] } : now))
}

beforeEach(() => {
  now = approved
  firms = [approved.organisation]
  asked = []
  sent = []
  refused = undefined
  route.query = {}
  session.isOrgAdmin = true
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function shown(of: Component): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  page = mount(of, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: RouterLinkStub },
    },
    attachTo: document.body,
  })
  await rest()
  return page
}

async function press(label: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find((it) => it.innerText === label)
  if (!button) throw new Error(`no button ${label}`)
  button.click()
  await rest()
}

async function type(selector: string, text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>(`[role=dialog] ${selector}`)
  if (!input) throw new Error(`no field ${selector}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  await rest()
}

describe('the lists', () => {
  it('open with approved buyers and say which approval is over', async () => {
    now = { ...approved, valid: false, validTo: '2026-01-31' }
    const list = await shown(PartnerListPage)

    expect(asked.join()).toContain('standing=approved')
    expect(list.text()).toContain('SE-17')
    expect(list.text()).toContain(words.state.over)
  })

  it('show the reason of a block', async () => {
    route.query = { list: 'blocked' }
    now = { ...approved, standing: 'blocked', valid: false, reason: 'Unpaid' }
    const list = await shown(PartnerListPage)

    expect(asked.join()).toContain('standing=blocked')
    expect(list.text()).toContain('Unpaid')
  })
})

describe('a firm to decide about', () => {
  const field = 'input[maxlength="120"]'

  async function seek(list: VueWrapper, named: string): Promise<void> {
    await list.find(field).setValue(named)
    await list.find('form').trigger('submit')
    await rest()
  }

  it('is found by its name', async () => {
    const list = await shown(PartnerListPage)

    await seek(list, ' 厂')
    expect(asked.join()).not.toContain('/firms')
    await vi.waitFor(() => expect(list.text()).toContain(words.nameShort))
    await seek(list, ' Cement & Co ')

    expect(asked.join()).toContain('/partners/firms?named=Cement+%26+Co')
    const link = list
      .findAllComponents(RouterLinkStub)
      .find((it) => (it.props('to') as { name: string }).name === 'partner')
    expect(link?.props('to')).toEqual({ name: 'partner', params: { id: 'w1' } })
    expect(link?.text()).toBe('Cement works')
  })

  it('may not be there, or be one of more', async () => {
    firms = []
    const list = await shown(PartnerListPage)
    await seek(list, 'Nobody')
    expect(list.text()).toContain(words.noFirm)

    firms = Array.from({ length: 10 }, (_, at) => ({ ...approved.organisation, id: `w${at}` }))
    await seek(list, 'Cement')
    expect(list.text()).toContain('first 10')
  })

  it('is sought by administrators only', async () => {
    session.isOrgAdmin = false
    const list = await shown(PartnerListPage)

    expect(list.find(field).exists()).toBe(false)
  })
})

describe('a firm', () => {
  it('is approved with a number and a last day', async () => {
    now = { ...approved, standing: 'none', valid: false, approvalNumber: undefined }
    await shown(PartnerDetailPage)

    await press(words.approve)
    await press(words.save)
    expect(sent).toEqual([])
    await vi.waitFor(() => {
      expect(document.body.textContent).toContain(english.fault.required)
    })
    await type('input[maxlength="60"]', 'SE-18')
    await type('input[type=date]', '2099-12-31')
    await press(words.save)

    expect(sent).toEqual([
      { standing: 'approved', approvalNumber: 'SE-18', validTo: '2099-12-31', scope: 'Slag' },
    ])
  })

  it('is blocked with a reason, and a refusal is shown', async () => {
    await shown(PartnerDetailPage)
    refused = { code: 'list-full', facts: { listedMax: 2000 } }

    await press(words.block)
    await type('textarea', 'Unpaid')
    await press(words.save)

    expect(sent).toEqual([{ standing: 'blocked', reason: 'Unpaid' }])
    expect(document.body.textContent).toContain('2,000')
  })

  it('is decided on by administrators only', async () => {
    session.isOrgAdmin = false
    const list = await shown(PartnerDetailPage)

    expect(list.text()).toContain(words.adminOnly)
    expect(list.text()).not.toContain(words.renew)
  })
})
