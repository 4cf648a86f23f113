import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Acting, Delegation } from '@/api/model'
import english from '@/locales/en.json'
import ActingBand from './ActingBand.vue'
import DelegationDetailPage from './DelegationDetailPage.vue'
import DelegationListPage from './DelegationListPage.vue'

const words = english.delegation
const route = vi.hoisted(() => ({ query: {} as Record<string, string>, params: { id: 'd1' } }))
const session = vi.hoisted(() => ({ acting: undefined as unknown, actFor: [] as unknown[] }))

vi.mock('@/features/identity', async () => {
  const { ref } = await import('vue')
  return {
    OrganisationName: { props: ['organisation'], template: '<span>{{ organisation.name }}</span>' },
    actFor: (other: unknown) => session.actFor.push(other),
    useSession: () => ({
      verified: ref(true),
      acting: ref(session.acting),
      actingOver: ref(false),
      own: ref({ role: 'org-admin', organisation: { id: 'w2', name: 'Group' } }),
    }),
  }
})
vi.mock('vue-router', () => ({ useRoute: () => route, useRouter: () => ({ push: vi.fn() }) }))

const firm = (id: string, name: string) => ({
  id,
  name,
  kind: 'producer' as const,
  status: 'verified' as const,
  adcode: '370100',
  demo: false,
})

const offered: Delegation = {
  id: 'd1',
  version: 1,
  side: 'delegate',
  delegator: firm('w1', 'Plant'),
  delegate: firm('w2', 'Group'),
  scopes: ['read', 'trade'],
  firstDay: '2026-11-01',
  lastDay: '2027-10-31',
  status: 'offered',
  works: false,
  offeredAt: '2026-11-01T00:00:00Z',
  answerBy: '2026-12-01',
  untilDay: '2027-10-31',
  acts: ['accept', 'decline'],
  steps: [{ act: 'offer', side: 'delegator', memberName: 'Li', at: '2026-11-01T00:00:00Z' }],
}

let now: Delegation
let asked: string[]
let sent: { path: string; body: unknown; version: string | null }[]
let page: VueWrapper | undefined

function exchange(path: string, { method, body, headers }: RequestInit): Promise<Response> {
  asked.push(path)
  const json = (it: unknown) =>
    Promise.resolve(
      new Response(JSON.stringify(it), { headers: { 'Content-Type': 'application/json' } }),
    )
  if (method === 'POST') {
    const version = new Headers(headers).get('If-Match')
    sent.push({ path, body: JSON.parse(String(body)), version })
    return json(now)
  }
  return json(path.endsWith('/d1') ? now : { items: path.includes('/acts') ? [] : [now] })
}

beforeEach(() => {
  now = offered
  asked = []
  sent = []
  route.query = {}
  session.acting = undefined
  session.actFor = []
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

describe('the lists', () => {
  it('open with who acts for the firm', async () => {
    now = { ...offered, side: 'delegator', status: 'active', works: true }
    const list = await shown(DelegationListPage)

    expect(asked.join()).toContain('/delegations?side=delegator')
    expect(list.text()).toContain('Group')
    expect(list.text()).toContain(words.works)
  })

  it('show what was done, and say that nothing was', async () => {
    route.query = { list: 'did' }
    const list = await shown(DelegationListPage)

    expect(asked.join()).toContain('/delegations/acts?side=delegate')
    expect(list.text()).toContain(words.noneOf.did)
  })
})

describe('a delegation', () => {
  it('is accepted with the password', async () => {
    const detail = await shown(DelegationDetailPage)
    expect(detail.text()).toContain('Plant')

    await detail.find('input[type=password]').setValue('secret')
    await detail.find('form').trigger('submit')
    await rest()

    expect(sent).toEqual([
      {
        path: '/api/v1/delegations/d1/acceptance',
        body: { password: 'secret' },
        version: '"1"',
      },
    ])
    expect(detail.find<HTMLInputElement>('input[type=password]').element.value).toBe('')
  })

  it('that is over offers nothing to do', async () => {
    now = { ...offered, status: 'ended', acts: [] }
    const detail = await shown(DelegationDetailPage)

    expect(detail.find('input[type=password]').exists()).toBe(false)
    expect(detail.text()).toContain(words.status.ended)
    expect(detail.text()).not.toContain(words.end)
  })
})

describe('the band', () => {
  it('is not there while one acts for the own firm', async () => {
    const band = await shown(ActingBand)
    expect(band.find('[role=status]').exists()).toBe(false)
  })

  it('names for whom one acts and leads back', async () => {
    session.acting = { organisation: firm('w1', 'Plant') } as Partial<Acting>
    const band = await shown(ActingBand)

    expect(band.text()).toContain('You are acting for Plant')
    await band.find('button').trigger('click')
    expect(session.actFor).toEqual([undefined])
  })
})
